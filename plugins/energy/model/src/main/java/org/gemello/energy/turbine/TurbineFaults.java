package org.gemello.energy.turbine;

/** What is wrong with a simulated turbine, and unknown to its controller. For one thread. */
public final class TurbineFaults {
    private double pitch;
    private double yaw;
    private double powerLoss;
    private double friction;

    /** Blades stand this much (rad) further towards feather. */
    public void setPitch(double angle) {
        pitch = angle;
    }

    /** The wind vane is off by this much (rad): the nacelle stands beside the wind. */
    public void setYaw(double angle) {
        yaw = angle;
    }

    /** Share of the torque of the air that is lost, 0 to 1: ice, dirt, erosion. */
    public void setPowerLoss(double share) {
        powerLoss = share;
    }

    /** Torque in N m, on the rotor's side, that bearings and gear take beyond what they should. */
    public void setFriction(double torque) {
        friction = torque;
    }

    double pitch() {
        return pitch;
    }

    double yaw() {
        return yaw;
    }

    double powerLoss() {
        return powerLoss;
    }

    double friction() {
        return friction;
    }
}
