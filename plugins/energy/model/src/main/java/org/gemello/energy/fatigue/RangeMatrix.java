package org.gemello.energy.fatigue;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Cycles counted by range and mean: a Markov matrix of fixed size. What lies beyond it counts in its last class. Not thread-safe. */
public final class RangeMatrix {
    public static final int RANGES = 32;
    public static final int MEANS = 8;
    private final double span;
    private final double low;
    private final double high;
    private final double[] counts = new double[RANGES * MEANS];

    /**
     * @param span largest range, in the unit of the load
     * @param low  lowest mean
     * @param high highest mean
     */
    public RangeMatrix(double span, double low, double high) {
        this.span = span;
        this.low = low;
        this.high = high;
    }

    public void add(double range, double mean, double count) {
        counts[place(range / span, RANGES) * MEANS + place((mean - low) / (high - low), MEANS)] += count;
    }

    private static int place(double share, int classes) {
        return (int) Math.min(Math.max(share * classes, 0), classes - 1.0);
    }

    /** Cycles of a class of ranges, 0 to {@value #RANGES} less 1, and of means, 0 to {@value #MEANS} less 1. */
    public double count(int range, int mean) {
        return counts[range * MEANS + mean];
    }

    /** Cycles of a class of ranges, whatever their mean. */
    public double count(int range) {
        double sum = 0;
        for (int mean = 0; mean < MEANS; mean++) {
            sum += count(range, mean);
        }
        return sum;
    }

    /** Middle of a class of ranges. */
    public double range(int place) {
        return (place + 0.5) * span / RANGES;
    }

    /** Only the classes that have cycles. */
    public void write(DataOutput out) throws IOException {
        int filled = 0;
        for (double count : counts) {
            filled += count > 0 ? 1 : 0;
        }
        out.writeShort(filled);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                out.writeShort(i);
                out.writeDouble(counts[i]);
            }
        }
    }

    public void read(DataInput in) throws IOException {
        int filled = in.readUnsignedShort();
        for (int i = 0; i < filled; i++) {
            int place = in.readUnsignedShort();
            if (place >= counts.length) {
                throw new IOException("a class " + place + " of cycles, there are " + counts.length);
            }
            counts[place] = in.readDouble();
        }
    }
}
