package org.gemello.exchange.internal.table;

/** What a column holds, and as which Java type rows carry it. */
public enum ColumnType {
    /** {@link String}. */
    TEXT,
    /** {@link java.time.Instant}, to the nanosecond. */
    TIME,
    /** {@link Long}. */
    LONG,
    /** {@link Double}. */
    DOUBLE,
    /** {@link Integer}: 32 bits of an OPC UA status code, unsigned. */
    STATUS,
    /** A value of a point: {@link Double}, {@link Long}, {@link Boolean}, {@link String} or null. A file has it in several columns. */
    VALUE
}
