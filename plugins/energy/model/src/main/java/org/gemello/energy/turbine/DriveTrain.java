package org.gemello.energy.turbine;

/**
 * From rotor to grid. Inertias, stiffness and damping count on the rotor's side.
 *
 * @param gearRatio           generator speed by rotor speed; 1 for a direct drive
 * @param rotorInertia        of blades and hub, in kg m2
 * @param generatorInertia    of the generator, times the square of the gear ratio, in kg m2
 * @param stiffness           of the shaft in N m/rad; 0 for a rigid one
 * @param damping             of the shaft in N m/(rad/s)
 * @param generatorEfficiency electrical by mechanical power
 */
public record DriveTrain(double gearRatio, double rotorInertia, double generatorInertia, double stiffness, double damping,
                         double generatorEfficiency) {

    public boolean isRigid() {
        return stiffness == 0;
    }

    /** Of everything that turns, in kg m2. */
    public double inertia() {
        return rotorInertia + generatorInertia;
    }
}
