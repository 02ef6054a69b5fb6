package org.gemello.energy.solar;

import java.time.Instant;

/**
 * A plant of equal strings on one inverter.
 *
 * @param site        where it stands
 * @param plane       tilt and azimuth of the modules
 * @param module      its type
 * @param perString   modules in series, 1 and more
 * @param strings     in parallel, 1 and more
 * @param inverter    AC side
 * @param temperature model of the cells
 */
public record PvPlant(SunPosition.Site site, Transposition plane, PvModule module, int perString, int strings, Inverter inverter,
        CellTemperature temperature) {
    /** Standard pressure in hPa for the refraction, which matters near the horizon only. */
    private static final double PRESSURE = 1013.25;

    public PvPlant {
        if (perString < 1 || strings < 1) {
            throw new IllegalArgumentException("a plant has at least one string of one module: " + strings + " of " + perString);
        }
    }

    /**
     * Weather at the plant.
     *
     * @param global on the horizontal in W/m2
     * @param air    in degrees Celsius
     * @param wind   in m/s
     */
    public record Weather(Instant time, double global, double air, double wind) {
    }

    /**
     * What the plant should deliver.
     *
     * @param onPlane irradiance in W/m2
     * @param cell    temperature in degrees Celsius
     * @param dc      in W
     * @param ac      in W
     * @param clipped true where the inverter limits
     */
    public record Output(double onPlane, double cell, double dc, double ac, boolean clipped) {
    }

    /** DC power of all modules at reference conditions in W. */
    public double ratedDc() {
        return module.ratedPower() * perString * strings;
    }

    /** Sun over the plant. */
    public SunPosition sun(Instant time, double air) {
        return SunPosition.at(time, site, PRESSURE, air);
    }

    /** Expected output from weather or a weather forecast with global irradiance alone. */
    public Output output(Weather weather) {
        SunPosition sun = sun(weather.time(), weather.air());
        Irradiance light = Irradiance.split(weather.global(), sun, weather.time());
        return output(plane.onPlane(light, sun, Irradiance.extraterrestrial(weather.time())), weather.air(), weather.wind());
    }

    /** Expected output from irradiance on the plane in W/m2, as a sensor there measures it. */
    public Output output(double onPlane, double air, double wind) {
        if (!(onPlane >= 0 && onPlane < 2000 && air > -90 && air < 70 && wind >= 0 && wind < 100)) {
            throw new IllegalArgumentException("weather out of range: " + onPlane + " W/m2, " + air + " degrees Celsius, " + wind + " m/s");
        }
        double cell = temperature.of(onPlane, air, wind);
        double dc = onPlane < 1 ? 0 : module.at(onPlane, cell).maximumPower().power() * perString * strings;
        return new Output(onPlane, cell, dc, inverter.output(dc), inverter.unlimited(dc) > inverter.rated());
    }
}
