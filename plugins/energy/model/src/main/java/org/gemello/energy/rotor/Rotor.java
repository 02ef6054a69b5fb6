package org.gemello.energy.rotor;

/** Turns wind into torque and thrust. Implementations are immutable and safe for use by many threads. */
public interface Rotor {

    /** Radius that tip-speed ratios and coefficients refer to, in m. */
    double radius();

    /**
     * Loads in steady, uniform wind.
     *
     * @param wind       free wind at hub height in m/s, 0 or more; less than 0.01 counts as none
     * @param rotorSpeed in rad/s, 0 or more
     * @param pitch      of all blades in rad, positive towards feather
     * @param yaw        of the wind against the rotor's axis in rad, -1.2 to 1.2
     * @param density    of the air in kg/m3
     * @param out        takes the result; it belongs to one thread
     */
    void solve(double wind, double rotorSpeed, double pitch, double yaw, double density, RotorLoads out);

    /** Swept area in m2 that coefficients refer to. */
    default double area() {
        return Math.PI * radius() * radius();
    }
}
