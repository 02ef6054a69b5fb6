package org.gemello.energy.solar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks at one day of a plant after another: performance ratio after IEC 61724-1, 14.3 (final yield over reference yield), outage of
 * strings, clipping, and soiling: the loss of delivered share in clear moments against the best day so far.
 */
public final class PvDiagnosis {
    private static final double BRIGHT = 300;
    private static final double DEAD = 0.2;
    private static final int FEWEST = 4;
    private static final double CLEAR_LOW = 0.75;
    private static final double CLEAR_HIGH = 1.25;

    private final PvPlant plant;
    private final double soilingLimit;

    /** @param soilingLimit lost share of output from which soiling is reported, 0..1 */
    public PvDiagnosis(PvPlant plant, double soilingLimit) {
        if (!(soilingLimit > 0 && soilingLimit < 1)) {
            throw new IllegalArgumentException("soiling limit " + soilingLimit + " is not between 0 and 1");
        }
        this.plant = plant;
        this.soilingLimit = soilingLimit;
    }

    /**
     * A measured moment.
     *
     * @param weather with global irradiance on the horizontal
     * @param onPlane irradiance measured on the plane in W/m2
     * @param ac      delivered in W
     * @param strings current of each string in A; empty where it is not measured
     */
    public record Moment(PvPlant.Weather weather, double onPlane, double ac, double[] strings) {
        boolean usable() {
            return Double.isFinite(onPlane + ac + weather.global() + weather.air() + weather.wind()) && onPlane >= 0 && onPlane < 2000
                    && weather.wind() >= 0;
        }
    }

    /**
     * Findings of a day.
     *
     * @param performanceRatio final yield over reference yield; NaN without light
     * @param share            median of delivered over expected in clear, bright, unclipped moments; NaN where there were too few
     * @param clean            the largest share of any day so far; NaN before the first
     * @param soiling          lost share against the clean plant; NaN like share
     * @param soiled           soiling is above the limit
     * @param deadStrings      numbers of the strings, from 0, that carried no current in most bright moments
     * @param clippedMoments   moments at the limit of the inverter
     * @param unusable         moments without valid readings
     */
    public record Finding(double performanceRatio, double share, double clean, double soiling, boolean soiled, List<Integer> deadStrings,
            int clippedMoments, int unusable) {
    }

    /** Adds a moment to its day; moments are evenly spaced. */
    public void add(PvDay day, Moment moment) {
        if (!moment.usable()) {
            day.unusable++;
            return;
        }
        day.yield += moment.ac / plant.ratedDc();
        day.light += moment.onPlane / 1000;
        PvPlant.Output expected = plant.output(moment.onPlane, moment.weather.air(), moment.weather.wind());
        boolean atLimit = moment.ac > 0.99 * plant.inverter().rated();
        day.clipped += atLimit ? 1 : 0;
        if (!atLimit && !expected.clipped() && moment.onPlane > BRIGHT && clear(moment)) {
            day.share(moment.ac / expected.ac());
        }
        if (moment.onPlane > BRIGHT && moment.strings.length > 0 && moment.strings.length <= day.low.length) {
            day.bright++;
            double[] sorted = moment.strings.clone();
            Arrays.sort(sorted);
            double upper = sorted[sorted.length * 3 / 4];
            for (int i = 0; i < moment.strings.length; i++) {
                day.low[i] += moment.strings[i] < DEAD * upper ? 1 : 0;
            }
        }
    }

    /** A moment is clear where global irradiance is near that of a cloudless sky: clouds lie differently over sensor and modules. */
    private boolean clear(Moment moment) {
        double ratio = moment.weather.global() / Irradiance.clearSky(plant.sun(moment.weather.time(), moment.weather.air()));
        return ratio > CLEAR_LOW && ratio < CLEAR_HIGH;
    }

    /** True once the day has shown enough light to judge its strings. */
    public boolean knowsStrings(PvDay day) {
        return day.bright >= FEWEST;
    }

    /** Strings, from 0, that have carried no current in most bright moments of the day so far. */
    public List<Integer> deadStrings(PvDay day) {
        List<Integer> dead = new ArrayList<>();
        for (int i = 0; i < day.low.length; i++) {
            if (knowsStrings(day) && day.low[i] > day.bright / 2) {
                dead.add(i);
            }
        }
        return List.copyOf(dead);
    }

    /**
     * Judges a day that is over.
     *
     * @param clean the largest share of any day before; NaN where there was none
     */
    public Finding judge(PvDay day, double clean) {
        List<Integer> dead = deadStrings(day);
        // what a dead string costs is not dirt
        double working = 1 - dead.size() / (double) plant.strings();
        double share = day.shares.size() < FEWEST || working <= 0 ? Double.NaN : day.median() / working;
        double best = Double.isNaN(share) ? clean : Double.isNaN(clean) ? share : Math.max(clean, share);
        double soiling = Math.max(0, 1 - share / best);
        return new Finding(day.light > 0 ? day.yield / day.light : Double.NaN, share, best, soiling, soiling > soilingLimit, dead,
                day.clipped, day.unusable);
    }
}
