package org.gemello.energy.gas;

/**
 * What acts on a gas turbine.
 *
 * @param temperature of the ambient air, K
 * @param pressure of the ambient air, Pa
 * @param fuelFlow methane of 298.15 K, kg/s
 * @param speed of the shaft, rad/s
 */
public record GasTurbineInput(double temperature, double pressure, double fuelFlow, double speed) {
    public GasTurbineInput {
        if (!(temperature > 200 && temperature < 340 && pressure > 50_000 && pressure < 120_000 && fuelFlow > 0 && speed > 0)) {
            throw new IllegalArgumentException("gas turbine input out of range: ambient " + temperature + " K (200 to 340), " + pressure
                + " Pa (50000 to 120000), fuel " + fuelFlow + " kg/s, speed " + speed + " rad/s (both above 0)");
        }
    }
}
