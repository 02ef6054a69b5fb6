package org.gemello.energy.solar;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks at one day of a plant after another: performance ratio after IEC 61724-1, 14.3 (final yield over reference yield), outage of
 * strings, clipping, and soiling: the loss of delivered share in clear moments against the best day so far.
 * Not thread-safe.
 */
public final class PvDiagnosis {
    private static final double BRIGHT = 300;
    private static final double DEAD = 0.2;
    private static final int FEWEST = 4;
    private static final double CLEAR_LOW = 0.75;
    private static final double CLEAR_HIGH = 1.25;

    private final PvPlant plant;
    private final double soilingLimit;
    private double clean = Double.NaN;

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
     * @param soiling          lost share against the clean plant; NaN like share
     * @param soiled           soiling is above the limit
     * @param deadStrings      numbers of the strings, from 0, that carried no current in most bright moments
     * @param clippedMoments   moments at the limit of the inverter
     * @param unusable         moments without valid readings
     */
    public record Day(LocalDate date, double performanceRatio, double share, double soiling, boolean soiled, List<Integer> deadStrings,
            int clippedMoments, int unusable) {
    }

    /** Judges the moments of one day, evenly spaced, at least one. */
    public Day day(List<Moment> moments) {
        double yield = 0;
        double light = 0;
        int clipped = 0;
        int unusable = 0;
        List<Double> shares = new ArrayList<>();
        for (Moment moment : moments) {
            if (!moment.usable()) {
                unusable++;
                continue;
            }
            yield += moment.ac / plant.ratedDc();
            light += moment.onPlane / 1000;
            PvPlant.Output expected = plant.output(moment.onPlane, moment.weather.air(), moment.weather.wind());
            boolean atLimit = moment.ac > 0.99 * plant.inverter().rated();
            clipped += atLimit ? 1 : 0;
            if (!atLimit && !expected.clipped() && moment.onPlane > BRIGHT && clear(moment)) {
                shares.add(moment.ac / expected.ac());
            }
        }
        List<Integer> dead = deadStrings(moments);
        // what a dead string costs is not dirt
        double working = 1 - dead.size() / (double) plant.strings();
        double share = shares.size() < FEWEST || working <= 0 ? Double.NaN : median(shares) / working;
        double soiling = soiling(share);
        return new Day(LocalDate.ofInstant(moments.get(0).weather.time(), ZoneOffset.UTC), light > 0 ? yield / light : Double.NaN, share,
                soiling, soiling > soilingLimit, dead, clipped, unusable);
    }

    /** A moment is clear where global irradiance is near that of a cloudless sky: clouds lie differently over sensor and modules. */
    private boolean clear(Moment moment) {
        double ratio = moment.weather.global() / Irradiance.clearSky(plant.sun(moment.weather.time(), moment.weather.air()));
        return ratio > CLEAR_LOW && ratio < CLEAR_HIGH;
    }

    private double soiling(double share) {
        if (Double.isNaN(share)) {
            return Double.NaN;
        }
        clean = Double.isNaN(clean) ? share : Math.max(clean, share);
        return Math.max(0, 1 - share / clean);
    }

    private List<Integer> deadStrings(List<Moment> moments) {
        int[] low = new int[plant.strings()];
        int bright = 0;
        for (Moment moment : moments) {
            if (moment.usable() && moment.onPlane > BRIGHT && moment.strings.length == low.length) {
                bright++;
                double[] sorted = moment.strings.clone();
                Arrays.sort(sorted);
                double upper = sorted[sorted.length * 3 / 4];
                for (int i = 0; i < low.length; i++) {
                    low[i] += moment.strings[i] < DEAD * upper ? 1 : 0;
                }
            }
        }
        List<Integer> dead = new ArrayList<>();
        for (int i = 0; i < low.length; i++) {
            if (bright >= FEWEST && low[i] > bright / 2) {
                dead.add(i);
            }
        }
        return List.copyOf(dead);
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
