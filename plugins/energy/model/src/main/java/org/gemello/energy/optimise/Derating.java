package org.gemello.energy.optimise;

import org.gemello.energy.rotor.RotorLoads;
import org.gemello.energy.turbine.TurbineDesign;

/**
 * Ways of one turbine to give less than the wind allows: by pitch at full rotor speed, or with less speed. Compared by proxies of fatigue:
 * how steeply the thrust answers to gusts (tower), how steeply the root moment does (blades), and torque by speed (bearings of the
 * gearbox). For one thread.
 */
public final class Derating {
    private static final double GUST = 0.5;
    private static final double TOWER = 4;
    private static final double BLADE = 10;
    private static final int HALVINGS = 40;
    private final TurbineDesign design;
    private final double density;
    private final RotorLoads loads = new RotorLoads();

    public Derating(TurbineDesign design, double density) {
        this.design = design;
        this.density = density;
    }

    /**
     * A turbine held at a power.
     *
     * @param speedShare of rated rotor speed
     * @param pitch      in rad
     * @param thrust     in N
     * @param tower      relative damage of the tower, 1 at rated speed
     * @param blades     relative damage of the blades, 1 at rated speed
     * @param gearbox    relative damage of the gearbox's bearings, 1 at rated speed
     */
    public record Way(double speedShare, double pitch, double thrust, double tower, double blades, double gearbox) {
        /** The worst part counts. */
        public double damage() {
            return Math.max(tower, Math.max(blades, gearbox));
        }
    }

    /** The way of least damage among rotor speeds from 75 to 100 % that can hold this power (W, electrical) in this wind (m/s). */
    public Way best(double wind, double power) {
        Way best = at(wind, power, 1);
        for (int percent = 75; percent < 100; percent++) {
            Way way = at(wind, power, percent / 100.0);
            if (way != null && (best == null || way.damage() < best.damage())) {
                best = way;
            }
        }
        return best;
    }

    /** Null where the wind, or the torque of the generator, does not allow it. */
    public Way at(double wind, double power, double speedShare) {
        Held reference = held(wind, power, 1);
        Held held = held(wind, power, speedShare);
        if (held == null || reference == null) {
            return null;
        }
        double wear = YieldModel.damage(design, power, held.speed) / YieldModel.damage(design, power, reference.speed);
        return new Way(speedShare, held.pitch, held.thrust, Math.pow(held.thrustSlope / reference.thrustSlope, TOWER),
                Math.pow(held.momentSlope / reference.momentSlope, BLADE) * speedShare, wear);
    }

    private record Held(double speed, double pitch, double thrust, double thrustSlope, double momentSlope) {
    }

    private Held held(double wind, double power, double speedShare) {
        double speed = speedShare * design.ratedSpeed();
        double torque = power / design.driveTrain().generatorEfficiency() / speed;
        double fine = design.pitch().finePitch().at(wind);
        if (torque / design.driveTrain().gearRatio() > design.torque().maxTorque() || torque(wind, speed, fine) < torque) {
            return null;
        }
        double low = fine;
        double high = Math.toRadians(35);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (torque(wind, speed, middle) > torque) {
                low = middle;
            } else {
                high = middle;
            }
        }
        design.rotor().solve(wind + GUST, speed, low, 0, density, loads);
        double thrustAbove = loads.thrust();
        double momentAbove = loads.rootMoment();
        design.rotor().solve(wind - GUST, speed, low, 0, density, loads);
        double thrustSlope = Math.abs(thrustAbove - loads.thrust());
        double momentSlope = Math.abs(momentAbove - loads.rootMoment());
        design.rotor().solve(wind, speed, low, 0, density, loads);
        return new Held(speed, low, loads.thrust(), thrustSlope, momentSlope);
    }

    private double torque(double wind, double speed, double pitch) {
        design.rotor().solve(wind, speed, pitch, 0, density, loads);
        return loads.torque();
    }
}
