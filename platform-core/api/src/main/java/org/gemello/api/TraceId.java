package org.gemello.api;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Names one way through the platform, from collection to effect; 128 bits as in W3C Trace Context.
 *
 * @param high the upper 64 bits
 * @param low  the lower 64 bits
 */
public record TraceId(long high, long low) {
    /** No trace: all zero, which W3C Trace Context calls invalid. */
    public static final TraceId NONE = new TraceId(0, 0);

    /** A new id. It names, it does not protect: a fast generator is enough. */
    public static TraceId random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new TraceId(random.nextLong(), random.nextLong() | 1);
    }

    /** @throws IllegalArgumentException where the text is not 32 hexadecimal digits */
    public static TraceId parse(String hex) {
        if (hex == null || !hex.matches("[0-9a-fA-F]{32}")) {
            throw new IllegalArgumentException("trace id '" + hex + "' is not 32 hexadecimal digits");
        }
        return new TraceId(Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16), 16));
    }

    public boolean isPresent() {
        return high != 0 || low != 0;
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
