package org.gemello.energy.vibration;

/**
 * Amplitudes of a signal over frequency: mean taken out, Hann window, Fourier transform of as many values as a power of two allows.
 * A sine shows with its amplitude (peak); what a band holds in all is right for sines and noise alike.
 */
public final class Spectrum {
    /** Noise bandwidth of the Hann window in lines (F. Harris, Proc. IEEE 66, 1978). */
    private static final double NOISE_BANDWIDTH = 1.5;
    private final double resolution;
    private final double[] amplitudes;

    private Spectrum(double resolution, double[] amplitudes) {
        this.resolution = resolution;
        this.amplitudes = amplitudes;
    }

    /** @param rate values per second; {@code values} are at least two */
    public static Spectrum of(double[] values, double rate) {
        int n = Fourier.length(values.length);
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += values[i] / n;
        }
        double[] real = new double[n];
        for (int i = 0; i < n; i++) {
            real[i] = (values[i] - mean) * 0.5 * (1 - Math.cos(2 * Math.PI * i / n));
        }
        double[] imaginary = new double[n];
        Fourier.forward(real, imaginary);
        double[] amplitudes = new double[n / 2];
        for (int i = 0; i < amplitudes.length; i++) {
            // the window passes half of a sine, the other half of its line has the negative frequency
            amplitudes[i] = 4.0 / n * Math.hypot(real[i], imaginary[i]);
        }
        return new Spectrum(rate / n, amplitudes);
    }

    /** Distance of lines in Hz. */
    public double resolution() {
        return resolution;
    }

    /** Number of lines, from 0 Hz on. */
    public int lines() {
        return amplitudes.length;
    }

    /** Amplitude of a line. */
    public double amplitude(int line) {
        return amplitudes[line];
    }

    /** Largest amplitude from {@code low} to {@code high} Hz, 0 where there is no line. */
    public double peak(double low, double high) {
        return amplitudes.length == 0 ? 0 : amplitude(strongest(low, high));
    }

    /** Line of the largest amplitude from {@code low} to {@code high} Hz, the nearest one where none lies between. */
    public int strongest(double low, double high) {
        int from = clamp((int) Math.ceil(low / resolution));
        int to = Math.max(clamp((int) Math.floor(high / resolution)), from);
        int strongest = from;
        for (int i = from + 1; i <= to; i++) {
            strongest = amplitudes[i] > amplitudes[strongest] ? i : strongest;
        }
        return strongest;
    }

    private int clamp(int line) {
        return Math.min(Math.max(line, 0), amplitudes.length - 1);
    }

    /** Effective value (RMS) of what lies from {@code low} to {@code high} Hz. */
    public double effective(double low, double high) {
        return Math.sqrt(sumOfSquares(low, high, false));
    }

    /** Effective value of the velocity whose derivative this is: m/s where the signal is an acceleration in m/s2. */
    public double effectiveVelocity(double low, double high) {
        return Math.sqrt(sumOfSquares(low, high, true));
    }

    private double sumOfSquares(double low, double high, boolean integrated) {
        double sum = 0;
        for (int i = Math.max((int) Math.ceil(low / resolution), 1); i < amplitudes.length && i * resolution <= high; i++) {
            double amplitude = integrated ? amplitudes[i] / (2 * Math.PI * i * resolution) : amplitudes[i];
            sum += amplitude * amplitude / 2;
        }
        return sum / NOISE_BANDWIDTH;
    }
}
