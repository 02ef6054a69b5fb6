package org.gemello.energy.vibration;

/**
 * Fast Fourier transform of a length that is a power of two, in place, radix 2 (J. Cooley and J. Tukey, Math. Comp. 19, 1965). Not
 * normalised: forward and back give the length times the values.
 */
final class Fourier {
    private Fourier() {
    }

    /** Largest power of two that is not above {@code length}. */
    static int length(int length) {
        return Integer.highestOneBit(length);
    }

    static void forward(double[] real, double[] imaginary) {
        transform(real, imaginary, -1);
    }

    static void back(double[] real, double[] imaginary) {
        transform(real, imaginary, 1);
    }

    private static void transform(double[] real, double[] imaginary, int sign) {
        int n = real.length;
        reverse(real, imaginary);
        for (int size = 2; size <= n; size *= 2) {
            int half = size / 2;
            for (int k = 0; k < half; k++) {
                double angle = sign * 2 * Math.PI * k / size;
                double cos = Math.cos(angle);
                double sin = Math.sin(angle);
                for (int i = k; i < n; i += size) {
                    int j = i + half;
                    double re = real[j] * cos - imaginary[j] * sin;
                    double im = real[j] * sin + imaginary[j] * cos;
                    real[j] = real[i] - re;
                    imaginary[j] = imaginary[i] - im;
                    real[i] += re;
                    imaginary[i] += im;
                }
            }
        }
    }

    private static void reverse(double[] real, double[] imaginary) {
        int shift = Integer.numberOfLeadingZeros(real.length) + 1;
        for (int i = 1; i < real.length - 1; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (j > i) {
                double re = real[i];
                real[i] = real[j];
                real[j] = re;
                double im = imaginary[i];
                imaginary[i] = imaginary[j];
                imaginary[j] = im;
            }
        }
    }
}
