package org.gemello.energy.vibration;

import java.util.Arrays;

/**
 * Looks for the faults of a bearing in an envelope spectrum. Of each of four harmonics the largest line within the slip is compared
 * with the median of the lines around it. Lines of noise are Rayleigh distributed, so that one reaches s medians with probability
 * 2^-(s s); with several lines to choose from, and harmonics joined by Fisher's method, this gives the confidence, lowered by the number of
 * parts that are looked for (Bonferroni). Lines of the shaft and its multiples are left out: unbalance and mesh put them there.
 */
final class FaultSearch {
    private static final int HARMONICS = 4;
    private static final double SLIP = 0.02;
    private static final int AROUND = 24;
    private static final double STANDS_OUT = 3;
    private final Spectrum envelope;
    private final double shaft;

    /** @param shaft frequency in Hz */
    FaultSearch(Spectrum envelope, double shaft) {
        this.envelope = envelope;
        this.shaft = shaft;
    }

    FaultLine find(Bearing bearing, BearingPart part) {
        double expected = bearing.order(part) * shaft;
        double logarithms = 0;
        int looked = 0;
        int found = 0;
        double amplitude = 0;
        double frequency = expected;
        for (int harmonic = 1; harmonic <= HARMONICS; harmonic++) {
            int centre = (int) Math.round(harmonic * expected / envelope.resolution());
            int width = Math.max(1, (int) Math.round(SLIP * centre));
            if (centre + AROUND >= envelope.lines() || centre - width < 2) {
                continue;
            }
            int best = strongest(centre - width, centre + width);
            if (best < 0) {
                continue;
            }
            double height = envelope.amplitude(best) / median(centre);
            double chance = -Math.expm1((2 * width + 1) * Math.log1p(-Math.pow(2, -height * height)));
            logarithms -= Math.log(Math.max(chance, 1e-15));
            looked++;
            found += height >= STANDS_OUT ? 1 : 0;
            if (envelope.amplitude(best) > amplitude && (height >= STANDS_OUT || harmonic == 1)) {
                amplitude = envelope.amplitude(best);
                frequency = best * envelope.resolution() / harmonic;
            }
        }
        double chance = Math.min(fisher(logarithms, looked) * BearingPart.values().length, 1);
        return new FaultLine(part, expected, frequency, amplitude, found, sidebands(bearing, part, frequency, amplitude), 1 - chance);
    }

    /** Line of the largest amplitude that is not the shaft's, -1 for none. */
    private int strongest(int from, int to) {
        int best = -1;
        for (int i = from; i <= to; i++) {
            if (!isShaft(i) && (best < 0 || envelope.amplitude(i) > envelope.amplitude(best))) {
                best = i;
            }
        }
        return best;
    }

    private boolean isShaft(int line) {
        double order = line * envelope.resolution() / shaft;
        // the window spreads a sine over its neighbours
        return Math.abs(order - Math.rint(order)) * shaft < 1.5 * envelope.resolution();
    }

    private double median(int centre) {
        double[] lines = new double[2 * AROUND + 1];
        int count = 0;
        for (int i = Math.max(centre - AROUND, 1); i <= centre + AROUND; i++) {
            lines[count++] = envelope.amplitude(i);
        }
        Arrays.sort(lines, 0, count);
        return Math.max(lines[count / 2], Double.MIN_NORMAL);
    }

    /** Chance that all tests together come out so: chi-square with twice as many degrees of freedom as there are tests. */
    private static double fisher(double logarithms, int tests) {
        double term = 1;
        double sum = 0;
        for (int i = 0; i < tests; i++) {
            sum += term;
            term *= logarithms / (i + 1);
        }
        return tests == 0 ? 1 : Math.exp(-logarithms) * sum;
    }

    private double sidebands(Bearing bearing, BearingPart part, double frequency, double amplitude) {
        double distance = bearing.sideband(part) * shaft;
        if (distance == 0 || !(amplitude > 0)) {
            return 0;
        }
        double width = 1.5 * envelope.resolution();
        double below = envelope.peak(frequency - distance - width, frequency - distance + width);
        double above = envelope.peak(frequency + distance - width, frequency + distance + width);
        return (below + above) / 2 / amplitude;
    }
}
