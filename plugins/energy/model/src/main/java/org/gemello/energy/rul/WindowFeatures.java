package org.gemello.energy.rul;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What is known of a machine after a number of cycles: per sensor the mean of a short and of a long window and the slope of the long
 * one, and the number of cycles. Sensors are scaled to the mean and deviation of the training machines; one that does not move in
 * the training is left out. Made for one operating condition (C-MAPSS FD001, FD003): settings of the flight are not used.
 */
final class WindowFeatures {
    private static final int SHORT = 10;
    private static final int LONG = 30;
    private static final double STILL = 1e-6;
    private final int[] sensors;
    private final double[] mean;
    private final double[] deviation;

    WindowFeatures(List<EngineRun> runs) {
        int count = runs.get(0).cycles().get(0).length;
        double[] sum = new double[count];
        double[] squares = new double[count];
        int rows = 0;
        for (EngineRun run : runs) {
            rows += run.length();
            run.cycles().forEach(cycle -> add(cycle, sum));
        }
        for (int s = 0; s < count; s++) {
            sum[s] /= rows;
        }
        for (EngineRun run : runs) {
            run.cycles().forEach(cycle -> addSquares(cycle, sum, squares));
        }
        mean = sum;
        deviation = new double[count];
        for (int s = 0; s < count; s++) {
            deviation[s] = Math.sqrt(squares[s] / rows);
        }
        sensors = IntStream.range(0, count)
            .filter(s -> deviation[s] > STILL * Math.max(1, Math.abs(mean[s]))).toArray();
        if (sensors.length == 0) {
            throw new IllegalArgumentException("no sensor of the training data moves");
        }
    }

    int count() {
        return 3 * sensors.length + 1;
    }

    /** Features of a machine after its first {@code length} cycles. */
    double[] of(EngineRun run, int length) {
        double[] features = new double[count()];
        for (int k = 0; k < sensors.length; k++) {
            features[3 * k] = window(run, sensors[k], length, SHORT);
            features[3 * k + 1] = window(run, sensors[k], length, LONG);
            features[3 * k + 2] = slope(run, sensors[k], length);
        }
        features[features.length - 1] = length / 100.0;
        return features;
    }

    private double window(EngineRun run, int sensor, int length, int width) {
        int from = Math.max(0, length - width);
        double sum = 0;
        for (int c = from; c < length; c++) {
            sum += scaled(run, c, sensor);
        }
        return sum / (length - from);
    }

    /** Least-squares slope over the long window, times its length; shrunk where the window is still short. */
    private double slope(EngineRun run, int sensor, int length) {
        int from = Math.max(0, length - LONG);
        double middle = (from + length - 1) / 2.0;
        double product = 0;
        for (int c = from; c < length; c++) {
            product += (c - middle) * scaled(run, c, sensor);
        }
        return product * 12 / (LONG * (LONG * LONG - 1.0)) * LONG;
    }

    private double scaled(EngineRun run, int cycle, int sensor) {
        return (run.cycles().get(cycle)[sensor] - mean[sensor]) / deviation[sensor];
    }

    private static void add(double[] cycle, double[] sum) {
        for (int s = 0; s < sum.length; s++) {
            sum[s] += cycle[s];
        }
    }

    private static void addSquares(double[] cycle, double[] mean, double[] squares) {
        for (int s = 0; s < mean.length; s++) {
            squares[s] += (cycle[s] - mean[s]) * (cycle[s] - mean[s]);
        }
    }
}
