package org.gemello.energy.plant;

import org.gemello.energy.air.AirDensity;
import org.gemello.energy.wind.Turbulence;
import org.gemello.energy.wind.WindSeries;

/** Weather of the site as a function of time: air that changes slowly, and wind of its own for every place. */
final class Weather {
    private static final double DIRECTION = 245;
    private final double meanWind;
    private final long seed;
    /** Written by clients of the plant, read by the physics. */
    private volatile boolean icing;

    /** @param meanWind at hub height in m/s */
    Weather(double meanWind, long seed) {
        this.meanWind = meanWind;
        this.seed = seed;
    }

    /** Cold and wet air from now on, or the usual one. */
    void setIcing(boolean cold) {
        icing = cold;
    }

    /** Turbulent wind at a place: the same climate, another course. */
    WindSeries wind(int place) {
        return new WindSeries(Turbulence.classB(meanWind), seed * 1000 + place);
    }

    /** Mean wind at hub height in m/s. */
    double meanWind() {
        return meanWind;
    }

    /** Turbulence intensity ahead of the farm. */
    double turbulence() {
        return Turbulence.classB(meanWind).deviation() / meanWind;
    }

    /** Wind direction over the farm in degrees: it turns slowly. Time in s. */
    double direction(double time) {
        return DIRECTION + 6 * Math.sin(time / 1500) + 2 * Math.sin(time / 210);
    }

    /** What a vane at a place shows, in degrees. */
    double vane(double time, int place) {
        return direction(time) + 1.5 * Math.sin(time / 13 + 3 * place) + Math.sin(time / 5 + place);
    }

    /** Wind across the mean direction in m/s that carries wakes aside, positive to the left looking down the wind. */
    double crosswind(double time) {
        return 0.2 * Math.sin(time / 31) + 0.15 * Math.sin(time / 71 + 1);
    }

    /** Air temperature in degrees Celsius. */
    double temperature(double time) {
        return (icing ? -4 : 12) + 1.5 * Math.sin(time / 1800) + 0.1 * Math.sin(time / 41);
    }

    /** Air pressure in hPa. */
    double pressure(double time) {
        return 1006 + 2 * Math.sin(time / 5400) + 0.05 * Math.sin(time / 17);
    }

    /** Relative humidity in percent. */
    double humidity(double time) {
        return icing ? 96 + 0.3 * Math.sin(time / 23) : 71 - 6 * Math.sin(time / 1800) + 0.3 * Math.sin(time / 23);
    }

    /** Density of the air in kg/m3. */
    double density(double time) {
        return AirDensity.of(temperature(time), pressure(time), humidity(time));
    }
}
