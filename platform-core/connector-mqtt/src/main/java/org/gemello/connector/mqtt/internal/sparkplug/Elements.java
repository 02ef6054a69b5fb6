package org.gemello.connector.mqtt.internal.sparkplug;

import java.nio.charset.StandardCharsets;
import org.gemello.api.SampleBatchBuilder;

/**
 * Elements of arrays, which stand packed in the bytes of a metric (Sparkplug 3.0.0, 6.4.17): numbers least significant byte first,
 * booleans as a count of four bytes and then bits from the most significant one, texts in UTF-8 each ended by a zero byte.
 */
final class Elements {
    private Elements() {
    }

    /** Adds a row for the element that a point is bound to. @return what is wrong, null where a row was added */
    static String add(Metric metric, DataType type, BoundMetric point, int quality, long time, long received, SampleBatchBuilder into) {
        if (point.array().isEmpty()) {
            return "is an array; bind its elements, such as '" + point.metric() + "[0]'";
        }
        int index = point.element();
        if (type == DataType.BOOLEAN_ARRAY) {
            return flag(metric, index, point, quality, time, received, into);
        } else if (type == DataType.STRING_ARRAY) {
            return text(metric, index, point, quality, time, received, into);
        }
        int size = size(type);
        int length = metric.valueTo - metric.valueFrom;
        if (length % size != 0) {
            return "is an array of " + length + " bytes, which is no multiple of " + size;
        } else if (index >= length / size) {
            return shorter(length / size);
        }
        byte[] bytes = metric.bytes;
        int at = metric.valueFrom + index * size;
        return switch (type) {
            case FLOAT_ARRAY -> real(Float.intBitsToFloat(LittleEndian.integer(bytes, at)), point, quality, time, received, into);
            case DOUBLE_ARRAY -> real(Double.longBitsToDouble(LittleEndian.longInteger(bytes, at)), point, quality, time, received, into);
            default -> Values.integer(bits(bytes, at, size), element(type), point, quality, time, received, into);
        };
    }

    private static String real(double value, BoundMetric point, int quality, long time, long received, SampleBatchBuilder into) {
        Values.real(value, point, quality, time, received, into);
        return null;
    }

    private static long bits(byte[] bytes, int at, int size) {
        return switch (size) {
            case 1 -> bytes[at];
            case 2 -> LittleEndian.shortInteger(bytes, at);
            case 4 -> LittleEndian.integer(bytes, at);
            default -> LittleEndian.longInteger(bytes, at);
        };
    }

    private static int size(DataType type) {
        return switch (type) {
            case INT8_ARRAY, UINT8_ARRAY -> Byte.BYTES;
            case INT16_ARRAY, UINT16_ARRAY -> Short.BYTES;
            case INT32_ARRAY, UINT32_ARRAY, FLOAT_ARRAY -> Integer.BYTES;
            default -> Long.BYTES;
        };
    }

    private static DataType element(DataType array) {
        return switch (array) {
            case INT8_ARRAY -> DataType.INT8;
            case INT16_ARRAY -> DataType.INT16;
            case INT32_ARRAY -> DataType.INT32;
            case UINT8_ARRAY -> DataType.UINT8;
            case UINT16_ARRAY -> DataType.UINT16;
            case UINT32_ARRAY -> DataType.UINT32;
            case UINT64_ARRAY -> DataType.UINT64;
            default -> DataType.INT64;
        };
    }

    private static String flag(Metric metric, int index, BoundMetric point, int quality, long time, long received,
                               SampleBatchBuilder into) {
        int length = metric.valueTo - metric.valueFrom - Integer.BYTES;
        long count = length < 0 ? 0 : LittleEndian.integer(metric.bytes, metric.valueFrom) & 0xFFFF_FFFFL;
        if (length < 0 || count > length * 8L) {
            return "is an array of booleans that announces " + count + " and has " + Math.max(length, 0) + " bytes for them";
        } else if (index >= count) {
            return shorter(count);
        }
        boolean value = (metric.bytes[metric.valueFrom + Integer.BYTES + index / 8] & 0x80 >>> index % 8) != 0;
        return Values.flag(value, point, quality, time, received, into);
    }

    private static String text(Metric metric, int index, BoundMetric point, int quality, long time, long received,
                               SampleBatchBuilder into) {
        int from = metric.valueFrom;
        int element = 0;
        for (int at = from; at < metric.valueTo; at++) {
            if (metric.bytes[at] == 0) {
                if (element == index) {
                    return Values.text(new String(metric.bytes, from, at - from, StandardCharsets.UTF_8), point, quality, time, received,
                            into);
                }
                element++;
                from = at + 1;
            }
        }
        return shorter(element);
    }

    private static String shorter(long elements) {
        return "is not there: the array has " + elements + " elements";
    }
}
