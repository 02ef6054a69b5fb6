package org.gemello.energy.turbine;

import java.util.function.DoubleUnaryOperator;

/** Gains of the pitch controller over the pitch: the further the blades are pitched, the more strongly the rotor reacts. */
public final class GainSchedule {
    private final DoubleUnaryOperator proportional;
    private final DoubleUnaryOperator integral;

    private GainSchedule(DoubleUnaryOperator proportional, DoubleUnaryOperator integral) {
        this.proportional = proportional;
        this.integral = integral;
    }

    /**
     * The schedule of the NREL 5-MW turbine (NREL/TP-500-38060, equation 7-16).
     *
     * @param doubled pitch in rad at which the rotor reacts twice as strongly as at 0
     */
    public static GainSchedule halving(double proportional, double integral, double doubled) {
        DoubleUnaryOperator share = pitch -> 1 / (1 + Math.max(pitch, 0) / doubled);
        return new GainSchedule(pitch -> proportional * share.applyAsDouble(pitch), pitch -> integral * share.applyAsDouble(pitch));
    }

    /** A schedule given by rows of pitch in rad, proportional gain in s and integral gain. */
    public static GainSchedule table(double[][] rows) {
        double[][] first = new double[rows.length][];
        double[][] second = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            first[i] = new double[] {rows[i][0], rows[i][1]};
            second[i] = new double[] {rows[i][0], rows[i][2]};
        }
        return new GainSchedule(new PiecewiseLinear(first)::at, new PiecewiseLinear(second)::at);
    }

    /** In s: rad of pitch by rad/s of generator speed. */
    double proportional(double pitch) {
        return proportional.applyAsDouble(pitch);
    }

    /** Rad of pitch by rad of generator turn, above 0. */
    double integral(double pitch) {
        return integral.applyAsDouble(pitch);
    }
}
