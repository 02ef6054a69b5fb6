package org.gemello.energy.rul;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** A binary tree over binned features that predicts the mean of the rows in its leaf, shrunk towards zero. */
final class RegressionTree {
    private static final double SHRINK = 5;
    private final int feature;
    private final int bin;
    private final double value;
    private final RegressionTree low;
    private final RegressionTree high;

    private RegressionTree(int feature, int bin, double value, RegressionTree low, RegressionTree high) {
        this.feature = feature;
        this.bin = bin;
        this.value = value;
        this.low = low;
        this.high = high;
    }

    /** Grows a tree over some rows by the split of largest gain among the allowed features, down to a depth. */
    static RegressionTree grow(byte[][] bins, double[] target, int[] rows, int[] features, int depth, int smallestLeaf) {
        double total = 0;
        for (int row : rows) {
            total += target[row];
        }
        double value = total / (rows.length + SHRINK);
        Split best = depth == 0 ? Split.NONE : best(bins, target, rows, features, total, smallestLeaf);
        if (best.feature < 0) {
            return new RegressionTree(-1, 0, value, null, null);
        }
        int[] low = Arrays.stream(rows).filter(row -> bins[row][best.feature] <= best.bin).toArray();
        int[] high = Arrays.stream(rows).filter(row -> bins[row][best.feature] > best.bin).toArray();
        return new RegressionTree(best.feature, best.bin, value, grow(bins, target, low, features, depth - 1, smallestLeaf),
            grow(bins, target, high, features, depth - 1, smallestLeaf));
    }

    /** Depth first; a leaf has no feature. */
    void write(DataOutput out) throws IOException {
        out.writeByte(feature);
        if (feature < 0) {
            out.writeDouble(value);
        } else {
            out.writeByte(bin);
            low.write(out);
            high.write(out);
        }
    }

    static RegressionTree read(DataInput in) throws IOException {
        int feature = in.readByte();
        return feature < 0 ? new RegressionTree(-1, 0, in.readDouble(), null, null)
            : new RegressionTree(feature, in.readByte(), 0, read(in), read(in));
    }

    double predict(byte[] row) {
        RegressionTree node = this;
        while (node.feature >= 0) {
            node = row[node.feature] <= node.bin ? node.low : node.high;
        }
        return node.value;
    }

    private static Split best(byte[][] bins, double[] target, int[] rows, int[] features, double total, int smallestLeaf) {
        Split best = Split.NONE;
        double base = total * total / (rows.length + SHRINK);
        for (int feature : features) {
            double[] sums = new double[Bins.COUNT];
            int[] counts = new int[Bins.COUNT];
            for (int row : rows) {
                sums[bins[row][feature]] += target[row];
                counts[bins[row][feature]]++;
            }
            double sum = 0;
            int count = 0;
            for (int bin = 0; bin < Bins.COUNT - 1; bin++) {
                sum += sums[bin];
                count += counts[bin];
                int rest = rows.length - count;
                if (count >= smallestLeaf && rest >= smallestLeaf) {
                    double gain = sum * sum / (count + SHRINK) + (total - sum) * (total - sum) / (rest + SHRINK) - base;
                    best = gain > best.gain ? new Split(feature, bin, gain) : best;
                }
            }
        }
        return best;
    }

    private record Split(int feature, int bin, double gain) {
        static final Split NONE = new Split(-1, 0, 1e-9);
    }
}
