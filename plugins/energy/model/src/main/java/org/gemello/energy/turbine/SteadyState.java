package org.gemello.energy.turbine;

import java.util.function.DoubleUnaryOperator;
import org.gemello.energy.rotor.Rotor;
import org.gemello.energy.rotor.RotorLoads;

/** Where a turbine comes to rest in steady wind: the torque of the air equals that of the generator. For one thread. */
public final class SteadyState {
    private static final int HALVINGS = 45;
    private static final double MOST_PITCH = Math.toRadians(35);
    private final TurbineDesign design;
    private final Rotor rotor;
    private final double density;
    private final RotorLoads loads = new RotorLoads();
    /** Mechanical, in W. */
    private double limit;

    /**
     * @param rotor   of the design: its blades or its table
     * @param density of the air in kg/m3
     */
    public SteadyState(TurbineDesign design, Rotor rotor, double density) {
        this.design = design;
        this.rotor = rotor;
        this.density = density;
    }

    /**
     * Not held back.
     *
     * @param wind free wind at hub height in m/s, from 0 to cut-out
     * @throws IllegalStateException where no pitch holds the rated speed
     */
    public OperatingPoint at(double wind) {
        OperatingPoint point = at(wind, design.ratedPower(), 0);
        if (point.pitch() >= mostPitch()) {
            throw new IllegalStateException(design.name() + ": a pitch of " + Math.toDegrees(mostPitch()) + " deg does not hold "
                    + "the rated speed in wind of " + wind + " m/s; check polars and rated power");
        }
        return point;
    }

    /**
     * Within set points. A rotor that even the largest pitch does not hold is given with that.
     *
     * @param wind       free wind at hub height in m/s, from 0 to cut-out
     * @param powerLimit electrical, in W
     * @param leastPitch in rad
     */
    public OperatingPoint at(double wind, double powerLimit, double leastPitch) {
        limit = Math.min(Math.max(powerLimit / design.driveTrain().generatorEfficiency(), 0), design.torque().ratedPower());
        double most = mostPitch();
        double fine = Math.min(Math.max(design.pitch().finePitch().at(wind), leastPitch), most);
        double full = design.ratedSpeed();
        if (surplus(wind, full, fine) >= 0) {
            return point(wind, full, surplus(wind, full, most) >= 0 ? most : root(angle -> surplus(wind, full, angle), fine, most));
        }
        double slowest = design.torque().cutInSpeed() / design.driveTrain().gearRatio();
        if (surplus(wind, slowest, fine) <= 0) {
            return point(wind, slowest, fine);
        }
        return point(wind, root(speed -> surplus(wind, speed, fine), slowest, full), fine);
    }

    private double mostPitch() {
        return Math.min(MOST_PITCH, design.pitch().max());
    }

    private OperatingPoint point(double wind, double rotorSpeed, double pitch) {
        double mechanical = generatorTorque(rotorSpeed) * rotorSpeed * design.driveTrain().gearRatio();
        rotor.solve(wind, rotorSpeed, pitch, 0, density, loads);
        boolean calm = !(wind > 0);
        return new OperatingPoint(wind, rotorSpeed, pitch, mechanical * design.driveTrain().generatorEfficiency(), loads.thrust(),
                calm ? Double.NaN : loads.powerCoefficient(rotorSpeed, wind, density, rotor.area()),
                calm ? Double.NaN : loads.thrustCoefficient(wind, density, rotor.area()));
    }

    private double surplus(double wind, double rotorSpeed, double pitch) {
        rotor.solve(wind, rotorSpeed, pitch, 0, density, loads);
        return (loads.torque() - generatorTorque(rotorSpeed) * design.driveTrain().gearRatio()) / design.torque().ratedPower();
    }

    private double generatorTorque(double rotorSpeed) {
        return design.torque().torque(rotorSpeed * design.driveTrain().gearRatio(), limit, false);
    }

    /** Halving; the function is positive at {@code low} and not at {@code high}. Polars have corners, which faster methods stumble over. */
    private static double root(DoubleUnaryOperator function, double low, double high) {
        double from = low;
        double to = high;
        for (int i = 0; i < HALVINGS; i++) {
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
