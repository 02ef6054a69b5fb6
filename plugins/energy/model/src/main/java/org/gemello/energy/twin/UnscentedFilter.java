package org.gemello.energy.twin;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Unscented Kalman filter for parameters that walk at random, with one scalar measurement (S. J. Julier, J. K. Uhlmann, "Unscented
 * filtering and nonlinear estimation", Proceedings of the IEEE 92, 2004; kappa = 3 - n). Up to three parameters.
 */
final class UnscentedFilter {
    private static final double SPREAD = Math.sqrt(3);
    private static final int ALL = Parameter.values().length;
    private final List<Parameter> parameters;
    private final double[] mean;
    private final double[][] covariance;

    UnscentedFilter(List<Parameter> parameters) {
        this.parameters = parameters;
        int n = parameters.size();
        mean = new double[n];
        covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            mean[i] = parameters.get(i).start;
            covariance[i][i] = square(parameters.get(i).deviation);
        }
    }

    /**
     * Takes a measurement.
     *
     * @param variance of its noise
     * @param model    the measurement to be expected from all parameters in the order of the enum
     * @return innovation squared by its variance, and logarithm of the likelihood
     */
    Fit update(double measured, double variance, ToDoubleFunction<double[]> model) {
        int n = mean.length;
        for (int i = 0; i < n; i++) {
            covariance[i][i] += square(parameters.get(i).walk);
        }
        double[][] root = cholesky(covariance);
        double[] full = new double[ALL];
        double[] values = new double[2 * n + 1];
        values[0] = at(model, full, null, 0);
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                column[i] = SPREAD * root[i][j];
            }
            values[1 + 2 * j] = at(model, full, column, 1);
            values[2 + 2 * j] = at(model, full, column, -1);
        }
        double centre = n == 0 ? 1 : (3 - n) / 3.0;
        double expected = centre * values[0];
        for (int k = 1; k < values.length; k++) {
            expected += values[k] / 6;
        }
        double spread = variance + centre * square(values[0] - expected);
        double[] cross = new double[n];
        for (int j = 0; j < n; j++) {
            spread += (square(values[1 + 2 * j] - expected) + square(values[2 + 2 * j] - expected)) / 6;
            for (int i = 0; i < n; i++) {
                cross[i] += SPREAD * root[i][j] * (values[1 + 2 * j] - values[2 + 2 * j]) / 6;
            }
        }
        double innovation = measured - expected;
        correct(cross, spread, innovation);
        double distance = innovation * innovation / spread;
        return new Fit(distance, -(distance + Math.log(spread)) / 2);
    }

    /** How well a measurement was foreseen. */
    record Fit(double distance, double likelihood) {
    }

    private double at(ToDoubleFunction<double[]> model, double[] full, double[] column, int sign) {
        for (int i = 0; i < mean.length; i++) {
            full[parameters.get(i).ordinal()] = mean[i] + (sign == 0 ? 0 : sign * column[i]);
        }
        return model.applyAsDouble(full);
    }

    private void correct(double[] cross, double spread, double innovation) {
        for (int i = 0; i < mean.length; i++) {
            Parameter parameter = parameters.get(i);
            mean[i] = Math.min(Math.max(mean[i] + cross[i] / spread * innovation, parameter.low), parameter.high);
            for (int j = 0; j < mean.length; j++) {
                covariance[i][j] -= cross[i] * cross[j] / spread;
            }
        }
        for (int i = 0; i < mean.length; i++) {
            // what is not seen does not become less certain than it was at the beginning
            double scale = Math.min(1, parameters.get(i).deviation / Math.sqrt(Math.max(covariance[i][i], 1e-18)));
            for (int j = 0; j < mean.length; j++) {
                covariance[i][j] *= scale;
                covariance[j][i] *= scale;
            }
        }
    }

    private static double[][] cholesky(double[][] matrix) {
        int n = matrix.length;
        double[][] root = new double[n][n];
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                double sum = (matrix[i][j] + matrix[j][i]) / 2;
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-18)) : sum / root[j][j];
            }
        }
        return root;
    }

    private static double square(double value) {
        return value * value;
    }

    double mean(int index) {
        return mean[index];
    }

    double deviation(int index) {
        return Math.sqrt(Math.max(covariance[index][index], 0));
    }

    void write(DataOutput out) throws IOException {
        for (int i = 0; i < mean.length; i++) {
            out.writeDouble(mean[i]);
            for (double value : covariance[i]) {
                out.writeDouble(value);
            }
        }
    }

    void readInto(DataInput in) throws IOException {
        for (int i = 0; i < mean.length; i++) {
            mean[i] = in.readDouble();
            for (int j = 0; j < mean.length; j++) {
                covariance[i][j] = in.readDouble();
            }
        }
    }
}
