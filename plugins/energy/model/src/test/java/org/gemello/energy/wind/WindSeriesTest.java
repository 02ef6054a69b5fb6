package org.gemello.energy.wind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindSeriesTest {
    private static final double RATE = 20;
    private static final int LENGTH = 1 << 16;

    private static double[] sampled(long seed) {
        WindSeries wind = new WindSeries(Turbulence.classB(10), seed);
        return IntStream.range(0, LENGTH).mapToDouble(i -> wind.at(i / RATE)).toArray();
    }

    @Test
    void theSameSeedIsTheSameWind() {
        assertThat(sampled(7)).isEqualTo(sampled(7)).isNotEqualTo(sampled(8));
    }

    @Test
    void meanAndDeviationAreThoseAskedFor() {
        double[] wind = sampled(7);
        double mean = IntStream.range(0, LENGTH).mapToDouble(i -> wind[i]).average().orElseThrow();
        double variance = IntStream.range(0, LENGTH).mapToDouble(i -> (wind[i] - mean) * (wind[i] - mean)).average().orElseThrow();
        assertThat(mean).isCloseTo(10, within(0.3));
        assertThat(Math.sqrt(variance) / mean).isCloseTo(0.14 * (0.75 * 10 + 5.6) / 10, within(0.02));
    }

    @Test
    void theSpectrumFallsWithMinusFiveThirds() {
        double[] wind = sampled(7);
        double slope = Math.log(band(wind, 1, 2) / band(wind, 0.1, 0.2)) / Math.log(10);
        assertThat(slope).isCloseTo(-5.0 / 3, within(0.2));
    }

    /** Mean power spectral density between two frequencies in Hz, up to a constant, by discrete Fourier sums. */
    private static double band(double[] wind, double low, double high) {
        return IntStream.range(0, 400).mapToDouble(i -> density(wind, low + (high - low) * i / 400)).average().orElseThrow();
    }

    private static double density(double[] wind, double frequency) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < LENGTH / 4; i++) {
            double window = 1 - Math.cos(8 * Math.PI * i / LENGTH);
            double angle = 2 * Math.PI * frequency * i / RATE;
            real += window * wind[i] * Math.cos(angle);
            imaginary += window * wind[i] * Math.sin(angle);
        }
        return real * real + imaginary * imaginary;
    }
}
