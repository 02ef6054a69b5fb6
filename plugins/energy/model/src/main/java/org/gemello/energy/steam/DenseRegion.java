package org.gemello.energy.steam;

import org.gemello.energy.steam.PowerSum.Terms;
import org.gemello.energy.numeric.RootSearch;

/** Region 3 of IAPWS-IF97, around the critical point: specific Helmholtz energy over density and temperature (equation 28). */
final class DenseRegion {
    private static final double LOGARITHM = 0.10658070028513e1;
    private static final double DENSITY_SCALE = 322;
    private static final double TEMPERATURE_SCALE = 647.096;
    private static final double THINNEST = 40;
    private static final double DENSEST = 850;
    private static final PowerSum SUM = new PowerSum("3");

    private DenseRegion() {
    }

    /** State over density in kg/m3 and temperature in K. */
    static WaterState ofDensity(double density, double temperature) {
        double delta = density / DENSITY_SCALE;
        double tau = TEMPERATURE_SCALE / temperature;
        Terms f = helmholtz(delta, tau);
        double rt = Steam.GAS_CONSTANT * temperature;
        return new WaterState(density * rt * delta * f.byX() * 1e-3, temperature, 1 / density,
            rt * (tau * f.byY() + delta * f.byX()), Steam.GAS_CONSTANT * (tau * f.byY() - f.value()), Double.NaN);
    }

    /**
     * State over pressure in MPa and temperature in K. Below the critical temperature the isotherm has a loop; Newton from the far
     * end of the wanted branch does not leave it, because the pressure is convex on the liquid side and concave on the vapour side.
     */
    static WaterState at(double pressure, double temperature, boolean vapour) {
        double density = temperature >= Steam.CRITICAL_TEMPERATURE
            ? RootSearch.of(rho -> pressure(rho, temperature) - pressure, THINNEST, DENSEST, 1e-10)
            : newton(pressure, temperature, vapour ? THINNEST : DENSEST);
        WaterState state = ofDensity(density, temperature);
        return new WaterState(pressure, temperature, state.volume(), state.enthalpy(), state.entropy(), Double.NaN);
    }

    private static double newton(double pressure, double temperature, double start) {
        double density = start;
        for (int k = 0; k < 100; k++) {
            double step = density * 1e-6;
            double slope = (pressure(density + step, temperature) - pressure(density - step, temperature)) / (2 * step);
            double change = (pressure(density, temperature) - pressure) / slope;
            density -= change;
            if (Math.abs(change) < 1e-9 * density) {
                return density;
            }
        }
        throw new IllegalArgumentException("no density found at " + pressure + " MPa, " + temperature + " K, next to the critical point");
    }

    private static double pressure(double density, double temperature) {
        double delta = density / DENSITY_SCALE;
        return density * Steam.GAS_CONSTANT * temperature * delta
            * helmholtz(delta, TEMPERATURE_SCALE / temperature).byX() * 1e-3;
    }

    private static Terms helmholtz(double delta, double tau) {
        return SUM.at(delta, tau).plus(new Terms(LOGARITHM * Math.log(delta), LOGARITHM / delta, 0));
    }
}
