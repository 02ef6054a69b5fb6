package org.gemello.energy.rul;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
    private static final int FOLDS = 5;
    private static final int MAGIC = 0x52554c31;
    private final BoostedTrees trees;
    private final ErrorBands bands;

    private RemainingLife(WindowFeatures features, BoostedTrees trees, ErrorBands bands) {
        this.features = features;
        this.trees = trees;
        this.bands = bands;
    }

    /**
     * Cycles left.
     *
     * @param expected best estimate, 0 to {@value #CAP}
     * @param low      lower end of the interval that held the (capped) life of nine in ten machines that were not learned from
     * @param high     its upper end
     */
    public record Estimate(double expected, double low, double high) {
    }

    /** Turbofans of C-MAPSS FD001, learned by {@code energy/rul --train train_FD001.txt.gz --save FILE}. */
    public static RemainingLife turbofan() {
        try (InputStream in = RemainingLife.class.getResourceAsStream("cmapss-fd001.model")) {
            return read(new DataInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the turbofan's model cannot be read from the bundle", e);
        }
    }

    /** Learns, and tells from five-fold cross-validation over machines how far off it is; takes six times as long as {@link #train}. */
    public static RemainingLife trainWithInterval(List<EngineRun> runs) {
        List<double[]> pairs = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<EngineRun> learned = new ArrayList<>();
            List<EngineRun> held = new ArrayList<>();
            for (int k = 0; k < runs.size(); k++) {
                (k % FOLDS == fold ? held : learned).add(runs.get(k));
            }
            RemainingLife model = train(learned);
            for (EngineRun run : held) {
                for (int length = Math.min(SHORTEST, run.length()); length <= run.length(); length++) {
                    pairs.add(new double[] {model.predict(run, length), Math.min(CAP, run.length() - length)});
                }
            }
        }
        RemainingLife whole = train(runs);
        return new RemainingLife(whole.features, whole.trees, ErrorBands.of(pairs));
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
            target.stream().mapToDouble(Double::doubleValue).toArray(), settings), ErrorBands.of(List.of()));
    }

    /** Cycles that the machine has left after the last recorded one, 0 to {@value #CAP}. */
    public double predict(EngineRun run) {
        return predict(run, run.length());
    }

    /** Cycles that the machine had left after the first {@code length} ones. */
    public double predict(EngineRun run, int length) {
        return Math.max(0, Math.min(CAP, trees.predict(features.of(run, length))));
    }

    /** Cycles that the machine has left after the last recorded one, with an interval. */
    public Estimate estimate(EngineRun run) {
        return estimate(run.cycles().subList(Math.max(0, run.length() - WindowFeatures.LONG), run.length()), run.length());
    }

    /** Cycles left of a machine of some age from its last 30 cycles, or all that there are. */
    public Estimate estimate(List<double[]> last, int age) {
        double expected = Math.max(0, Math.min(CAP, trees.predict(features.of(last, age))));
        return new Estimate(expected, bands.low(expected), bands.high(expected));
    }

    /** Everything that was learned, so that it need not be learned again. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(MAGIC);
        features.write(out);
        trees.write(out);
        bands.write(out);
    }

    /** @throws IOException where the bytes are not what {@link #write} wrote */
    public static RemainingLife read(DataInput in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("no model of remaining life");
        }
        return new RemainingLife(WindowFeatures.read(in), BoostedTrees.read(in), ErrorBands.read(in));
    }
}
