package org.gemello.energy.optimise;

import org.gemello.energy.rotor.DriftedRotor;
import org.gemello.energy.rotor.Rotor;
import org.gemello.energy.turbine.OperatingPoint;
import org.gemello.energy.turbine.SteadyState;
import org.gemello.energy.turbine.TurbineDesign;

/** A turbine with what has drifted in it, under settings that are tried: steady points over the wind there is. For one thread. */
public final class YieldModel {
    private static final double BEARING = 10.0 / 3;
    private static final double LEAST_SHARE = 1e-3;
    private final TurbineDesign design;
    private final WindHistogram wind;
    private final double density;

    /** @param density of the air in kg/m3 */
    public YieldModel(TurbineDesign design, WindHistogram wind, double density) {
        this.design = design;
        this.wind = wind;
        this.density = density;
    }

    /** @param drifted without the correction of its pitch */
    public Yield of(DriftedRotor drifted, Settings settings) {
        TurbineDesign tuned = new TurbineDesign(design.name(), design.blades(), design.rotor(), design.rough(), design.driveTrain(),
                design.operation(), design.torque().withGain(settings.torqueGain()), design.pitch(), design.yaw());
        Rotor corrected = new DriftedRotor(drifted.rotor(), drifted.powerLoss(), drifted.friction(),
                drifted.pitch() + settings.correction(), drifted.headwind(), drifted.density());
        SteadyState steady = new SteadyState(tuned, corrected, density);
        double power = 0;
        double thrust = 0;
        double damage = 0;
        for (int bin = 0; bin < WindHistogram.BINS; bin++) {
            double share = wind.share(bin);
            double speed = WindHistogram.wind(bin);
            if (share > LEAST_SHARE && speed >= design.operation().cutIn() && speed < design.operation().cutOut()) {
                OperatingPoint point = steady.at(speed, settings.powerLimit(), 0);
                power += share * point.power();
                thrust = Math.max(thrust, point.thrust());
                damage += share * damage(design, point.power() / design.driveTrain().generatorEfficiency(), point.rotorSpeed());
            }
        }
        return new Yield(power, thrust, damage);
    }

    /** Relative rate of damage of the gearbox: 1 at rated power and speed. Power of the shaft in W, speed of the rotor in rad/s. */
    static double damage(TurbineDesign design, double shaft, double speed) {
        double torque = speed > 0 ? shaft / speed / design.ratedTorque() : 0;
        return Math.pow(Math.max(torque, 0), BEARING) * speed / design.ratedSpeed();
    }
}
