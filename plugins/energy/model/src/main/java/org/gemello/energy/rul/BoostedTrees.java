package org.gemello.energy.rul;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Stochastic gradient boosting of regression trees with squared error (J. H. Friedman, Computational Statistics and Data Analysis
 * 38, 2002, 367-378). The same rows and seed give the same model.
 */
final class BoostedTrees {
    private final double rate;
    private final Bins bins;
    private final double base;
    private final List<RegressionTree> trees = new ArrayList<>();

    BoostedTrees(double[][] rows, double[] target, Settings settings) {
        rate = settings.rate();
        bins = new Bins(rows);
        base = Arrays.stream(target).average().orElseThrow();
        byte[][] binned = Arrays.stream(rows).map(bins::of).toArray(byte[][]::new);
        double[] residual = Arrays.stream(target).map(value -> value - base).toArray();
        SplittableRandom random = new SplittableRandom(settings.seed());
        for (int t = 0; t < settings.trees(); t++) {
            int[] sample = some(rows.length, settings.rowShare(), random);
            int[] features = some(rows[0].length, settings.featureShare(), random);
            RegressionTree tree = RegressionTree.grow(binned, residual, sample, features, settings.depth(), settings.smallestLeaf());
            trees.add(tree);
            for (int row = 0; row < residual.length; row++) {
                residual[row] -= rate * tree.predict(binned[row]);
            }
        }
    }

    private BoostedTrees(double rate, Bins bins, double base) {
        this.rate = rate;
        this.bins = bins;
        this.base = base;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(rate);
        out.writeDouble(base);
        bins.write(out);
        out.writeShort(trees.size());
        for (RegressionTree tree : trees) {
            tree.write(out);
        }
    }

    static BoostedTrees read(DataInput in) throws IOException {
        double rate = in.readDouble();
        double base = in.readDouble();
        BoostedTrees model = new BoostedTrees(rate, Bins.read(in), base);
        int count = in.readUnsignedShort();
        for (int t = 0; t < count; t++) {
            model.trees.add(RegressionTree.read(in));
        }
        return model;
    }

    double predict(double[] row) {
        byte[] binned = bins.of(row);
        return base + rate * trees.stream().mapToDouble(tree -> tree.predict(binned)).sum();
    }

    private static int[] some(int count, double share, SplittableRandom random) {
        int[] chosen = IntStream.range(0, count).filter(k -> random.nextDouble() < share).toArray();
        return chosen.length == 0 ? new int[] {random.nextInt(count)} : chosen;
    }

    /** Shares are between 0 and 1; the rate is the weight of each tree. */
    record Settings(int trees, double rate, int depth, int smallestLeaf, double rowShare, double featureShare, long seed) {
    }
}
