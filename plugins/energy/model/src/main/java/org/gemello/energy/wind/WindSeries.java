package org.gemello.energy.wind;

import java.util.SplittableRandom;

/**
 * Turbulent wind as a function of time: harmonics with the amplitudes of the spectrum and phases from a seed. The same seed
 * gives the same wind for ever, at any time and in any order of calls; it does not repeat within days, because the frequencies are
 * drawn as well.
 */
public final class WindSeries {
    private static final int HARMONICS = 240;
    private static final double LOWEST = 1.0 / 3600;
    private static final double HIGHEST = 5;
    private final double mean;
    private final double[] amplitudes = new double[HARMONICS];
    private final double[] frequencies = new double[HARMONICS];
    private final double[] phases = new double[HARMONICS];

    public WindSeries(Turbulence turbulence, long seed) {
        mean = turbulence.meanWind();
        SplittableRandom random = new SplittableRandom(seed);
        double ratio = Math.pow(HIGHEST / LOWEST, 1.0 / HARMONICS);
        double variance = 0;
        for (int i = 0; i < HARMONICS; i++) {
            double low = LOWEST * Math.pow(ratio, i);
            double frequency = low * Math.pow(ratio, random.nextDouble());
            double share = turbulence.spectrum(frequency) * low * (ratio - 1);
            frequencies[i] = 2 * Math.PI * frequency;
            phases[i] = 2 * Math.PI * random.nextDouble();
            amplitudes[i] = Math.sqrt(2 * share);
            variance += share;
        }
        // what lies below the lowest frequency is spread over the others, so that the deviation is the one asked for
        double missing = turbulence.deviation() / Math.sqrt(variance);
        for (int i = 0; i < HARMONICS; i++) {
            amplitudes[i] *= missing;
        }
    }

    /**
     * @param time in s from the series' beginning
     * @return wind speed in m/s, never below 0
     */
    public double at(double time) {
        double sum = mean;
        for (int i = 0; i < HARMONICS; i++) {
            sum += amplitudes[i] * Math.cos(frequencies[i] * time + phases[i]);
        }
        return Math.max(sum, 0);
    }
}
