package org.gemello.energy.rul;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How far predictions of remaining life were off on machines that were not learned from: 5 and 95 % quantiles, by what was predicted. */
final class ErrorBands {
    private static final int BANDS = 10;
    private static final double WIDTH = (double) RemainingLife.CAP / BANDS;
    private static final double TAIL = 0.05;
    private final double[] low = new double[BANDS];
    private final double[] high = new double[BANDS];

    private ErrorBands() {
    }

    /** From predictions and true lives, both capped. */
    static ErrorBands of(List<double[]> pairs) {
        List<List<Double>> errors = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            errors.add(new ArrayList<>());
        }
        pairs.forEach(pair -> errors.get(band(pair[0])).add(pair[1] - pair[0]));
        ErrorBands bands = new ErrorBands();
        for (int band = 0; band < BANDS; band++) {
            double[] sorted = errors.get(band).stream().mapToDouble(Double::doubleValue).sorted().toArray();
            bands.low[band] = sorted.length == 0 ? -RemainingLife.CAP : sorted[(int) (TAIL * sorted.length)];
            bands.high[band] = sorted.length == 0 ? RemainingLife.CAP : sorted[(int) ((1 - TAIL) * sorted.length)];
        }
        return bands;
    }

    private static int band(double predicted) {
        return (int) Math.max(0, Math.min(BANDS - 1, predicted / WIDTH));
    }

    /** Lower end of the interval that holds nine in ten. */
    double low(double predicted) {
        return Math.max(0, predicted + Math.min(0, between(low, predicted)));
    }

    double high(double predicted) {
        return Math.min(RemainingLife.CAP, predicted + Math.max(0, between(high, predicted)));
    }

    /** Straight between the middles of the bands, so that the interval does not jump. */
    private static double between(double[] values, double predicted) {
        double at = predicted / WIDTH - 0.5;
        int below = (int) Math.max(0, Math.min(BANDS - 2, Math.floor(at)));
        double share = Math.max(0, Math.min(1, at - below));
        return (1 - share) * values[below] + share * values[below + 1];
    }

    void write(DataOutput out) throws IOException {
        for (int band = 0; band < BANDS; band++) {
            out.writeFloat((float) low[band]);
            out.writeFloat((float) high[band]);
        }
    }

    static ErrorBands read(DataInput in) throws IOException {
        ErrorBands bands = new ErrorBands();
        for (int band = 0; band < BANDS; band++) {
            bands.low[band] = in.readFloat();
            bands.high[band] = in.readFloat();
        }
        return bands;
    }
}
