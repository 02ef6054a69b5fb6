package org.gemello.energy.solar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import net.e175.klaus.solarpositioning.DeltaT;
import net.e175.klaus.solarpositioning.SPA;
import net.e175.klaus.solarpositioning.SolarPosition;

/**
 * Where the sun stands (I. Reda and A. Andreas, Solar position algorithm for solar radiation applications, NREL/TP-560-34302).
 *
 * @param zenith  with refraction, in degrees; above 90: the sun is down
 * @param azimuth clockwise from north, in degrees
 */
public record SunPosition(double zenith, double azimuth) {
    /**
     * A place on the earth.
     *
     * @param latitude  in degrees, north positive
     * @param longitude in degrees, east positive
     * @param elevation above sea level in m
     */
    public record Site(double latitude, double longitude, double elevation) {
        public Site {
            if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && Math.abs(elevation) < 10_000)) {
                throw new IllegalArgumentException("no place on the earth: latitude " + latitude + ", longitude " + longitude
                        + " degrees, elevation " + elevation + " m");
            }
        }
    }

    /**
     * @param pressure    of the air in hPa, for refraction
     * @param temperature of the air in degrees Celsius
     */
    public static SunPosition at(Instant time, Site site, double pressure, double temperature) {
        double deltaT = DeltaT.estimate(LocalDate.ofInstant(time, ZoneOffset.UTC));
        return at(time, site, pressure, temperature, deltaT);
    }

    /** As above with terrestrial time minus universal time in s. */
    static SunPosition at(Instant time, Site site, double pressure, double temperature, double deltaT) {
        SolarPosition sun = SPA.calculateSolarPosition(time.atZone(ZoneOffset.UTC), site.latitude(), site.longitude(),
                site.elevation(), deltaT, pressure, temperature);
        return new SunPosition(sun.zenithAngle(), sun.azimuth());
    }

    /** Cosine of the zenith angle; below 0 at night. */
    public double height() {
        return Math.cos(Math.toRadians(zenith));
    }

    /** Cosine of the angle between the sun and the normal of a plane with this tilt and azimuth in degrees. */
    public double incidence(double tilt, double planeAzimuth) {
        double t = Math.toRadians(tilt);
        return height() * Math.cos(t)
                + Math.sin(Math.toRadians(zenith)) * Math.sin(t) * Math.cos(Math.toRadians(azimuth - planeAzimuth));
    }
}
