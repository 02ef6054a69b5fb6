package org.gemello.api;

/** What a value is made of. The order is part of the log's format: add at the end. */
public enum ValueKind {
    /** No value: only a quality, for example when the source is gone. */
    NONE,
    /** IEEE 754 double. */
    DOUBLE,
    /** 64-bit signed integer. */
    LONG,
    BOOLEAN,
    /** Unicode text. */
    TEXT;

    private static final ValueKind[] ALL = values();

    /**
     * A value of this kind from its raw parts, boxed: {@link Double}, {@link Long}, {@link Boolean}, {@link String}, null for NONE.
     *
     * @param bits double bits, the long itself, or 0 and 1 for a boolean
     * @param text the text of a TEXT
     */
    public Object value(long bits, String text) {
        return switch (this) {
            case NONE -> null;
            case DOUBLE -> Double.longBitsToDouble(bits);
            case LONG -> bits;
            case BOOLEAN -> bits != 0;
            case TEXT -> text;
        };
    }

    /** @throws IndexOutOfBoundsException where no kind has that number */
    public static ValueKind of(int ordinal) {
        return ALL[ordinal];
    }
}
