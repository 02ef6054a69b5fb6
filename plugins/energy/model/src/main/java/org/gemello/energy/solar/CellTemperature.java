package org.gemello.energy.solar;

/** Temperature of the cells from irradiance on the plane in W/m2, air in degrees Celsius and wind in m/s. */
@FunctionalInterface
public interface CellTemperature {
    double of(double irradiance, double air, double wind);

    /** From the nominal operating cell temperature in degrees Celsius: 800 W/m2, 20 degrees, 1 m/s (IEC 61215). */
    static CellTemperature noct(double nominal) {
        return (irradiance, air, wind) -> air + (nominal - 20) / 800 * irradiance;
    }

    /** D. L. King et al., Photovoltaic array performance model, SAND2004-3535, equations 11 and 12: open rack, glass and polymer sheet. */
    static CellTemperature sandiaOpenRack() {
        return (irradiance, air, wind) -> air + irradiance * Math.exp(-3.56 - 0.075 * wind) + irradiance / 1000 * 3;
    }

    /** D. Faiman, Progress in Photovoltaics 16 (2008): heat loss 25 W/m2/K plus 6.84 W/m2/K per m/s. */
    static CellTemperature faiman() {
        return (irradiance, air, wind) -> air + irradiance / (25 + 6.84 * wind);
    }
}
