package org.gemello.energy.wind;

/**
 * Longitudinal turbulence at hub height: Kaimal spectrum and normal turbulence model of IEC 61400-1 edition 3, 6.3 and annex B.
 *
 * @param meanWind  in m/s, above 0
 * @param deviation standard deviation in m/s
 */
public record Turbulence(double meanWind, double deviation) {
    /** Expected turbulence intensity at 15 m/s in class B. */
    private static final double CLASS_B = 0.14;
    /** Integral scale: 8.1 times the scale parameter of 42 m for hubs of 60 m and more, in m. */
    private static final double SCALE = 8.1 * 42;

    /** Class B at this mean wind: the 90 % quantile of the standard deviation. */
    public static Turbulence classB(double meanWind) {
        return new Turbulence(meanWind, CLASS_B * (0.75 * meanWind + 5.6));
    }

    /** One-sided spectral density in m2/s at a frequency in Hz. */
    public double spectrum(double frequency) {
        double time = SCALE / meanWind;
        return 4 * deviation * deviation * time / Math.pow(1 + 6 * frequency * time, 5.0 / 3);
    }
}
