package org.gemello.energy.grid;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Cases that travel with the model; each file names its source. */
public final class ShippedCases {
    public static final List<String> NAMES = List.of("ieee-9", "ieee-14", "ieee-30");

    private ShippedCases() {
    }

    /** A shipped case by its name, else a text in MATPOWER format. */
    public static GridCase of(String nameOrText) {
        return NAMES.contains(nameOrText) ? shipped(nameOrText) : MatpowerCase.parse(nameOrText);
    }

    private static GridCase shipped(String name) {
        try (InputStream in = ShippedCases.class.getResourceAsStream(name + ".m")) {
            return MatpowerCase.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the case " + name + " cannot be read from the bundle", e);
        }
    }
}
