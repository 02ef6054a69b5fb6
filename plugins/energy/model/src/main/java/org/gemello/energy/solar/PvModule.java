package org.gemello.energy.solar;

/**
 * A module by its five parameters at 1000 W/m2 and 25 degrees Celsius (W. De Soto, S. A. Klein and W. A. Beckman, Improvement and
 * validation of a model for photovoltaic array performance, Solar Energy 80 (2006), equations 7 to 12).
 *
 * @param reference    the five parameters at reference conditions
 * @param currentDrift rise of the photo current in A/K
 */
public record PvModule(SingleDiode reference, double currentDrift) {
    private static final double REFERENCE_KELVIN = 298.15;
    private static final double BOLTZMANN_EV = 8.617333262e-5;
    private static final double BAND_GAP = 1.121;
    private static final double BAND_GAP_DRIFT = -0.0002677;

    /** The module in this light (W/m2, above 0) and at this cell temperature (degrees Celsius). */
    public SingleDiode at(double irradiance, double cell) {
        double kelvin = cell + 273.15;
        double ratio = kelvin / REFERENCE_KELVIN;
        double sun = irradiance / 1000;
        double gap = BAND_GAP * (1 + BAND_GAP_DRIFT * (kelvin - REFERENCE_KELVIN));
        double dark = reference.dark() * ratio * ratio * ratio
                * Math.exp(BAND_GAP / (BOLTZMANN_EV * REFERENCE_KELVIN) - gap / (BOLTZMANN_EV * kelvin));
        return new SingleDiode(sun * (reference.light() + currentDrift * (kelvin - REFERENCE_KELVIN)), dark, reference.ideal() * ratio,
                reference.series(), reference.shunt() / sun);
    }

    /** Power at reference conditions in W. */
    public double ratedPower() {
        return reference.maximumPower().power();
    }
}
