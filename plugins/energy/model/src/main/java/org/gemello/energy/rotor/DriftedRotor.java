package org.gemello.energy.rotor;

/**
 * A rotor that differs from its design, unknown to its controller.
 *
 * @param rotor     as designed
 * @param powerLoss share of the best power coefficient that rough blades lose
 * @param friction  torque in N m that bearings and gear take beyond what they should, while it turns
 * @param pitch     by which the blades stand further towards feather than they tell, in rad
 * @param headwind  share of the wind that blows along the axis, beyond what is told: the cosine of a yaw error
 * @param density   share by which the air is denser than told
 */
public record DriftedRotor(RoughRotor rotor, double powerLoss, double friction, double pitch, double headwind,
                           double density) implements Rotor {
    @Override
    public double radius() {
        return rotor.radius();
    }

    @Override
    public void solve(double wind, double rotorSpeed, double toldPitch, double toldYaw, double toldDensity, RotorLoads out) {
        rotor.solve(wind * headwind, rotorSpeed, toldPitch + pitch, toldYaw, toldDensity * (1 + density), powerLoss, out);
        out.torque -= rotorSpeed > 0 ? friction : 0;
    }
}
