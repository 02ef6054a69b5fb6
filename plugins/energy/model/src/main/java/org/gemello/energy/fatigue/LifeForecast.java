package org.gemello.energy.fatigue;

/**
 * Life that is left if wind and use go on as they did.
 *
 * @param years expected
 * @param low   no less than this with 97.5 %
 * @param high  no more than this with 97.5 %
 */
public record LifeForecast(double years, double low, double high) {
    /** Nothing is foretold beyond this. */
    public static final double MOST = 200;
    private static final double QUANTILE = 1.96;

    /**
     * From a rate and its variance. Rates are above 0 and their errors multiply: they are taken as log-normal, with the variance
     * ln(1 + relative variance).
     *
     * @param damage   used up so far
     * @param rate     of damage per year
     * @param variance of the rate
     */
    static LifeForecast of(double damage, double rate, double variance) {
        double left = Math.max(1 - damage, 0);
        double spread = Math.exp(QUANTILE * Math.sqrt(Math.log1p(variance / (rate * rate))));
        return new LifeForecast(Math.min(left / rate, MOST), Math.min(left / rate / spread, MOST), Math.min(left / rate * spread, MOST));
    }
}
