package org.gemello.energy.fatigue;

import org.gemello.energy.rotor.RotorLoads;
import org.gemello.energy.turbine.TurbineDesign;

/**
 * Loads of a turbine from what it is measured to do, quasi-steady from the rotor's table. Blade 1 sees the wind of its own height (power
 * law at 70 % of the radius, where the load is centred) and its own weight, so that a turn of the rotor is a cycle; moments out of and in
 * the rotor's plane are turned into those about the chord by the pitch. What the wind does between two measurements, at the tower's shadow,
 * and across the rotor (gusts smaller than the rotor) is not in the wind of one anemometer, and not in these loads. For one thread.
 */
final class TurbineLoads {
    private static final double GRAVITY = 9.80665;
    private static final double CENTRE = 0.7;
    /** A turbine that stands still bears no torque. */
    private static final double STANDSTILL = 0.01;
    private final TurbineDesign turbine;
    private final LoadDesign design;
    private final RotorLoads rotor = new RotorLoads();
    private double flapwise;
    private double edgewise;
    private double thrust;
    private double torque;

    TurbineLoads(TurbineDesign turbine, LoadDesign design) {
        this.turbine = turbine;
        this.design = design;
    }

    /** @param azimuth of blade 1 in rad, 0 upwards, in the direction of rotation */
    void solve(Operation at, double azimuth) {
        double up = Math.cos(azimuth);
        double height = 1 + CENTRE * turbine.radius() / design.hubHeight() * up;
        turbine.rotor().solve(at.wind() * Math.pow(height, design.shear()), at.rotorSpeed(), at.pitch(), 0, at.density(), rotor);
        double weight = GRAVITY * design.bladeMoment();
        // weight pulls an upward blade forward over the tilted axis, and a rising one back against the rotation
        double outOfPlane = rotor.rootMoment() - weight * Math.sin(design.tilt()) * up;
        double inPlane = rotor.torque() / 3 + weight * Math.cos(design.tilt()) * Math.sin(azimuth);
        flapwise = outOfPlane * Math.cos(at.pitch()) + inPlane * Math.sin(at.pitch());
        edgewise = inPlane * Math.cos(at.pitch()) - outOfPlane * Math.sin(at.pitch());
        turbine.rotor().solve(at.wind(), at.rotorSpeed(), at.pitch(), 0, at.density(), rotor);
        thrust = rotor.thrust();
        torque = at.rotorSpeed() > STANDSTILL ? at.power() / turbine.driveTrain().generatorEfficiency() / at.rotorSpeed() : 0;
    }

    /** Moment about the chord at the root of blade 1, in N m. */
    double flapwise() {
        return flapwise;
    }

    /** Moment in the direction of the chord at the root of blade 1, in N m. */
    double edgewise() {
        return edgewise;
    }

    /** Of the rotor, in N. */
    double thrust() {
        return thrust;
    }

    /** Of the rotor's shaft, in N m. */
    double torque() {
        return torque;
    }
}
