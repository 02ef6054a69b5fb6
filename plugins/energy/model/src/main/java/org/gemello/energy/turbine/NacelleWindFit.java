package org.gemello.energy.turbine;

import java.util.List;

/**
 * The nacelle transfer function of a turbine from pairs of winds, free and at the nacelle, as they are recorded beside a mast (IEC
 * 61400-12-2, annex D): the share of the rotor's induction that the anemometer sees, by least squares. Pairs further off than three
 * standard deviations are left out once.
 *
 * @param share     see {@link NacelleWind}
 * @param deviation standard deviation of the share
 * @param scatter   standard deviation of the nacelle wind about the function, in m/s
 * @param pairs     that count
 */
public record NacelleWindFit(double share, double deviation, double scatter, int pairs) {
    private static final int LEAST_PAIRS = 30;
    private static final double OUTLIER = 3;

    /**
     * Winds of the same ten minutes, the turbine running and the mast not in its wake.
     *
     * @param free       at the mast, in m/s
     * @param nacelle    in m/s
     * @param rotorSpeed in rad/s
     * @param pitch      in rad
     */
    public record Pair(double free, double nacelle, double rotorSpeed, double pitch) {
    }

    /** @throws IllegalArgumentException where the pairs do not tell a share; the message says why */
    public static NacelleWindFit of(TurbineDesign design, List<Pair> pairs) {
        NacelleWind whole = new NacelleWind(design, 1);
        List<double[]> rows = pairs.stream().filter(pair -> pair.free() >= design.operation().cutIn() && pair.nacelle() > 0)
                .map(pair -> new double[] {pair.free() - whole.nacelle(pair.free(), pair.rotorSpeed(), pair.pitch()),
                        pair.free() - pair.nacelle()})
                .toList();
        NacelleWindFit first = fit(rows);
        NacelleWindFit fit = fit(rows.stream().filter(row -> Math.abs(row[1] - first.share * row[0]) <= OUTLIER * first.scatter).toList());
        if (!(fit.share >= 0 && fit.share <= 2)) {
            throw new IllegalArgumentException("the pairs give a share of " + fit.share
                    + ", it must be from 0 to 2; are the columns in order, "
                    + "and the mast ahead of the turbine?");
        }
        return fit;
    }

    /** Rows of the wind that the whole induction takes and of the wind that is missing at the nacelle: a line through the origin. */
    private static NacelleWindFit fit(List<double[]> rows) {
        if (rows.size() < LEAST_PAIRS) {
            throw new IllegalArgumentException(rows.size() + " pairs above cut-in wind, it takes " + LEAST_PAIRS + " or more");
        }
        double squares = 0;
        double products = 0;
        for (double[] row : rows) {
            squares += row[0] * row[0];
            products += row[0] * row[1];
        }
        double share = products / squares;
        double errors = 0;
        for (double[] row : rows) {
            errors += (row[1] - share * row[0]) * (row[1] - share * row[0]);
        }
        double scatter = Math.sqrt(errors / (rows.size() - 1));
        return new NacelleWindFit(share, scatter / Math.sqrt(squares), scatter, rows.size());
    }
}
