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

    /** @throws IndexOutOfBoundsException where no kind has that number */
    public static ValueKind of(int ordinal) {
        return ALL[ordinal];
    }
}
