package org.gemello.energy.rul;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Cuts each feature at the quantiles of the training rows, so that a split of a tree is a comparison of small numbers. */
final class Bins {
    static final int COUNT = 64;
    private final double[][] cuts;

    private Bins(int features) {
        cuts = new double[features][];
    }

    void write(DataOutput out) throws IOException {
        out.writeShort(cuts.length);
        for (double[] cut : cuts) {
            out.writeByte(cut.length);
            for (double value : cut) {
                out.writeDouble(value);
            }
        }
    }

    static Bins read(DataInput in) throws IOException {
        Bins bins = new Bins(in.readUnsignedShort());
        for (int f = 0; f < bins.cuts.length; f++) {
            bins.cuts[f] = new double[in.readUnsignedByte()];
            for (int k = 0; k < bins.cuts[f].length; k++) {
                bins.cuts[f][k] = in.readDouble();
            }
        }
        return bins;
    }

    Bins(double[][] rows) {
        cuts = new double[rows[0].length][];
        for (int f = 0; f < cuts.length; f++) {
            int feature = f;
            double[] sorted = Arrays.stream(rows).mapToDouble(row -> row[feature]).sorted().toArray();
            double[] quantiles = new double[COUNT - 1];
            for (int k = 0; k < quantiles.length; k++) {
                quantiles[k] = sorted[(k + 1) * sorted.length / COUNT];
            }
            cuts[f] = Arrays.stream(quantiles).distinct().toArray();
        }
    }

    byte[] of(double[] row) {
        byte[] bins = new byte[cuts.length];
        for (int f = 0; f < bins.length; f++) {
            int place = Arrays.binarySearch(cuts[f], row[f]);
            bins[f] = (byte) (place >= 0 ? place + 1 : -place - 1);
        }
        return bins;
    }
}
