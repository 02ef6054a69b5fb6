package org.gemello.energy.turbine;

import java.util.Arrays;
import org.gemello.energy.rotor.Ice;
import org.gemello.energy.rotor.RotorTable;

/** What is wrong with a simulated turbine, and unknown to its controller. For one thread. */
public final class TurbineFaults {
    /** Blades of a simulated turbine. */
    public static final int BLADES = 3;
    /** Share of the loss of torque by which rough blades lose bending moment: as {@link Ice} has it, 0.45 to 0.55. */
    public static final double BENDING_SHARE = 0.5;
    private final TurbineDesign design;
    private final double[] pitch = new double[BLADES];
    private RotorTable iced;
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

    /** Share of the torque of the air that is lost, 0 to 1: dirt, erosion. */
    public void setPowerLoss(double share) {
        powerLoss = share;
    }

    /** Thickness of ice on the blades: 0 none, 1 moderate; up to 2. The first ice takes half a second to be computed. */
    public void setIce(double thickness) {
        iced = iced == null && thickness > 0 ? Ice.on(design.blades(), design.rotor()) : iced;
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

    double powerLoss() {
        return powerLoss;
    }

    /** The rotor with its ice. */
    RotorTable iced() {
        return iced;
    }
}
