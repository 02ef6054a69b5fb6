package org.gemello.energy.vibration;

/**
 * The envelope of a signal within a band: magnitude of its analytic signal, made by leaving out negative frequencies (Hilbert transform).
 * The blows of a bearing fault ring in resonances of the housing; their rate is in the envelope, not in the spectrum itself (R. Randall and
 * J. Antoni, Mech. Syst. Signal Process. 25, 2011).
 */
final class Envelope {
    private Envelope() {
    }

    /** @return envelope of the first power of two of values, in the unit of the signal */
    static double[] of(double[] values, double rate, double low, double high) {
        int n = Fourier.length(values.length);
        double[] real = new double[n];
        System.arraycopy(values, 0, real, 0, n);
        double[] imaginary = new double[n];
        Fourier.forward(real, imaginary);
        double resolution = rate / n;
        for (int i = 0; i < n; i++) {
            boolean inside = i > 0 && i < n / 2 && i * resolution >= low && i * resolution <= high;
            real[i] = inside ? 2 * real[i] / n : 0;
            imaginary[i] = inside ? 2 * imaginary[i] / n : 0;
        }
        Fourier.back(real, imaginary);
        for (int i = 0; i < n; i++) {
            real[i] = Math.hypot(real[i], imaginary[i]);
        }
        return real;
    }
}
