package org.gemello.connector.mqtt.internal.sparkplug;

/** Data types of metrics, numbered as in Sparkplug 3.0.0, 6.4.16. */
enum DataType {
    UNKNOWN, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, FLOAT, DOUBLE, BOOLEAN, STRING, DATE_TIME, TEXT, UUID,
    DATA_SET, BYTES, FILE, TEMPLATE, PROPERTY_SET, PROPERTY_SET_LIST, INT8_ARRAY, INT16_ARRAY, INT32_ARRAY, INT64_ARRAY, UINT8_ARRAY,
    UINT16_ARRAY, UINT32_ARRAY, UINT64_ARRAY, FLOAT_ARRAY, DOUBLE_ARRAY, BOOLEAN_ARRAY, STRING_ARRAY, DATE_TIME_ARRAY;

    private static final DataType[] ALL = values();

    /** UNKNOWN for a number that the specification does not have. */
    static DataType of(long number) {
        return number >= 0 && number < ALL.length ? ALL[(int) number] : UNKNOWN;
    }

    int number() {
        return ordinal();
    }

    boolean isInteger() {
        return ordinal() >= INT8.ordinal() && ordinal() <= UINT64.ordinal() || this == DATE_TIME;
    }

    boolean isArray() {
        return ordinal() >= INT8_ARRAY.ordinal();
    }

    /**
     * The integer that the bits of an int or long field mean. Senders differ in how they widen negative numbers, so that only the
     * bits of the type itself count (Sparkplug 3.0.0, 6.4.16: two's complement in an unsigned field).
     */
    long integer(long bits) {
        return switch (this) {
            case INT8 -> (byte) bits;
            case INT16 -> (short) bits;
            case INT32 -> (int) bits;
            case UINT8 -> bits & 0xFF;
            case UINT16 -> bits & 0xFFFF;
            case UINT32 -> bits & 0xFFFF_FFFFL;
            default -> bits;
        };
    }

    /** True where a number is one of this integer type's. */
    boolean holds(double value) {
        return value == Math.rint(value) && switch (this) {
            case INT8 -> value >= Byte.MIN_VALUE && value <= Byte.MAX_VALUE;
            case INT16 -> value >= Short.MIN_VALUE && value <= Short.MAX_VALUE;
            case INT32 -> value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE;
            case INT64, DATE_TIME -> value >= Long.MIN_VALUE && value < 0x1p63;
            case UINT8 -> value >= 0 && value <= 0xFF;
            case UINT16 -> value >= 0 && value <= 0xFFFF;
            case UINT32 -> value >= 0 && value <= 0xFFFF_FFFFL;
            case UINT64 -> value >= 0 && value < 0x1p64;
            default -> false;
        };
    }
}
