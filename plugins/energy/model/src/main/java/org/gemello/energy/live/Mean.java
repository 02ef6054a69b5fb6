package org.gemello.energy.live;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.signal.StatePart;

/** Means that forget: several numbers, smoothed with the same time constant. Times are ns since the epoch. */
public final class Mean implements StatePart {
    private final double[] values;
    private double weight;
    private long time = Long.MIN_VALUE;

    public Mean(int size) {
        values = new double[size];
    }

    /** Takes new numbers; they count as much as all before together after {@code constant} seconds times ln 2. */
    public void add(double[] news, long now, double constant) {
        double kept = time == Long.MIN_VALUE ? 0 : Math.exp(-Math.max(0, now - time) * 1e-9 / constant);
        weight = kept * weight + (1 - kept);
        double share = (1 - kept) / weight;
        for (int k = 0; k < values.length; k++) {
            values[k] += share * (news[k] - values[k]);
        }
        time = Math.max(time, now);
    }

    public double get(int index) {
        return values[index];
    }

    public boolean isKnown() {
        return time != Long.MIN_VALUE;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (double value : values) {
            out.writeDouble(value);
        }
        out.writeDouble(weight);
        out.writeLong(time);
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (int k = 0; k < values.length; k++) {
            values[k] = in.readDouble();
        }
        weight = in.readDouble();
        time = in.readLong();
    }
}
