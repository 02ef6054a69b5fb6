package org.gemello.energy.fit;

import java.util.function.UnaryOperator;
import org.gemello.energy.numeric.Cholesky;

/**
 * Parameters of a nonlinear model from measurements with known uncertainty: Gauss-Newton with a prior, that is, the maximum of the
 * posterior for normally distributed errors (Rodgers, Inverse Methods for Atmospheric Sounding, 2000, equation 5.9).
 */
public final class WeightedFit {
    private static final int MAX_STEPS = 40;
    private static final double CLOSE = 1e-9;
    private final double[] prior;
    private final double[] priorDeviation;
    private final double[] measurementDeviation;

    /** Expected parameters, their standard deviation before any measurement, and the standard deviation of each measurement. */
    public WeightedFit(double[] prior, double[] priorDeviation, double[] measurementDeviation) {
        this.prior = prior.clone();
        this.priorDeviation = priorDeviation.clone();
        this.measurementDeviation = measurementDeviation.clone();
    }

    /** Finds the parameters; an error in place of a result if the steps do not settle or a measurement is not a number. */
    public Result solve(UnaryOperator<double[]> model, double[] measured) {
        double[] x = prior.clone();
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] expected = model.apply(x);
            double[][] jacobian = jacobian(model, x, expected);
            double[] gradient = new double[x.length];
            double[][] normal = new double[x.length][x.length];
            for (int a = 0; a < x.length; a++) {
                double weight = 1 / (priorDeviation[a] * priorDeviation[a]);
                gradient[a] = (prior[a] - x[a]) * weight;
                normal[a][a] = weight;
            }
            for (int m = 0; m < measured.length; m++) {
                double residual = finite(measured[m] - expected[m], m);
                double weight = 1 / (measurementDeviation[m] * measurementDeviation[m]);
                for (int a = 0; a < x.length; a++) {
                    gradient[a] += jacobian[m][a] * weight * residual;
                    for (int b = 0; b < x.length; b++) {
                        normal[a][b] += jacobian[m][a] * weight * jacobian[m][b];
                    }
                }
            }
            double[][] covariance = Cholesky.inverse(normal);
            double largest = 0;
            for (int a = 0; a < x.length; a++) {
                double change = 0;
                for (int b = 0; b < x.length; b++) {
                    change += covariance[a][b] * gradient[b];
                }
                x[a] += change;
                largest = Math.max(largest, Math.abs(change) / priorDeviation[a]);
            }
            if (largest < CLOSE) {
                return new Result(x, deviations(covariance));
            }
        }
        throw new IllegalArgumentException("the measurements lead to no parameters: check them for a wrong unit or a stuck sensor");
    }

    private double[][] jacobian(UnaryOperator<double[]> model, double[] x, double[] expected) {
        double[][] jacobian = new double[expected.length][x.length];
        for (int a = 0; a < x.length; a++) {
            double step = priorDeviation[a] * 1e-4;
            double[] moved = x.clone();
            moved[a] += step;
            double[] above = model.apply(moved);
            moved[a] = x[a] - step;
            double[] below = model.apply(moved);
            for (int m = 0; m < expected.length; m++) {
                jacobian[m][a] = (above[m] - below[m]) / (2 * step);
            }
        }
        return jacobian;
    }

    private static double finite(double residual, int measurement) {
        if (!Double.isFinite(residual)) {
            throw new IllegalArgumentException("measurement " + measurement + " is not a number");
        }
        return residual;
    }

    private static double[] deviations(double[][] covariance) {
        double[] deviations = new double[covariance.length];
        for (int a = 0; a < deviations.length; a++) {
            deviations[a] = Math.sqrt(covariance[a][a]);
        }
        return deviations;
    }

    /** Parameters and the standard deviation of each. */
    public record Result(double[] parameters, double[] deviations) {
    }
}
