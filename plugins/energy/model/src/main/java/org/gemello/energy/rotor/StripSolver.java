package org.gemello.energy.rotor;

/**
 * Finds the inflow angle of one strip. The residual is Ning's (A. Ning, "A simple solution method for the blade element momentum
 * equations with guaranteed convergence", Wind Energy 17, 2014, equations 6 to 13), with Prandtl's tip and hub loss and Buhl's relation
 * for high thrust (M. L. Buhl, NREL/TP-500-36834, 2005); the root is bracketed as there and narrowed by Brent's method.
 */
final class StripSolver {
    private static final double SMALL = 1e-6;
    private static final double TOLERANCE = 5e-7;
    /** Where the induction nearly always lies: the angles that belong to it are tried first. */
    private static final double LEAST_INDUCTION = -0.02;
    private static final double MOST_INDUCTION = 0.45;
    private static final int MOST_STEPS = 100;
    /** Beyond this exponent a loss factor is 1 within 1e-6. */
    private static final double NO_LOSS = 14;
    private Strip strip;
    private double pitch;
    private double through;
    private double around;
    /** Normal and tangential coefficient, induction factors and inflow angle of the last residual. */
    double normal;
    double tangential;
    double axial;
    double swirl;
    double inflow;

    /**
     * @param throughSpeed wind through the strip in m/s, not 0
     * @param aroundSpeed  speed of the strip against the air in the rotor's plane in m/s, above 0
     */
    void solve(Strip solved, double pitchAngle, double throughSpeed, double aroundSpeed) {
        strip = solved;
        pitch = pitchAngle;
        through = throughSpeed;
        around = aroundSpeed;
        double low = Math.atan2(through * (1 - MOST_INDUCTION), around);
        double high = Math.atan2(through * (1 - LEAST_INDUCTION), around);
        double atLow = residual(low);
        double atHigh = residual(high);
        if (through > 0 && atLow * atHigh <= 0) {
            brent(low, high, atLow, atHigh);
            return;
        }
        double atZero = residual(SMALL);
        double atRight = residual(Math.PI / 2);
        if (atZero * atRight <= 0) {
            brent(SMALL, Math.PI / 2, atZero, atRight);
            return;
        }
        double brakeLow = residual(-Math.PI / 4);
        double brakeHigh = residual(-SMALL);
        if (brakeLow * brakeHigh <= 0) {
            brent(-Math.PI / 4, -SMALL, brakeLow, brakeHigh);
        } else {
            brent(Math.PI / 2, Math.PI - SMALL, atRight, residual(Math.PI - SMALL));
        }
    }

    /**
     * R. P. Brent, "Algorithms for Minimization without Derivatives", 1973, chapter 4; the last residual leaves the strip's state behind.
     */
    private void brent(double from, double to, double atFrom, double atTo) {
        double a = from;
        double b = to;
        double fa = atFrom;
        double fb = atTo;
        double c = a;
        double fc = fa;
        double step = b - a;
        double before = step;
        for (int i = 0; i < MOST_STEPS; i++) {
            if (Math.abs(fc) < Math.abs(fb)) {
                a = b;
                b = c;
                c = a;
                fa = fb;
                fb = fc;
                fc = fa;
            }
            double middle = (c - b) / 2;
            if (Math.abs(middle) <= TOLERANCE || fb == 0) {
                break;
            }
            if (Math.abs(before) < TOLERANCE || Math.abs(fa) <= Math.abs(fb)) {
                step = middle;
                before = middle;
            } else {
                double s = fb / fa;
                double p = a == c ? 2 * middle * s : s * (2 * middle * fa / fc * (fa / fc - fb / fc) - (b - a) * (fb / fc - 1));
                double q = a == c ? 1 - s : (fa / fc - 1) * (fb / fc - 1) * (s - 1);
                q = p > 0 ? -q : q;
                p = Math.abs(p);
                boolean take = 2 * p < Math.min(3 * middle * q - Math.abs(TOLERANCE * q), Math.abs(before * q));
                before = take ? step : middle;
                step = take ? p / q : middle;
            }
            a = b;
            fa = fb;
            b += Math.abs(step) > TOLERANCE ? step : Math.copySign(TOLERANCE, middle);
            fb = residual(b);
            if (fb * fc > 0) {
                c = a;
                fc = fa;
                step = b - a;
                before = step;
            }
        }
        if (inflow != b) {
            residual(b);
        }
    }

    private double residual(double angle) {
        double sin = Math.sin(angle);
        double cos = Math.cos(angle);
        inflow = angle;
        coefficients(angle, sin, cos);
        double loss = loss(Math.abs(sin));
        double k = strip.solidity * normal / (4 * loss * sin * sin);
        double swirlLoad = strip.solidity * tangential / (4 * loss * sin * cos) * Math.signum(through);
        swirl = swirlLoad / (1 - swirlLoad);
        double ratio = through / around;
        if (angle * through > 0) {
            axial = k <= 2.0 / 3 ? k / (1 + k) : highThrust(k, loss);
            return sin / (1 - axial) - ratio * cos * (1 - swirlLoad);
        }
        axial = k > 1 ? k / (k - 1) : 0;
        return sin * (1 - k) - ratio * cos * (1 - swirlLoad);
    }

    private void coefficients(double angle, double sin, double cos) {
        double attack = angle - strip.twist - pitch;
        int interval = strip.polar.interval(attack);
        double place = strip.polar.place(interval, attack);
        double lift = strip.polar.lift(interval, place);
        double drag = strip.polar.drag(interval, place);
        normal = lift * cos + drag * sin;
        tangential = lift * sin - drag * cos;
    }

    private static double highThrust(double k, double loss) {
        double first = 2 * loss * k - (10.0 / 9 - loss);
        double root = Math.sqrt(Math.max(2 * loss * k - loss * (4.0 / 3 - loss), 0));
        double third = 2 * loss * k - (25.0 / 9 - 2 * loss);
        return Math.abs(third) < SMALL ? 1 - 1 / (2 * root) : (first - root) / third;
    }

    private double loss(double sin) {
        return Math.max(factor(strip.tipExponent / sin) * factor(strip.hubExponent / sin), SMALL);
    }

    private static double factor(double exponent) {
        return exponent > NO_LOSS ? 1 : 2 / Math.PI * Math.acos(Math.exp(-exponent));
    }

    /**
     * Loads where the wake is skewed: the axial induction is changed by this factor, the airfoil sees the new angle (D. M. Pitt, D. A.
     * Peters 1981, as J. M. Jonkman and others give it for AeroDyn).
     */
    void skew(double factor) {
        axial = Math.min(axial * factor, 0.99);
        inflow = Math.atan2(through * (1 - axial), around * (1 + swirl));
        coefficients(inflow, Math.sin(inflow), Math.cos(inflow));
    }

    /** Square of the air's speed against the strip, in m2/s2. */
    double relativeSpeedSquared() {
        double ahead = through * (1 - axial);
        double side = around * (1 + swirl);
        return ahead * ahead + side * side;
    }
}
