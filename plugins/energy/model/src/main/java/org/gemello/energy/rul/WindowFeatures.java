package org.gemello.energy.rul;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is known of a machine after a number of cycles: per sensor the mean of a short and of a long window and the slope of the long
 * one, and the number of cycles. Sensors are scaled to the mean and deviation of the training machines; one that does not move in
 * the training is left out. Made for one operating condition (C-MAPSS FD001, FD003): settings of the flight are not used.
 */
final class WindowFeatures {
    private static final int SHORT = 10;
    static final int LONG = 30;
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

    private WindowFeatures(int[] sensors, double[] mean, double[] deviation) {
        this.sensors = sensors;
        this.mean = mean;
        this.deviation = deviation;
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(mean.length);
        for (int s = 0; s < mean.length; s++) {
            out.writeDouble(mean[s]);
            out.writeDouble(deviation[s]);
        }
        out.writeByte(sensors.length);
        for (int sensor : sensors) {
            out.writeByte(sensor);
        }
    }

    static WindowFeatures read(DataInput in) throws IOException {
        double[] mean = new double[in.readUnsignedByte()];
        double[] deviation = new double[mean.length];
        for (int s = 0; s < mean.length; s++) {
            mean[s] = in.readDouble();
            deviation[s] = in.readDouble();
        }
        int[] sensors = new int[in.readUnsignedByte()];
        for (int k = 0; k < sensors.length; k++) {
            sensors[k] = in.readUnsignedByte();
        }
        return new WindowFeatures(sensors, mean, deviation);
    }

    int count() {
        return 3 * sensors.length + 1;
    }

    /** Features of a machine after its first {@code length} cycles. */
    double[] of(EngineRun run, int length) {
        return of(run.cycles().subList(Math.max(0, length - LONG), length), length);
    }

    /** Features of a machine of some age from its last cycles, {@value #LONG} of them or all that there are. */
    double[] of(List<double[]> last, int age) {
        double[] features = new double[count()];
        for (int k = 0; k < sensors.length; k++) {
            features[3 * k] = window(last, sensors[k], SHORT);
            features[3 * k + 1] = window(last, sensors[k], LONG);
            features[3 * k + 2] = slope(last, sensors[k]);
        }
        features[features.length - 1] = age / 100.0;
        return features;
    }

    private double window(List<double[]> last, int sensor, int width) {
        int from = Math.max(0, last.size() - width);
        double sum = 0;
        for (double[] cycle : last.subList(from, last.size())) {
            sum += scaled(cycle, sensor);
        }
        return sum / (last.size() - from);
    }

    /** Least-squares slope over the long window, times its length; shrunk where the window is still short. */
    private double slope(List<double[]> last, int sensor) {
        double middle = (last.size() - 1) / 2.0;
        double product = 0;
        for (int c = 0; c < last.size(); c++) {
            product += (c - middle) * scaled(last.get(c), sensor);
        }
        return product * 12 / (LONG * (LONG * LONG - 1.0)) * LONG;
    }

    private double scaled(double[] cycle, int sensor) {
        return (cycle[sensor] - mean[sensor]) / deviation[sensor];
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
