package org.gemello.energy.rul;

import java.util.ArrayList;
import java.util.List;

/**
 * Remaining useful life from recordings of machines that ran to their failure. A machine in its early life shows no wear, so that
 * the target is capped: more than {@value #CAP} cycles reads as {@value #CAP}.
 */
public final class RemainingLife {
    /** Cycles; the usual cap for C-MAPSS (Heimes, Recurrent neural networks for remaining useful life estimation, PHM 2008). */
    public static final int CAP = 125;
    private static final int SHORTEST = 10;
    private static final BoostedTrees.Settings SETTINGS = new BoostedTrees.Settings(200, 0.05, 4, 20, 0.5, 0.5, 20260101);
    private final WindowFeatures features;
    private final BoostedTrees trees;

    private RemainingLife(WindowFeatures features, BoostedTrees trees) {
        this.features = features;
        this.trees = trees;
    }

    /** Learns from machines whose last recorded cycle is their last one. */
    public static RemainingLife train(List<EngineRun> runs) {
        return train(runs, SETTINGS);
    }

    static RemainingLife train(List<EngineRun> runs, BoostedTrees.Settings settings) {
        if (runs.size() < 2) {
            throw new IllegalArgumentException("training needs at least two machines that ran to failure, here are " + runs.size());
        }
        WindowFeatures features = new WindowFeatures(runs);
        List<double[]> rows = new ArrayList<>();
        List<Double> target = new ArrayList<>();
        for (EngineRun run : runs) {
            for (int length = Math.min(SHORTEST, run.length()); length <= run.length(); length++) {
                rows.add(features.of(run, length));
                target.add((double) Math.min(CAP, run.length() - length));
            }
        }
        return new RemainingLife(features, new BoostedTrees(rows.toArray(double[][]::new),
            target.stream().mapToDouble(Double::doubleValue).toArray(), settings));
    }

    /** Cycles that the machine has left after the last recorded one, 0 to {@value #CAP}. */
    public double predict(EngineRun run) {
        return predict(run, run.length());
    }

    /** Cycles that the machine had left after the first {@code length} ones. */
    public double predict(EngineRun run, int length) {
        return Math.max(0, Math.min(CAP, trees.predict(features.of(run, length))));
    }
}
