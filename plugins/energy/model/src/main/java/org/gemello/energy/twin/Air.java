package org.gemello.energy.twin;

import org.gemello.api.Quality;
import org.gemello.energy.air.AirDensity;
import org.gemello.energy.signal.Signal;
import org.gemello.energy.turbine.Nrel5Mw;

/**
 * The air that a turbine stands in, as far as its sensors tell. Without sensors it is the standard's, in good quality: that is how
 * a power curve is meant. With sensors that tell nonsense it is the standard's, in uncertain quality.
 *
 * @param density in kg/m3
 * @param quality the worst of temperature and pressure
 * @param isMeasured true where sensors tell the density
 * @param isIcing    true where it is cold and wet enough for ice on blades, as far as sensors tell
 */
record Air(double density, Quality quality, boolean isMeasured, boolean isIcing) {
    /** Water freezes on blades from just above zero, in clouds and fog. */
    private static final double ICING_TEMPERATURE = 1;
    private static final double ICING_HUMIDITY = 90;
    /** Makes less than half a percent of density at 20 degrees Celsius, whatever the weather. */
    private static final double AVERAGE_HUMIDITY = 50;

    /** Temperature in degrees Celsius, pressure in hPa, humidity in percent. */
    static Air of(Signal temperature, Signal pressure, Signal humidity) {
        boolean icing = temperature.quality().isGood() && humidity.quality().isGood() && temperature.isWithin(-30, ICING_TEMPERATURE)
                && humidity.isWithin(ICING_HUMIDITY, 100);
        if (!temperature.isKnown() || !pressure.isKnown()) {
            return new Air(Nrel5Mw.REFERENCE_DENSITY, Quality.GOOD, false, icing);
        }
        Quality quality = temperature.quality().worst(pressure.quality());
        boolean possible = temperature.isWithin(-60, 60) && pressure.isWithin(500, 1100);
        return possible ? new Air(AirDensity.of(temperature.value(), pressure.value(), AVERAGE_HUMIDITY), quality, true, icing)
                : new Air(Nrel5Mw.REFERENCE_DENSITY, Quality.UNCERTAIN_ENGINEERING_UNITS_EXCEEDED.worst(quality), false, icing);
    }
}
