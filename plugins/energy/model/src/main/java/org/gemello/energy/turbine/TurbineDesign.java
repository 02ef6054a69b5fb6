package org.gemello.energy.turbine;

import org.gemello.energy.rotor.RotorTable;

/**
 * What a turbine is made of.
 *
 * @param rotor               power coefficient of the rotor
 * @param radius              of the rotor in m
 * @param gearRatio           generator speed by rotor speed
 * @param inertia             of rotor, drive train and generator together, about the rotor's axis, in kg m2
 * @param generatorEfficiency electrical by mechanical power
 * @param inclination         share of the wind that is normal to the blades: cosine of tilt times cosine of precone
 * @param cutIn               wind speed in m/s below which nothing is expected of it
 * @param cutOut              wind speed in m/s from which it is shut down
 * @param torque              generator torque
 * @param pitch               pitch control
 */
public record TurbineDesign(RotorTable rotor, double radius, double gearRatio, double inertia, double generatorEfficiency,
                            double inclination, double cutIn, double cutOut, TorqueLaw torque, PitchLaw pitch) {
    /** Lowest tip-speed ratio at which a power coefficient is turned into a torque; below, the rotor hardly moves. */
    private static final double STANDSTILL = 1;

    /** Swept area in m2. */
    public double area() {
        return Math.PI * radius * radius;
    }

    /** Rated electrical power in W. */
    public double ratedPower() {
        return torque.ratedPower() * generatorEfficiency;
    }

    /**
     * Torque of the air on the rotor in N m.
     *
     * @param wind       free wind at hub height in m/s
     * @param density    of the air in kg/m3
     * @param rotorSpeed in rad/s
     * @param blade      pitch of the blades in rad
     */
    public double aerodynamicTorque(double wind, double density, double rotorSpeed, double blade) {
        double normal = wind * inclination;
        if (normal <= 0) {
            return 0;
        }
        double ratio = Math.max(rotorSpeed * radius / normal, STANDSTILL);
        double power = 0.5 * density * area() * normal * normal * normal * rotor.powerCoefficient(ratio, Math.toDegrees(blade));
        return power * radius / (ratio * normal);
    }
}
