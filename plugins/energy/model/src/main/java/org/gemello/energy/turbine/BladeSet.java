package org.gemello.energy.turbine;

import org.gemello.energy.rotor.RotorLoads;
import org.gemello.energy.rotor.RotorTable;

/**
 * The blades of a simulated turbine, each with an offset of its own that the controller does not know and a correction that it does.
 * A blade gives a third of what a rotor gives whose blades all stand like it. For one thread.
 */
final class BladeSet {
    private final RotorTable rotor;
    private final TurbineFaults faults;
    private final double[] wantedCorrection = new double[TurbineFaults.BLADES];
    private final double[] correction = new double[TurbineFaults.BLADES];
    private final double[] bending = new double[TurbineFaults.BLADES];
    private final RotorLoads loads = new RotorLoads();
    private double torque;
    private double thrust;
    private double bladeTorque;
    private double bladeThrust;
    private double bladeBending;

    BladeSet(RotorTable rotor, TurbineFaults faults) {
        this.rotor = rotor;
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
        for (int i = 0; i < bending.length; i++) {
            double stands = pitch + faults.pitch(i) + correction[i];
            if (i == 0 || stands != pitch + faults.pitch(i - 1) + correction[i - 1]) {
                one(wind, speed, stands, yaw, density);
            }
            torque += bladeTorque / bending.length;
            thrust += bladeThrust / bending.length;
            bending[i] = bladeBending;
        }
    }

    private void one(double wind, double speed, double pitch, double yaw, double density) {
        rotor.solve(wind, speed, pitch, yaw, density, loads);
        bladeTorque = loads.torque() * (1 - faults.powerLoss());
        bladeThrust = loads.thrust() * (1 - TurbineFaults.BENDING_SHARE * faults.powerLoss());
        bladeBending = loads.bending() * (1 - TurbineFaults.BENDING_SHARE * faults.powerLoss());
        if (faults.ice() > 0) {
            double share = faults.ice();
            double cleanTorque = loads.torque();
            double cleanThrust = loads.thrust();
            double cleanBending = loads.bending();
            faults.iced().solve(wind, speed, pitch, yaw, density, loads);
            bladeTorque += share * (loads.torque() - cleanTorque);
            bladeThrust += share * (loads.thrust() - cleanThrust);
            bladeBending += share * (loads.bending() - cleanBending);
        }
    }

    double torque() {
        return torque;
    }

    double thrust() {
        return thrust;
    }

    double bending(int blade) {
        return bending[blade];
    }
}
