package org.gemello.energy.numeric;

import java.util.function.DoubleUnaryOperator;

/** A root of a continuous function in an interval (R. P. Brent, Algorithms for Minimization without Derivatives, 1973, chapter 4). */
public final class RootSearch {
    private static final int MOST_STEPS = 200;

    private RootSearch() {
    }

    /**
     * The root, or one of them, to within {@code accuracy} and rounding.
     *
     * @throws IllegalArgumentException where the function has the same sign at both ends, or is not a number on the way
     */
    public static double of(DoubleUnaryOperator function, double low, double high, double accuracy) {
        double a = low;
        double b = high;
        double fa = function.applyAsDouble(a);
        double fb = function.applyAsDouble(b);
        if (!(fa * fb <= 0)) {
            throw new IllegalArgumentException("no root between " + low + " and " + high + ": the values there are " + fa + " and " + fb);
        }
        double c = a;
        double fc = fa;
        double step = b - a;
        double before = step;
        for (int k = 0; k < MOST_STEPS; k++) {
            if (Math.abs(fc) < Math.abs(fb)) {
                a = b;
                b = c;
                c = a;
                fa = fb;
                fb = fc;
                fc = fa;
            }
            double tolerance = 2 * Math.ulp(b) + accuracy / 2;
            double half = (c - b) / 2;
            if (Math.abs(half) <= tolerance || fb == 0) {
                return b;
            }
            double next = Math.abs(before) < tolerance || Math.abs(fa) <= Math.abs(fb) ? Double.NaN : interpolated(a, b, c, fa, fb, fc);
            boolean taken = Math.abs(next) < Math.min(1.5 * Math.abs(half) - Math.abs(tolerance) / 2, Math.abs(before) / 2)
                    && next * half > 0;
            before = taken ? step : half;
            step = taken ? next : half;
            a = b;
            fa = fb;
            b += Math.abs(step) > tolerance ? step : Math.copySign(tolerance, half);
            fb = function.applyAsDouble(b);
            if (Double.isNaN(fb)) {
                break;
            }
            if (fb * fc > 0) {
                c = a;
                fc = fa;
                step = b - a;
                before = step;
            }
        }
        throw new IllegalArgumentException("the search between " + low + " and " + high + " does not settle: at " + b + " the value is "
                + fb);
    }

    /** Step from b by the secant, or by inverse quadratic interpolation where there are three points. */
    private static double interpolated(double a, double b, double c, double fa, double fb, double fc) {
        double s = fb / fa;
        double p;
        double q;
        if (a == c) {
            p = (c - b) * s;
            q = 1 - s;
        } else {
            double u = fa / fc;
            double r = fb / fc;
            p = s * ((c - b) * u * (u - r) - (b - a) * (r - 1));
            q = (u - 1) * (r - 1) * (s - 1);
        }
        return -p / q;
    }
}
