package org.gemello.energy.turbine;

import java.util.Arrays;

/** What is wrong with a simulated turbine, and unknown to its controller. For one thread. */
public final class TurbineFaults {
    /** Blades of a simulated turbine. */
    public static final int BLADES = 3;
    private final TurbineDesign design;
    private final double[] pitch = new double[BLADES];
    private double ice;
    private double yaw;
    private double powerLoss;
    private double friction;

    TurbineFaults(TurbineDesign design) {
        this.design = design;
    }

    /** All blades stand this much (rad) further towards feather. */
    public void setPitch(double angle) {
        Arrays.fill(pitch, angle);
    }

    /** One blade, 0 to 2, stands this much (rad) further towards feather. */
    public void setPitch(int blade, double angle) {
        pitch[blade] = angle;
    }

    /** The wind vane is off by this much (rad): the nacelle stands beside the wind. */
    public void setYaw(double angle) {
        yaw = angle;
    }

    /** Share of the best power coefficient that is lost to dirt or erosion, 0 to 0.3. */
    public void setPowerLoss(double share) {
        powerLoss = share;
    }

    /** Thickness of ice on the blades: 0 none, 1 moderate; up to 3. */
    public void setIce(double thickness) {
        ice = thickness;
    }

    /** Torque in N m, on the rotor's side, that bearings and gear take beyond what they should. */
    public void setFriction(double torque) {
        friction = torque;
    }

    /** Thickness of the ice. */
    public double ice() {
        return ice;
    }

    /** Torque in N m that is lost to friction. */
    public double friction() {
        return friction;
    }

    double pitch(int blade) {
        return pitch[blade];
    }

    double yaw() {
        return yaw;
    }

    /** Share of the best power coefficient that dirt and ice cost. */
    double roughness() {
        return powerLoss + ice * design.rough().fullLoss();
    }
}
