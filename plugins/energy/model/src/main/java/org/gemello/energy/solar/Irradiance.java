package org.gemello.energy.solar;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Sunlight at a place.
 *
 * @param global  on the horizontal, in W/m2
 * @param beam    direct on a plane normal to the sun, in W/m2
 * @param diffuse from the sky on the horizontal, in W/m2
 */
public record Irradiance(double global, double beam, double diffuse) {
    private static final double SOLAR_CONSTANT = 1361.1;
    private static final double LOW_SUN = Math.cos(Math.toRadians(87));

    public Irradiance {
        if (!(global >= 0 && beam >= 0 && diffuse >= 0 && global < 2000 && beam < 2000 && diffuse < 2000)) {
            throw new IllegalArgumentException("irradiance is between 0 and 2000 W/m2: global " + global + ", beam " + beam + ", diffuse "
                    + diffuse);
        }
    }

    /** Beam outside the atmosphere in W/m2: solar constant of Gueymard 2018, distance of the sun after Spencer's first harmonic. */
    public static double extraterrestrial(Instant time) {
        int day = time.atZone(ZoneOffset.UTC).getDayOfYear();
        return SOLAR_CONSTANT * (1 + 0.033412 * Math.cos(2 * Math.PI * (day - 3) / 365.25));
    }

    /**
     * Splits global irradiance into beam and diffuse after D. G. Erbs, S. A. Klein and J. A. Duffie, Solar Energy 28 (1982), equation 1.
     *
     * @param global on the horizontal, in W/m2
     */
    public static Irradiance split(double global, SunPosition sun, Instant time) {
        if (sun.height() < LOW_SUN) {
            return new Irradiance(global, 0, global);
        }
        double kt = Math.min(1, global / (extraterrestrial(time) * sun.height()));
        double share = kt <= 0.22 ? 1 - 0.09 * kt
                : kt <= 0.8 ? 0.9511 - 0.1604 * kt + 4.388 * kt * kt - 16.638 * Math.pow(kt, 3) + 12.336 * Math.pow(kt, 4) : 0.165;
        return new Irradiance(global, Math.min(1500, global * (1 - share) / sun.height()), global * share);
    }

    /** Global irradiance of a cloudless sky in W/m2 after B. Haurwitz, Journal of Meteorology 2 (1945). */
    public static double clearSky(SunPosition sun) {
        return sun.height() <= 0 ? 0 : 1098 * sun.height() * Math.exp(-0.057 / sun.height());
    }
}
