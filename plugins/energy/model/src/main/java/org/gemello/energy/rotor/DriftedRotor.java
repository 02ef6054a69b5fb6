package org.gemello.energy.rotor;

/**
 * A rotor that differs from its design, unknown to its controller.
 *
 * @param rotor     as designed
 * @param powerLoss share of the best power coefficient that rough blades lose
 * @param friction  torque in N m that bearings and gear take beyond what they should, while it turns
 * @param pitch     by which the blades stand further towards feather than they tell, in rad
 * @param yaw       of the wind against the axis beyond what is told, in rad
 * @param density   share by which the air is denser than told
 */
public record DriftedRotor(RoughRotor rotor, double powerLoss, double friction, double pitch, double yaw, double density) implements Rotor {
    @Override
    public double radius() {
        return rotor.radius();
    }

    @Override
    public void solve(double wind, double rotorSpeed, double toldPitch, double toldYaw, double toldDensity, RotorLoads out) {
        rotor.solve(wind, rotorSpeed, toldPitch + pitch, toldYaw + yaw, toldDensity * (1 + density), powerLoss, out);
        out.torque -= rotorSpeed > 0 ? friction : 0;
    }
}
