package org.gemello.energy.rotor;

/** Loads of a rotor, with the working memory of whoever has them computed: nothing is allocated per solve. For one thread. */
public final class RotorLoads {
    final StripSolver strip = new StripSolver();
    double torque;
    double thrust;
    double rootMoment;

    /** Torque of the air about the rotor's axis in N m. */
    public double torque() {
        return torque;
    }

    /** Force along the rotor's axis in N. */
    public double thrust() {
        return thrust;
    }

    /** Moment of the air out of the rotor's plane at the root of one blade, the mean over a turn, in N m. */
    public double rootMoment() {
        return rootMoment;
    }

    /** Power coefficient. Speed and wind as they were given, density in kg/m3, area in m2. */
    public double powerCoefficient(double rotorSpeed, double wind, double density, double area) {
        return torque * rotorSpeed / (0.5 * density * area * wind * wind * wind);
    }

    /** Thrust coefficient. */
    public double thrustCoefficient(double wind, double density, double area) {
        return thrust / (0.5 * density * area * wind * wind);
    }
}
