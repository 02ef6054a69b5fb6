package org.gemello.energy.solar;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gemello.energy.signal.StatePart;

/** What a day of a plant has shown so far, as {@link PvDiagnosis} sees it. */
public final class PvDay implements StatePart {
    private static final int MOST = 1440;
    double yield;
    double light;
    int clipped;
    int unusable;
    int bright;
    final int[] low;
    /** Delivered over expected in clear, bright, unclipped moments. */
    final List<Double> shares = new ArrayList<>();

    /** @param strings whose current is measured, or none */
    public PvDay(int strings) {
        low = new int[strings];
    }

    void share(double share) {
        if (shares.size() < MOST) {
            shares.add(share);
        }
    }

    double median() {
        double[] sorted = shares.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** The next day begins. */
    public void clear() {
        yield = 0;
        light = 0;
        clipped = 0;
        unusable = 0;
        bright = 0;
        Arrays.fill(low, 0);
        shares.clear();
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeDouble(yield);
        out.writeDouble(light);
        out.writeInt(clipped);
        out.writeInt(unusable);
        out.writeInt(bright);
        for (int count : low) {
            out.writeInt(count);
        }
        out.writeInt(shares.size());
        for (double share : shares) {
            out.writeDouble(share);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        yield = in.readDouble();
        light = in.readDouble();
        clipped = in.readInt();
        unusable = in.readInt();
        bright = in.readInt();
        for (int i = 0; i < low.length; i++) {
            low[i] = in.readInt();
        }
        int n = in.readInt();
        if (n < 0 || n > MOST) {
            throw new IOException("a day of " + n + " moments");
        }
        shares.clear();
        for (int i = 0; i < n; i++) {
            shares.add(in.readDouble());
        }
    }
}
