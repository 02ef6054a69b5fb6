package org.gemello.energy.wake;

/** Geometry of discs. */
final class Disc {
    /** Radii and weights of Gauss-Legendre quadrature over the squared radius: each ring counts by its area. */
    private static final double[] RINGS = {Math.sqrt(0.5 - Math.sqrt(0.15)), Math.sqrt(0.5), Math.sqrt(0.5 + Math.sqrt(0.15))};
    private static final double[] WEIGHTS = {5.0 / 18, 8.0 / 18, 5.0 / 18};
    private static final int SECTORS = 8;
    private static final double[] COS = new double[SECTORS];
    private static final double[] SIN = new double[SECTORS];

    static {
        for (int i = 0; i < SECTORS; i++) {
            COS[i] = Math.cos((i + 0.5) * 2 * Math.PI / SECTORS);
            SIN[i] = Math.sin((i + 0.5) * 2 * Math.PI / SECTORS);
        }
    }

    /** A quantity over the plane of a rotor, by place in m from some middle. */
    @FunctionalInterface
    interface Field {
        double at(double lateral, double vertical);
    }

    private Disc() {
    }

    /** Area in m2 that two discs share whose middles are a distance (m) apart. */
    static double overlap(double first, double second, double distance) {
        if (distance >= first + second) {
            return 0;
        }
        double small = Math.min(first, second);
        if (distance <= Math.abs(first - second)) {
            return Math.PI * small * small;
        }
        double toFirst = (distance * distance + first * first - second * second) / (2 * distance);
        return segment(first, toFirst) + segment(second, distance - toFirst);
    }

    /** What a chord at this distance from the middle cuts off. */
    private static double segment(double radius, double distance) {
        return radius * radius * Math.acos(Math.max(-1, Math.min(1, distance / radius)))
                - distance * Math.sqrt(Math.max(0, radius * radius - distance * distance));
    }

    /** Mean of a field over a disc whose middle is {@code lateral} m aside; 24 points. */
    static double mean(Field field, double lateral, double radius) {
        double sum = 0;
        for (int ring = 0; ring < RINGS.length; ring++) {
            double distance = RINGS[ring] * radius;
            double around = 0;
            for (int i = 0; i < SECTORS; i++) {
                around += field.at(lateral + distance * COS[i], distance * SIN[i]);
            }
            sum += WEIGHTS[ring] * around / SECTORS;
        }
        return sum;
    }
}
