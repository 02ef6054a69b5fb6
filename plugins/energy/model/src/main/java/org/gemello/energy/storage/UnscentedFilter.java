package org.gemello.energy.storage;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Unscented Kalman filter with one measurement and additive noise (S. Julier and J. Uhlmann, Unscented filtering and nonlinear
 * estimation, Proc. IEEE 92, 2004): symmetric sigma points of equal weight.
 */
final class UnscentedFilter {
    private final int n;
    final double[] mean;
    final double[][] covariance;

    UnscentedFilter(double[] mean, double[] deviations) {
        n = mean.length;
        this.mean = mean.clone();
        covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            covariance[i][i] = deviations[i] * deviations[i];
        }
    }

    void predict(UnaryOperator<double[]> motion, double[] noiseVariance) {
        double[][] points = sigmaPoints();
        for (int p = 0; p < points.length; p++) {
            points[p] = motion.apply(points[p]);
        }
        for (int i = 0; i < n; i++) {
            mean[i] = 0;
            for (double[] point : points) {
                mean[i] += point[i] / points.length;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[i][j] = i == j ? noiseVariance[i] : 0;
                for (double[] point : points) {
                    covariance[i][j] += (point[i] - mean[i]) * (point[j] - mean[j]) / points.length;
                }
            }
        }
    }

    /** Corrects by a measurement; returns the innovation in its standard deviations, and leaves the state where that is above the gate. */
    double correct(double measured, double variance, ToDoubleFunction<double[]> model, double gate) {
        double[][] points = sigmaPoints();
        double[] seen = new double[points.length];
        double expected = 0;
        for (int p = 0; p < points.length; p++) {
            seen[p] = model.applyAsDouble(points[p]);
            expected += seen[p] / points.length;
        }
        double spread = variance;
        double[] cross = new double[n];
        for (int p = 0; p < points.length; p++) {
            spread += (seen[p] - expected) * (seen[p] - expected) / points.length;
            for (int i = 0; i < n; i++) {
                cross[i] += (points[p][i] - mean[i]) * (seen[p] - expected) / points.length;
            }
        }
        double innovation = (measured - expected) / Math.sqrt(spread);
        if (Math.abs(innovation) <= gate) {
            for (int i = 0; i < n; i++) {
                mean[i] += cross[i] / spread * (measured - expected);
                for (int j = 0; j < n; j++) {
                    covariance[i][j] -= cross[i] * cross[j] / spread;
                }
            }
        }
        return innovation;
    }

    private double[][] sigmaPoints() {
        double[][] root = cholesky();
        double[][] points = new double[2 * n][];
        for (int k = 0; k < n; k++) {
            points[k] = mean.clone();
            points[n + k] = mean.clone();
            for (int i = k; i < n; i++) {
                points[k][i] += Math.sqrt(n) * root[i][k];
                points[n + k][i] -= Math.sqrt(n) * root[i][k];
            }
        }
        return points;
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
                root[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-24)) : sum / root[j][j];
            }
        }
        return root;
    }
}
