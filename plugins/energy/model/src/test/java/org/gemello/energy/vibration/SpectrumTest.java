package org.gemello.energy.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpectrumTest {
    private static final double RATE = 4096;

    private static double[] sine(int length, double frequency, double amplitude) {
        return IntStream.range(0, length).mapToDouble(i -> amplitude * Math.cos(2 * Math.PI * frequency * i / RATE)).toArray();
    }

    @Test
    void transformsAsTheSumsSay() {
        SplittableRandom random = new SplittableRandom(1);
        double[] real = random.doubles(64).toArray();
        double[] imaginary = random.doubles(64).toArray();
        double[] re = real.clone();
        double[] im = imaginary.clone();
        Fourier.forward(re, im);
        for (int k = 0; k < 64; k++) {
            double sumRe = 0;
            double sumIm = 0;
            for (int n = 0; n < 64; n++) {
                double angle = -2 * Math.PI * k * n / 64;
                sumRe += real[n] * Math.cos(angle) - imaginary[n] * Math.sin(angle);
                sumIm += real[n] * Math.sin(angle) + imaginary[n] * Math.cos(angle);
            }
            assertThat(re[k]).isCloseTo(sumRe, within(1e-12));
            assertThat(im[k]).isCloseTo(sumIm, within(1e-12));
        }
        Fourier.back(re, im);
        assertThat(re[17] / 64).isCloseTo(real[17], within(1e-13));
        assertThat(im[40] / 64).isCloseTo(imaginary[40], within(1e-13));
    }

    @Test
    void aSineHasItsAmplitudeItsBandAndItsVelocity() {
        Spectrum spectrum = Spectrum.of(sine(4096, 200, 3), RATE);
        assertThat(spectrum.resolution()).isEqualTo(1);
        assertThat(spectrum.strongest(10, 1000)).isEqualTo(200);
        assertThat(spectrum.amplitude(200)).isCloseTo(3, within(1e-9));
        assertThat(spectrum.effective(10, 1000)).isCloseTo(3 / Math.sqrt(2), within(1e-9));
        assertThat(spectrum.effective(300, 1000)).isCloseTo(0, within(1e-6));
        assertThat(spectrum.effectiveVelocity(10, 1000)).isCloseTo(3 / Math.sqrt(2) / (2 * Math.PI * 200), within(1e-6));
    }

    @Test
    void noiseHasItsEffectiveValue() {
        SplittableRandom random = new SplittableRandom(2);
        double[] noise = IntStream.range(0, 1 << 15).mapToDouble(i -> 5 + 2 * random.nextGaussian()).toArray();
        assertThat(Spectrum.of(noise, RATE).effective(0, RATE / 2)).isCloseTo(2, within(0.05));
    }

    @Test
    void theEnvelopeOfAModulatedCarrierIsTheModulation() {
        double[] carrier = sine(4096, 1000, 1);
        double[] modulation = sine(4096, 50, 0.5);
        for (int i = 0; i < carrier.length; i++) {
            carrier[i] *= 2 + modulation[i];
        }
        double[] envelope = Envelope.of(carrier, RATE, 800, 1200);
        assertThat(envelope[777]).isCloseTo(2 + modulation[777], within(1e-9));
        Spectrum spectrum = Spectrum.of(envelope, RATE);
        assertThat(spectrum.strongest(5, 400)).isEqualTo(50);
        assertThat(spectrum.amplitude(50)).isCloseTo(0.5, within(1e-9));
    }
}
