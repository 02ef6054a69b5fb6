package org.gemello.energy.air;

/** Density of moist air after IEC 61400-12-1:2017, 9.1.5, equation 12: ideal gases, with the standard's vapour pressure. */
public final class AirDensity {
    private static final double DRY_AIR = 287.05;
    private static final double WATER_VAPOUR = 461.5;
    private static final double KELVIN = 273.15;

    private AirDensity() {
    }

    /**
     * @param temperature in degrees Celsius
     * @param pressure    in hPa
     * @param humidity    relative, in percent from 0 to 100
     * @return density in kg/m3
     */
    public static double of(double temperature, double pressure, double humidity) {
        double kelvin = temperature + KELVIN;
        double vapour = 0.0000205 * Math.exp(0.0631846 * kelvin);
        return (pressure * 100 / DRY_AIR - humidity / 100 * vapour * (1 / DRY_AIR - 1 / WATER_VAPOUR)) / kelvin;
    }
}
