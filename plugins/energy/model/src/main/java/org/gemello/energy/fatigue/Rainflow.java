package org.gemello.energy.fatigue;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Rainflow counting of a history that never ends, after ASTM E1049-85 (2017), 5.4.4: cycles are told as soon as they close.
 *
 * <p>A range that holds the beginning of the history counts as half a cycle at once and is forgotten, so that what stays open is a
 * sequence of ever smaller ranges. The four-point rule (C. Amzallag and others, Int. J. Fatigue 16, 1994) keeps those first ranges until
 * the end and counts them as halves then: the same cycles. What is open is bounded by {@value #CAPACITY} turns; beyond that the oldest
 * range, the largest, counts as half a cycle. Not thread-safe.
 */
public final class Rainflow {
    /** Most turns that stay open; their ranges fall, so that real loads leave far fewer. */
    public static final int CAPACITY = 64;
    private final double gate;
    private final double[] turns = new double[CAPACITY];
    private int size;

    /** Takes what was counted. */
    @FunctionalInterface
    public interface Cycles {
        /**
         * @param range between the extremes, above 0
         * @param mean  of the extremes
         * @param count 1 or one half
         */
        void cycle(double range, double mean, double count);
    }

    /** @param gate swings up to this are no turns, in the unit of the load; 0 counts all */
    public Rainflow(double gate) {
        if (!(gate >= 0)) {
            throw new IllegalArgumentException("the gate of a rainflow count is " + gate + ", it must be 0 or more");
        }
        this.gate = gate;
    }

    /** @throws IllegalArgumentException where the value is not a finite number: what is missing must not become a cycle */
    public void add(double value, Cycles closed) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a load of " + value + " cannot be counted");
        }
        double newest = size == 0 ? Double.NaN : turns[size - 1];
        if (size > 1 && (value - newest) * (newest - turns[size - 2]) >= 0) {
            turns[size - 1] = value;
        } else if (size == 0 || Math.abs(value - newest) > gate) {
            close(closed);
            if (size == CAPACITY) {
                halve(closed);
            }
            turns[size++] = value;
        }
    }

    /** Tells what is open as half cycles, as at the end of a history. The count itself goes on as if nobody had asked. */
    public void open(Cycles told) {
        Rainflow copy = new Rainflow(gate);
        System.arraycopy(turns, 0, copy.turns, 0, size);
        copy.size = size;
        copy.close(told);
        while (copy.size > 1) {
            copy.halve(told);
        }
    }

    private void close(Cycles closed) {
        while (size >= 3) {
            double newest = Math.abs(turns[size - 1] - turns[size - 2]);
            double before = Math.abs(turns[size - 2] - turns[size - 3]);
            if (newest < before) {
                return;
            }
            if (size == 3) {
                halve(closed);
            } else {
                tell(turns[size - 3], turns[size - 2], 1, closed);
                turns[size - 3] = turns[size - 1];
                size -= 2;
            }
        }
    }

    private void halve(Cycles closed) {
        tell(turns[0], turns[1], 0.5, closed);
        System.arraycopy(turns, 1, turns, 0, --size);
    }

    private static void tell(double a, double b, double count, Cycles to) {
        to.cycle(Math.abs(a - b), (a + b) / 2, count);
    }

    /** Turns that are open. */
    public int openTurns() {
        return size;
    }

    /** Begins anew; what is open is lost. */
    public void clear() {
        size = 0;
    }

    public void write(DataOutput out) throws IOException {
        out.writeByte(size);
        for (int i = 0; i < size; i++) {
            out.writeDouble(turns[i]);
        }
    }

    /** Goes on from what was written. */
    public void read(DataInput in) throws IOException {
        int written = in.readUnsignedByte();
        if (written > CAPACITY) {
            throw new IOException("a rainflow count of " + written + " open turns, it has at most " + CAPACITY);
        }
        size = written;
        for (int i = 0; i < size; i++) {
            turns[i] = in.readDouble();
        }
    }
}
