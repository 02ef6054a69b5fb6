package org.gemello.energy.turbine;

import org.gemello.energy.rotor.BladeElementMomentum;
import org.gemello.energy.rotor.RotorTable;
import org.gemello.energy.rotor.RoughRotor;

/**
 * What a turbine is made of.
 *
 * @param name       for people
 * @param blades     the rotor in full, for steady tables
 * @param rotor      the same rotor as a table, for everything that is computed often
 * @param rough      the same rotor with rough blades
 * @param driveTrain shafts, gear and generator
 * @param operation  where it runs
 * @param torque     generator torque
 * @param pitch      pitch control
 * @param yaw        yaw control
 */
public record TurbineDesign(String name, BladeElementMomentum blades, RotorTable rotor, RoughRotor rough, DriveTrain driveTrain,
                            Operation operation, TorqueLaw torque, PitchLaw pitch, YawLaw yaw) {

    /**
     * Range of operation.
     *
     * @param cutIn   wind speed in m/s below which nothing is expected of it
     * @param cutOut  wind speed in m/s from which it is shut down
     * @param density of the air in kg/m3 to which its figures refer
     */
    public record Operation(double cutIn, double cutOut, double density) {
    }

    /** Radius of the rotor in m. */
    public double radius() {
        return rotor.radius();
    }

    /** Swept area in m2. */
    public double area() {
        return rotor.area();
    }

    /** Rated electrical power in W. */
    public double ratedPower() {
        return torque.ratedPower() * driveTrain.generatorEfficiency();
    }

    /** Rated torque of the rotor in N m. */
    public double ratedTorque() {
        return torque.ratedPower() / ratedSpeed();
    }

    /** Rated rotor speed in rad/s, the one that pitch control holds. */
    public double ratedSpeed() {
        return pitch.speed() / driveTrain.gearRatio();
    }
}
