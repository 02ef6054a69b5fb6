package org.gemello.energy.turbine;

/** A function given by points, linear between them and constant beyond its ends. */
public final class PiecewiseLinear {
    private final double[] places;
    private final double[] values;

    /**
     * @param points pairs of place and value, one or more
     * @throws IllegalArgumentException where the places do not rise
     */
    public PiecewiseLinear(double[][] points) {
        places = new double[points.length];
        values = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            places[i] = points[i][0];
            values[i] = points[i][1];
            if (i > 0 && !(places[i] > places[i - 1])) {
                throw new IllegalArgumentException("the first column must rise, " + places[i] + " comes after " + places[i - 1]);
            }
        }
    }

    public double at(double place) {
        int last = places.length - 1;
        if (!(place > places[0])) {
            return values[0];
        }
        int upper = 1;
        while (upper < last && places[upper] < place) {
            upper++;
        }
        if (upper > last || place >= places[last]) {
            return values[last];
        }
        double share = (place - places[upper - 1]) / (places[upper] - places[upper - 1]);
        return values[upper - 1] + share * (values[upper] - values[upper - 1]);
    }
}
