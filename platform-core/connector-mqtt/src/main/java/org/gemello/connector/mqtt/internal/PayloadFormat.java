package org.gemello.connector.mqtt.internal;

import java.util.Arrays;
import java.util.Locale;
import org.gemello.binding.Settings;

/** How a payload is written. */
enum PayloadFormat {
    /** A JSON document (RFC 8259). */
    JSON,
    /** The same data model in binary (RFC 8949). */
    CBOR,
    /** One or more lines of columns. */
    CSV,
    /** One bare value. */
    PLAIN;

    static PayloadFormat of(Settings settings) {
        String[] words = Arrays.stream(values()).map(PayloadFormat::word).toArray(String[]::new);
        return valueOf(settings.choice("format", JSON.word(), words).toUpperCase(Locale.ROOT));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True where values are found by JSON pointers. */
    boolean isDocument() {
        return this == JSON || this == CBOR;
    }
}
