package org.gemello.energy.turbine;

import org.gemello.energy.rotor.RotorLoads;

/**
 * The blades of a simulated turbine, each with an offset of its own that the controller does not know and a correction that it does.
 * A blade gives a third of what a rotor gives whose blades all stand like it. For one thread.
 */
final class BladeSet {
    private final TurbineDesign design;
    private final TurbineFaults faults;
    private final double[] wantedCorrection = new double[TurbineFaults.BLADES];
    private final double[] correction = new double[TurbineFaults.BLADES];
    private final double[] rootMoment = new double[TurbineFaults.BLADES];
    private final RotorLoads loads = new RotorLoads();
    private double torque;
    private double thrust;
    private double bladeTorque;
    private double bladeThrust;
    private double bladeMoment;

    BladeSet(TurbineDesign design, TurbineFaults faults) {
        this.design = design;
        this.faults = faults;
    }

    void correct(int blade, double angle) {
        wantedCorrection[blade] = angle;
    }

    /** Moves towards the corrections, by no more than {@code most} rad. */
    void move(double most) {
        for (int i = 0; i < correction.length; i++) {
            correction[i] += Math.min(Math.max(wantedCorrection[i] - correction[i], -most), most);
        }
    }

    void solve(double wind, double speed, double pitch, double yaw, double density) {
        torque = 0;
        thrust = 0;
        for (int i = 0; i < rootMoment.length; i++) {
            double stands = pitch + faults.pitch(i) + correction[i];
            if (i == 0 || stands != pitch + faults.pitch(i - 1) + correction[i - 1]) {
                one(wind, speed, stands, yaw, density);
            }
            torque += bladeTorque / rootMoment.length;
            thrust += bladeThrust / rootMoment.length;
            rootMoment[i] = bladeMoment;
        }
    }

    private void one(double wind, double speed, double pitch, double yaw, double density) {
        design.rough().solve(wind, speed, pitch, yaw, density, faults.roughness(), loads);
        bladeTorque = loads.torque();
        bladeThrust = loads.thrust();
        bladeMoment = loads.rootMoment();
    }

    double torque() {
        return torque;
    }

    double thrust() {
        return thrust;
    }

    double rootMoment(int blade) {
        return rootMoment[blade];
    }
}
