package org.gemello.historian.internal;

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
record Row(long time, long received, long offset, int quality, ValueKind kind, long bits, String text, String unit) {
    /** Order of an answer: source time, and of equals the order of the log. */
    static final Comparator<Row> ORDER = Comparator.comparingLong(Row::time).thenComparingLong(Row::offset);

    boolean isNumber() {
        return kind == ValueKind.LONG || kind == ValueKind.DOUBLE && !Double.isNaN(Double.longBitsToDouble(bits));
    }

    /** Compares two numbers; longs exactly, else as doubles. */
    int compareNumber(Row other) {
        return kind == ValueKind.LONG && other.kind == ValueKind.LONG
                ? Long.compare(bits, other.bits) : Double.compare(number(), other.number());
    }

    private double number() {
        return kind == ValueKind.LONG ? bits : Double.longBitsToDouble(bits);
    }

    Sample sample(PointId point) {
        Object value = switch (kind) {
            case NONE -> null;
            case DOUBLE -> Double.longBitsToDouble(bits);
            case LONG -> bits;
            case BOOLEAN -> bits != 0;
            case TEXT -> text;
        };
        return new Sample(point, value, unit, new Quality(quality), Times.instant(time), Times.instant(received), offset, TraceId.NONE);
    }
}
