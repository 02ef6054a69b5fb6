package org.gemello.energy.rotor;

import java.util.Arrays;

/**
 * Lift and drag coefficients of an airfoil over the angle of attack from -180 to 180 degrees, linear between the points given.
 * Looked up in three steps, so that nothing is allocated: the interval, the place in it, the coefficient.
 */
public final class Polar {
    private static final double CELL = Math.toRadians(0.5);
    private final double[] alpha;
    private final double[] lift;
    private final double[] drag;
    /** For every half degree the interval in which it lies. */
    private final int[] start;

    /**
     * @param degrees angles of attack, rising, two or more
     * @throws IllegalArgumentException where the table is broken; the message names the row, counted from 1
     */
    public Polar(double[] degrees, double[] lift, double[] drag) {
        if (degrees.length < 2 || lift.length != degrees.length || drag.length != degrees.length) {
            throw new IllegalArgumentException("a polar needs two rows or more, each with angle, lift and drag; it has " + degrees.length);
        }
        alpha = new double[degrees.length];
        for (int i = 0; i < degrees.length; i++) {
            if (i > 0 && !(degrees[i] > degrees[i - 1])) {
                throw new IllegalArgumentException("row " + (i + 1) + ": the angles of attack must rise, " + degrees[i] + " comes after "
                        + degrees[i - 1]);
            }
            alpha[i] = Math.toRadians(degrees[i]);
        }
        if (degrees[0] > -180 || degrees[degrees.length - 1] < 180) {
            throw new IllegalArgumentException("the angles must reach from -180 to 180 degrees, they reach from " + degrees[0] + " to "
                    + degrees[degrees.length - 1]);
        }
        this.lift = lift.clone();
        this.drag = drag.clone();
        start = new int[(int) Math.ceil(2 * Math.PI / CELL) + 2];
        for (int cell = 0, i = 0; cell < start.length; cell++) {
            while (i < alpha.length - 2 && alpha[i + 1] <= cell * CELL - Math.PI) {
                i++;
            }
            start[cell] = i;
        }
    }

    private Polar(double[] alpha, double[] lift, double[] drag, int[] start) {
        this.alpha = alpha;
        this.lift = lift;
        this.drag = drag;
        this.start = start;
    }

    /** The same airfoil with its lift multiplied and with more drag. */
    Polar changed(double liftFactor, double moreDrag) {
        return new Polar(alpha, Arrays.stream(lift).map(value -> value * liftFactor).toArray(),
                Arrays.stream(drag).map(value -> value + moreDrag).toArray(), start);
    }

    /** Interval of an angle of attack from -pi to pi; beyond, the nearest end. */
    int interval(double angle) {
        int i = start[Math.min(Math.max((int) ((angle + Math.PI) / CELL), 0), start.length - 1)];
        while (i < alpha.length - 2 && alpha[i + 1] < angle) {
            i++;
        }
        return i;
    }

    /** Place of an angle in its interval, 0 to 1. */
    double place(int interval, double angle) {
        double low = alpha[interval];
        return Math.min(Math.max((angle - low) / (alpha[interval + 1] - low), 0), 1);
    }

    double lift(int interval, double place) {
        return lift[interval] + place * (lift[interval + 1] - lift[interval]);
    }

    double drag(int interval, double place) {
        return drag[interval] + place * (drag[interval + 1] - drag[interval]);
    }

    /** Lift coefficient at an angle of attack in rad. */
    public double lift(double angle) {
        int interval = interval(angle);
        return lift(interval, place(interval, angle));
    }

    /** Drag coefficient at an angle of attack in rad. */
    public double drag(double angle) {
        int interval = interval(angle);
        return drag(interval, place(interval, angle));
    }
}
