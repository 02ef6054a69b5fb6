package org.gemello.energy.filter;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Unscented Kalman filter with one scalar measurement and additive noise (S. J. Julier, J. K. Uhlmann, "Unscented filtering and nonlinear
 * estimation", Proceedings of the IEEE 92, 2004, equations 12 and 15). Mutable, for one thread.
 */
public final class UnscentedFilter {
    private static final double LEAST_VARIANCE = 1e-24;
    private final int n;
    private final double kappa;
    private final double[] mean;
    private final double[][] covariance;

    /**
     * @param mean       first guess of the state; none at all is a filter that only judges measurements
     * @param deviations its standard deviations, above 0
     * @param kappa      weight of the centre: 0 for sigma points of equal weight, 3 less the size of the state for normal distributions
     */
    public UnscentedFilter(double[] mean, double[] deviations, double kappa) {
        n = mean.length;
        this.kappa = kappa;
        this.mean = mean.clone();
        covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            covariance[i][i] = square(deviations[i]);
        }
    }

    /** The state moves, and noise of these variances is added. */
    public void predict(UnaryOperator<double[]> motion, double[] noise) {
        double[][] points = sigmaPoints();
        for (int p = 0; p < points.length; p++) {
            points[p] = motion.apply(points[p]);
        }
        for (int i = 0; i < n; i++) {
            mean[i] = 0;
            for (int p = 0; p < points.length; p++) {
                mean[i] += weight(p) * points[p][i];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[i][j] = i == j ? noise[i] : 0;
                for (int p = 0; p < points.length; p++) {
                    covariance[i][j] += weight(p) * (points[p][i] - mean[i]) * (points[p][j] - mean[j]);
                }
            }
        }
    }

    /** The state stays, and becomes less certain by these variances. */
    public void walk(double[] noise) {
        for (int i = 0; i < n; i++) {
            covariance[i][i] += noise[i];
        }
    }

    /**
     * Takes a measurement, unless it is too far off.
     *
     * @param variance of its noise, above 0
     * @param model    the measurement to be expected in a state
     * @param gate     largest innovation that is believed, in standard deviations
     */
    public Fit correct(double measured, double variance, ToDoubleFunction<double[]> model, double gate) {
        double[][] points = sigmaPoints();
        double[] seen = new double[points.length];
        double expected = 0;
        for (int p = 0; p < points.length; p++) {
            seen[p] = model.applyAsDouble(points[p]);
            expected += weight(p) * seen[p];
        }
        double spread = variance;
        double[] cross = new double[n];
        for (int p = 0; p < points.length; p++) {
            spread += weight(p) * square(seen[p] - expected);
            for (int i = 0; i < n; i++) {
                cross[i] += weight(p) * (points[p][i] - mean[i]) * (seen[p] - expected);
            }
        }
        Fit fit = new Fit(measured - expected, spread);
        if (fit.distance() <= square(gate)) {
            for (int i = 0; i < n; i++) {
                mean[i] += cross[i] / spread * fit.innovation;
                for (int j = 0; j < n; j++) {
                    covariance[i][j] -= cross[i] * cross[j] / spread;
                }
            }
        }
        return fit;
    }

    /**
     * How well a measurement was foreseen.
     *
     * @param innovation measured less expected
     * @param variance   that was to be expected of it
     */
    public record Fit(double innovation, double variance) {
        /** Innovation squared, by its variance. */
        public double distance() {
            return innovation * innovation / variance;
        }

        /** Logarithm of the likelihood, but for a constant. */
        public double likelihood() {
            return -(distance() + Math.log(variance)) / 2;
        }
    }

    /** Keeps a part of the state within a range, and no less certain than it was at first. */
    public void limit(int index, double low, double high, double mostDeviation) {
        mean[index] = Math.min(Math.max(mean[index], low), high);
        double scale = Math.min(1, mostDeviation / Math.sqrt(Math.max(covariance[index][index], LEAST_VARIANCE)));
        for (int j = 0; j < n; j++) {
            covariance[index][j] *= scale;
            covariance[j][index] *= scale;
        }
    }

    public double mean(int index) {
        return mean[index];
    }

    public double deviation(int index) {
        return Math.sqrt(Math.max(covariance[index][index], 0));
    }

    public void write(DataOutput out) throws IOException {
        for (int i = 0; i < n; i++) {
            out.writeDouble(mean[i]);
            for (double value : covariance[i]) {
                out.writeDouble(value);
            }
        }
    }

    /** Takes what {@link #write} of a filter of the same size wrote. */
    public void read(DataInput in) throws IOException {
        for (int i = 0; i < n; i++) {
            mean[i] = in.readDouble();
            for (int j = 0; j < n; j++) {
                covariance[i][j] = in.readDouble();
            }
        }
    }

    /** The centre first; without weight it is left out, so that nothing is computed in vain. */
    private double[][] sigmaPoints() {
        double[][] root = cholesky();
        double spread = Math.sqrt(n + kappa);
        int first = kappa == 0 ? 0 : 1;
        double[][] points = new double[first + 2 * n][];
        for (int p = 0; p < points.length; p++) {
            points[p] = mean.clone();
        }
        for (int k = 0; k < n; k++) {
            for (int i = k; i < n; i++) {
                points[first + 2 * k][i] += spread * root[i][k];
                points[first + 2 * k + 1][i] -= spread * root[i][k];
            }
        }
        return points;
    }

    private double weight(int point) {
        return kappa != 0 && point == 0 ? kappa / (n + kappa) : 0.5 / (n + kappa);
    }

    private double[][] cholesky() {
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = (covariance[i][j] + covariance[j][i]) / 2;
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                // rounding may leave a variance of a hair below 0
                root[i][j] = i == j ? Math.sqrt(Math.max(sum, LEAST_VARIANCE)) : sum / root[j][j];
            }
        }
        return root;
    }

    private static double square(double value) {
        return value * value;
    }
}
