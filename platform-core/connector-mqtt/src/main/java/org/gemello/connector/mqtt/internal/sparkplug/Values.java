package org.gemello.connector.mqtt.internal.sparkplug;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatchBuilder;

/**
 * From a metric's value to a row of a batch. Without scale integers stay integers, and a UInt64 past the signed range becomes a
 * double; DateTime is an integer in milliseconds; a number that is not finite is no value, Bad.
 */
final class Values {
    private static final int LONGEST_TEXT = 1 << 16;
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private Values() {
    }

    /**
     * Adds a row for a point.
     *
     * @param type    of the metric, from the message or from the birth
     * @param quality OPC UA status
     * @param time    source time, nanoseconds since the epoch
     * @return what is wrong, null where a row was added
     */
    static String add(Metric metric, DataType type, BoundMetric point, int quality, long time, long received, SampleBatchBuilder into) {
        if (metric.isNull) {
            none(point, quality, time, received, into);
            return null;
        }
        switch (metric.value) {
            case Metric.INT, Metric.LONG -> {
                return integer(metric.bits, type, point, quality, time, received, into);
            }
            case Metric.FLOAT -> real(Float.intBitsToFloat((int) metric.bits), point, quality, time, received, into);
            case Metric.DOUBLE -> real(Double.longBitsToDouble(metric.bits), point, quality, time, received, into);
            case Metric.BOOLEAN -> {
                return flag(metric.bits != 0, point, quality, time, received, into);
            }
            case Metric.STRING -> {
                return text(metric, point, quality, time, received, into);
            }
            case Metric.BYTES -> {
                return type.isArray() ? Elements.add(metric, type, point, quality, time, received, into)
                        : bytes(metric, point, quality, time, received, into);
            }
            case Metric.DATA_SET -> {
                return "is a DataSet, which no point can hold; have the node publish its cells as metrics";
            }
            case Metric.TEMPLATE -> {
                return "is a Template; bind its members, such as '" + point.metric() + "/member'";
            }
            default -> {
                return metric.value == 0 ? "has neither a value nor is_null" : "is of an extended type, which cannot be read";
            }
        }
        return null;
    }

    static String integer(long bits, DataType type, BoundMetric point, int quality, long time, long received, SampleBatchBuilder into) {
        if (type == DataType.BOOLEAN) {
            return flag(bits != 0, point, quality, time, received, into);
        }
        long value = type.integer(bits);
        boolean tooLarge = type == DataType.UINT64 && value < 0;
        if (point.scale().isIdentity() && !tooLarge) {
            into.add(point.handle(), value, quality, time, received);
        } else {
            real(tooLarge ? (value >>> 1) * 2.0 : value, point, quality, time, received, into);
        }
        return null;
    }

    static void real(double value, BoundMetric point, int quality, long time, long received, SampleBatchBuilder into) {
        double scaled = point.scale().apply(value);
        if (Double.isFinite(scaled)) {
            into.add(point.handle(), scaled, quality, time, received);
        } else {
            none(point, quality, time, received, into);
        }
    }

    static String flag(boolean value, BoundMetric point, int quality, long time, long received, SampleBatchBuilder into) {
        if (!point.scale().isIdentity()) {
            return "is a boolean, and the point is scaled";
        }
        into.add(point.handle(), value, quality, time, received);
        return null;
    }

    static String text(String value, BoundMetric point, int quality, long time, long received, SampleBatchBuilder into) {
        if (!point.scale().isIdentity()) {
            return "is text, and the point is scaled";
        }
        into.add(point.handle(), value, quality, time, received);
        return null;
    }

    private static String text(Metric metric, BoundMetric point, int quality, long time, long received, SampleBatchBuilder into) {
        int length = metric.valueTo - metric.valueFrom;
        if (length > LONGEST_TEXT) {
            return "is a text of " + length + " bytes; at most " + LONGEST_TEXT + " are kept";
        }
        return text(new String(metric.bytes, metric.valueFrom, length, StandardCharsets.UTF_8), point, quality, time, received, into);
    }

    /** Bytes and files are kept as text in Base64. */
    private static String bytes(Metric metric, BoundMetric point, int quality, long time, long received, SampleBatchBuilder into) {
        int length = metric.valueTo - metric.valueFrom;
        if (length > LONGEST_TEXT) {
            return "has " + length + " bytes; at most " + LONGEST_TEXT + " are kept";
        }
        return text(BASE64.encodeToString(Arrays.copyOfRange(metric.bytes, metric.valueFrom, metric.valueTo)), point, quality, time,
                received, into);
    }

    private static void none(BoundMetric point, int quality, long time, long received, SampleBatchBuilder into) {
        into.addNone(point.handle(), Quality.BAD.worst(new Quality(quality)).code(), time, received);
    }
}
