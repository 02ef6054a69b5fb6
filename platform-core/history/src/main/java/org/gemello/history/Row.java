package org.gemello.history;

import java.util.Comparator;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.ValueKind;

/**
 * One stored sample of a point that the context names.
 *
 * @param time     source time, nanoseconds since the epoch
 * @param received received time, nanoseconds since the epoch
 * @param offset   place in the log
 * @param quality  OPC UA status code
 * @param kind     what the value is made of
 * @param bits     raw value as in {@link org.gemello.api.SampleBatch#bits}
 * @param text     value of kind TEXT, else null
 * @param unit     UCUM code
 */
public record Row(long time, long received, long offset, int quality, ValueKind kind, long bits, String text, String unit) {
    /** Order of an answer: source time, and of equals the order of the log. */
    public static final Comparator<Row> ORDER = Comparator.comparingLong(Row::time).thenComparingLong(Row::offset);

    /** A row from a boxed value: {@link Double}, {@link Long}, {@link Boolean}, {@link String} or null. */
    public static Row of(long time, long received, long offset, int quality, Object value, String unit) {
        if (value instanceof Double number) {
            return new Row(time, received, offset, quality, ValueKind.DOUBLE, Double.doubleToRawLongBits(number), null, unit);
        } else if (value instanceof Long number) {
            return new Row(time, received, offset, quality, ValueKind.LONG, number, null, unit);
        } else if (value instanceof Boolean flag) {
            return new Row(time, received, offset, quality, ValueKind.BOOLEAN, flag ? 1 : 0, null, unit);
        } else if (value instanceof String text) {
            return new Row(time, received, offset, quality, ValueKind.TEXT, 0, text, unit);
        } else if (value == null) {
            return new Row(time, received, offset, quality, ValueKind.NONE, 0, null, unit);
        }
        throw new IllegalArgumentException("a sample cannot carry a " + value.getClass().getName());
    }

    /** 0 good, 1 uncertain, 2 bad. */
    public int severity() {
        return Math.min(quality >>> 30, 2);
    }

    public boolean isBad() {
        return severity() == 2;
    }

    /** True for a double that is not NaN, a long, and a boolean, which counts as 0 or 1. */
    public boolean isNumber() {
        return kind == ValueKind.LONG || kind == ValueKind.BOOLEAN
                || kind == ValueKind.DOUBLE && !Double.isNaN(Double.longBitsToDouble(bits));
    }

    /** True for a number of good or uncertain quality: what aggregates are made of. */
    public boolean isUsableNumber() {
        return !isBad() && isNumber();
    }

    /** The number; NaN where it has none. */
    public double number() {
        return switch (kind) {
            case DOUBLE -> Double.longBitsToDouble(bits);
            case LONG, BOOLEAN -> bits;
            case NONE, TEXT -> Double.NaN;
        };
    }

    /** Compares two numbers; longs exactly, else as doubles. */
    public int compareNumber(Row other) {
        return kind == ValueKind.LONG && other.kind == ValueKind.LONG
                ? Long.compare(bits, other.bits) : Double.compare(number(), other.number());
    }

    public Object value() {
        return kind.value(bits, text);
    }

    /** The row for people. The history keeps no trace; the log has it under the offset. */
    public Sample sample(PointId point) {
        return new Sample(point, value(), unit, new Quality(quality), Times.instant(time), Times.instant(received), offset, TraceId.NONE);
    }
}
