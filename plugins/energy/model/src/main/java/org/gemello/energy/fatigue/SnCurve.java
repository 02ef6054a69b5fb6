package org.gemello.energy.fatigue;

/**
 * How many load cycles a component bears: N = cycles (reference / range)^exponent (Woehler, Basquin), with the damage sum of Palmgren and
 * Miner. Ranges with a mean are brought to a mean of 0 by Goodman's line: range / (1 - |mean| / ultimate), as in G. Hayman, MLife Theory
 * Manual, NREL 2012, with a fixed mean of 0. There is no endurance limit: small cycles count, too.
 *
 * @param exponent  slope of the line: 3 to 5 for welded steel and castings, 10 to 12 for glass and carbon fibre, 6.61 for the torque of
 *                  gears (pitting, ISO 6336-2), 10/3 for the load of roller bearings (ISO 281)
 * @param reference range that the component bears {@code cycles} times, in the unit of the load
 * @param cycles    number of cycles at this range
 * @param ultimate  load that breaks the component at once, in the unit of the load; infinite where means are not to count
 */
public record SnCurve(double exponent, double reference, double cycles, double ultimate) {
    /** Reference number of cycles of a lifetime load (IEC 61400-13). */
    public static final double TEN_MILLION = 1e7;
    /** A mean this near to the ultimate load counts as this. */
    private static final double MOST_MEAN = 0.95;

    public SnCurve {
        if (!(exponent >= 1 && exponent <= 30) || !(reference > 0) || !(cycles > 0) || !(ultimate > 0)) {
            throw new IllegalArgumentException("an S-N curve needs an exponent from 1 to 30 (" + exponent + "), and a reference range ("
                    + reference + "), cycles (" + cycles + ") and an ultimate load (" + ultimate + ") above 0");
        }
    }

    /** The range with a mean of 0 that does the same damage. */
    public double corrected(double range, double mean) {
        return range / (1 - Math.min(Math.abs(mean) / ultimate, MOST_MEAN));
    }

    /** Range to the power of the exponent, times the count: what a damage and an equivalent load are summed from. */
    public double weight(double range, double mean, double count) {
        return count * Math.pow(corrected(range, mean), exponent);
    }

    /** Share of the life that such weights use up; 1 is the end. */
    public double damage(double weights) {
        return weights / (cycles * Math.pow(reference, exponent));
    }

    /**
     * Range that does the same damage in a number of equal cycles: the damage-equivalent load.
     *
     * @param weights    sum of {@link #weight}
     * @param equivalent number of cycles: frequency times duration, such as 600 for ten minutes at 1 Hz, or {@link #TEN_MILLION}
     */
    public double equivalentLoad(double weights, double equivalent) {
        return Math.pow(weights / equivalent, 1 / exponent);
    }
}
