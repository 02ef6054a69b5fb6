package org.gemello.connector.mqtt.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;

/** The two ways to write a document of objects, arrays and values, within limits that hostile payloads cannot exceed. */
enum Documents {
    JSON {
        @Override
        JsonFactory factory() {
            return TEXT;
        }

        @Override
        double number(JsonParser parser) throws IOException {
            return JsonNumber.read(parser);
        }

        @Override
        String place(JsonLocation location) {
            return "line " + location.getLineNr() + ", column " + location.getColumnNr();
        }
    },
    CBOR {
        @Override
        JsonFactory factory() {
            return BINARY;
        }

        @Override
        double number(JsonParser parser) throws IOException {
            return parser.getDoubleValue();
        }

        @Override
        String place(JsonLocation location) {
            return "byte " + location.getByteOffset();
        }
    };

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(64).maxNumberLength(100).maxNameLength(1_000).maxStringLength(1 << 16).build();
    private static final JsonFactory TEXT = JsonFactory.builder()
            .streamReadConstraints(LIMITS)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CHARSET_DETECTION) // JSON that travels is UTF-8 (RFC 8259, 8.1)
            .build();
    private static final JsonFactory BINARY = CBORFactory.builder()
            .streamReadConstraints(LIMITS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    abstract JsonFactory factory();

    /** The number that a parser stands at. */
    abstract double number(JsonParser parser) throws IOException;

    /** A place in the payload, for messages. */
    abstract String place(JsonLocation location);

    static Documents of(PayloadFormat format) {
        return format == PayloadFormat.CBOR ? CBOR : JSON;
    }
}
