package org.gemello.energy.steam;

import java.util.function.ToDoubleFunction;
import org.gemello.energy.numeric.RootSearch;

/**
 * Water and steam after IAPWS-IF97 (R7-97, 2012): 273.15 K to 1073.15 K up to 100 MPa, to 2273.15 K up to 50 MPa.
 * States over enthalpy and entropy are found by root search in the basic equations, so that they agree with them exactly; the
 * published backward equations agree within 25 mK only. Pressure MPa, temperature K, enthalpy kJ/kg, entropy kJ/(kg K).
 */
public final class Steam {
    /** Specific gas constant of water after IAPWS-IF97, kJ/(kg K). */
    public static final double GAS_CONSTANT = 0.461526;
    /** K. */
    public static final double CRITICAL_TEMPERATURE = 647.096;
    /** MPa. */
    public static final double CRITICAL_PRESSURE = 22.064;
    private static final double COLDEST = 273.15;
    private static final double DENSE_FROM = 623.15;
    private static final double DENSE_TO = 863.15;
    private static final double HOT_FROM = 1073.15;
    private static final double HOTTEST = 2273.15;
    private static final double HOT_PRESSURE = 50;
    private static final double HIGHEST_PRESSURE = 100;
    private static final double LOWEST_SATURATION = 611.213e-6;

    private Steam() {
    }

    /** The single-phase state; on the saturation line itself the liquid. */
    public static WaterState at(double pressure, double temperature) {
        boolean vapour = temperature < CRITICAL_TEMPERATURE && pressure < Saturation.pressure(Math.max(COLDEST, temperature));
        return phase(pressure, temperature, vapour);
    }

    /** The state of a given enthalpy, wet where liquid and vapour are present together. */
    public static WaterState ofEnthalpy(double pressure, double enthalpy) {
        return search(pressure, enthalpy, WaterState::enthalpy, "enthalpy of " + enthalpy + " kJ/kg");
    }

    /** The state of a given entropy, wet where liquid and vapour are present together. */
    public static WaterState ofEntropy(double pressure, double entropy) {
        return search(pressure, entropy, WaterState::entropy, "entropy of " + entropy + " kJ/(kg K)");
    }

    /** Boiling water. */
    public static WaterState liquid(double pressure) {
        return phase(pressure, saturationTemperature(pressure), false);
    }

    /** Dry saturated steam. */
    public static WaterState vapour(double pressure) {
        return phase(pressure, saturationTemperature(pressure), true);
    }

    /** MPa, at 273.15 K to 647.096 K. */
    public static double saturationPressure(double temperature) {
        if (!(temperature >= COLDEST && temperature <= CRITICAL_TEMPERATURE)) {
            throw new IllegalArgumentException("no saturation at " + temperature + " K: give 273.15 to 647.096 K");
        }
        return Saturation.pressure(temperature);
    }

    /** K, at 0.000611213 MPa to 22.064 MPa. */
    public static double saturationTemperature(double pressure) {
        if (!(pressure >= LOWEST_SATURATION && pressure <= CRITICAL_PRESSURE)) {
            throw new IllegalArgumentException("no saturation at " + pressure + " MPa: give 0.000611213 to 22.064 MPa");
        }
        return Saturation.temperature(pressure);
    }

    private static WaterState phase(double pressure, double temperature, boolean vapour) {
        if (!(pressure > 0 && pressure <= HIGHEST_PRESSURE && temperature >= COLDEST && temperature <= HOTTEST
                && (temperature <= HOT_FROM || pressure <= HOT_PRESSURE))) {
            throw new IllegalArgumentException("outside of IAPWS-IF97: " + pressure + " MPa, " + temperature
                + " K; give up to 100 MPa at 273.15 to 1073.15 K, up to 50 MPa to 2273.15 K");
        }
        if (temperature > HOT_FROM) {
            return GibbsRegion.HOT_VAPOUR.at(pressure, temperature);
        }
        if (temperature > DENSE_FROM && temperature <= DENSE_TO && pressure > Saturation.densePressure(temperature)) {
            return DenseRegion.at(pressure, temperature, vapour);
        }
        boolean gas = vapour || temperature > DENSE_FROM;
        return (gas ? GibbsRegion.VAPOUR : GibbsRegion.LIQUID).at(pressure, temperature);
    }

    private static WaterState search(double pressure, double wanted, ToDoubleFunction<WaterState> quantity, String name) {
        double hottest = pressure <= HOT_PRESSURE ? HOTTEST : HOT_FROM;
        if (pressure < LOWEST_SATURATION || pressure >= CRITICAL_PRESSURE) {
            return single(pressure, wanted, quantity, name, COLDEST, hottest, pressure < LOWEST_SATURATION);
        }
        WaterState liquid = liquid(pressure);
        WaterState vapour = vapour(pressure);
        if (wanted < quantity.applyAsDouble(liquid)) {
            return single(pressure, wanted, quantity, name, COLDEST, liquid.temperature(), false);
        }
        if (wanted > quantity.applyAsDouble(vapour)) {
            return single(pressure, wanted, quantity, name, vapour.temperature(), hottest, true);
        }
        return liquid.mixed(vapour, (wanted - quantity.applyAsDouble(liquid))
            / (quantity.applyAsDouble(vapour) - quantity.applyAsDouble(liquid)));
    }

    private static WaterState single(double pressure, double wanted, ToDoubleFunction<WaterState> quantity, String name,
            double from, double to, boolean vapour) {
        if (!(wanted >= quantity.applyAsDouble(phase(pressure, from, vapour))
                && wanted <= quantity.applyAsDouble(phase(pressure, to, vapour)))) {
            throw new IllegalArgumentException("no state of water at " + pressure + " MPa has an " + name);
        }
        double temperature = RootSearch.of(t -> quantity.applyAsDouble(phase(pressure, t, vapour)) - wanted, from, to, 1e-9);
        return phase(pressure, temperature, vapour);
    }
}
