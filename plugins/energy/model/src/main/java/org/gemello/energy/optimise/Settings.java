package org.gemello.energy.optimise;

/**
 * What a turbine's controller is set to.
 *
 * @param correction of the pitch of all blades, in rad
 * @param torqueGain share of the design's gain of the optimal torque
 * @param powerLimit electrical, in W
 */
public record Settings(double correction, double torqueGain, double powerLimit) {
    public Settings withCorrection(double angle) {
        return new Settings(angle, torqueGain, powerLimit);
    }

    public Settings withTorqueGain(double share) {
        return new Settings(correction, share, powerLimit);
    }

    public Settings withPowerLimit(double watts) {
        return new Settings(correction, torqueGain, watts);
    }
}
