package org.gemello.connector.mqtt.internal.sparkplug;

import org.gemello.connector.mqtt.internal.Refusal;

/** Payloads of NCMD and DCMD. */
final class Commands {
    private static final int NAME = 1;
    private static final int ALIAS = 2;
    private static final int METRIC_TIME = 3;
    private static final int TYPE = 4;
    private static final double ROUNDING = 1e-9;

    private Commands() {
    }

    /** Asks a node for all of its births (Sparkplug 3.0.0, 6.4.19: Node Control/Rebirth). */
    static byte[] rebirth(long time) {
        ProtoWriter metric = new ProtoWriter().text(NAME, "Node Control/Rebirth").number(METRIC_TIME, time)
                .number(TYPE, DataType.BOOLEAN.number()).number(Metric.BOOLEAN, 1);
        return payload(metric, time);
    }

    /**
     * Asks for a value. The metric is named by its alias where it has one, else by name (6.4.6: not by both).
     *
     * @param value in the metric's unit
     * @param time  milliseconds since the epoch
     * @throws Refusal where the metric's type has no such value
     */
    static byte[] write(KnownMetric known, double value, long time) throws Refusal {
        ProtoWriter metric = new ProtoWriter();
        if (known.hasAlias()) {
            metric.number(ALIAS, known.alias());
        } else {
            metric.text(NAME, known.name());
        }
        metric.number(METRIC_TIME, time).number(TYPE, known.type().number());
        value(metric, known, value);
        return payload(metric, time);
    }

    private static void value(ProtoWriter metric, KnownMetric known, double value) throws Refusal {
        DataType type = known.type();
        if (type == DataType.DOUBLE) {
            metric.fixed64(Metric.DOUBLE, Double.doubleToRawLongBits(value));
        } else if (type == DataType.FLOAT && Math.abs(value) <= Float.MAX_VALUE) {
            metric.fixed32(Metric.FLOAT, Float.floatToRawIntBits((float) value));
        } else if (type == DataType.BOOLEAN && (value == 0 || value == 1)) {
            metric.number(Metric.BOOLEAN, (long) value);
        } else if (type.isInteger() && type.holds(whole(value))) {
            integer(metric, type, whole(value));
        } else {
            throw new Refusal("metric '" + known.name() + "' is " + type + ", it cannot be " + value);
        }
    }

    /** The nearest whole number where only a conversion of units lies between; else the value itself. */
    private static double whole(double value) {
        double nearest = Math.rint(value);
        return Math.abs(value - nearest) <= ROUNDING * Math.max(1, Math.abs(value)) ? nearest : value;
    }

    private static void integer(ProtoWriter metric, DataType type, double value) {
        switch (type) {
            case INT8, INT16, INT32, UINT8, UINT16, UINT32 -> metric.number(Metric.INT, (long) value & 0xFFFF_FFFFL);
            case UINT64 -> metric.number(Metric.LONG, value < 0x1p63 ? (long) value : (long) (value - 0x1p63) | Long.MIN_VALUE);
            default -> metric.number(Metric.LONG, (long) value);
        }
    }

    private static byte[] payload(ProtoWriter metric, long time) {
        return new ProtoWriter().number(Payload.TIME, time).content(Payload.METRIC, metric.bytes()).bytes();
    }
}
