package org.gemello.energy.turbine;

import java.util.function.DoubleUnaryOperator;

/** Where a turbine comes to rest in steady wind: the torque of the air equals that of the generator. */
public final class SteadyState {
    private final TurbineDesign design;
    private final double density;

    /** @param density of the air in kg/m3 */
    public SteadyState(TurbineDesign design, double density) {
        this.design = design;
        this.density = density;
    }

    /** @param wind free wind at hub height in m/s, from 0 to cut-out */
    public OperatingPoint at(double wind) {
        double full = design.pitch().speed() / design.gearRatio();
        if (surplus(wind, full, 0) >= 0) {
            double pitch = root(angle -> surplus(wind, full, angle), 0, Math.PI / 4);
            return point(wind, full, pitch);
        }
        double slowest = design.torque().cutInSpeed() / design.gearRatio();
        if (surplus(wind, slowest, 0) <= 0) {
            return new OperatingPoint(wind, slowest, 0, 0);
        }
        return point(wind, root(speed -> surplus(wind, speed, 0), slowest, full), 0);
    }

    private OperatingPoint point(double wind, double rotorSpeed, double pitch) {
        double mechanical = generatorTorque(rotorSpeed) * rotorSpeed * design.gearRatio();
        return new OperatingPoint(wind, rotorSpeed, pitch, mechanical * design.generatorEfficiency());
    }

    private double surplus(double wind, double rotorSpeed, double pitch) {
        return design.aerodynamicTorque(wind, density, rotorSpeed, pitch) - generatorTorque(rotorSpeed) * design.gearRatio();
    }

    private double generatorTorque(double rotorSpeed) {
        return design.torque().torque(rotorSpeed * design.gearRatio(), design.torque().ratedPower(), false);
    }

    /** Bisection; the function falls from positive at {@code low} to negative at {@code high}. */
    private static double root(DoubleUnaryOperator function, double low, double high) {
        double from = low;
        double to = high;
        for (int i = 0; i < 50; i++) {
            double middle = (from + to) / 2;
            if (function.applyAsDouble(middle) > 0) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return (from + to) / 2;
    }
}
