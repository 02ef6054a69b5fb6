package org.gemello.energy.optimise;

import org.gemello.energy.turbine.GearHeat;
import org.gemello.energy.turbine.TurbineDesign;

/** How much power a gearbox with friction may pass on without its oil getting too hot. */
final class GearRelief {
    /** Oil temperature in degrees Celsius not to be exceeded, well below where controllers stop a turbine. */
    static final double OIL = 75;
    private static final double USUAL_AIR = 15;
    private static final double ROUND = 50_000;
    /** Half of rated power is as much as one command may take. */
    private static final double LEAST_SHARE = 0.5;
    private final TurbineDesign design;
    private final GearHeat gear;

    GearRelief(TurbineDesign design) {
        this.design = design;
        this.gear = GearHeat.of(design);
    }

    /**
     * @param friction share of rated torque
     * @param ambient  in degrees Celsius, NaN for unknown
     * @return electrical power in W, at most rated power
     */
    double limit(double friction, double ambient) {
        double air = Double.isNaN(ambient) ? USUAL_AIR : ambient;
        double heat = (OIL - air) / gear.resistance() - friction * design.torque().ratedPower();
        double power = heat / gear.lossShare() * design.driveTrain().generatorEfficiency();
        double rounded = Math.floor(power / ROUND) * ROUND;
        double least = Math.ceil(LEAST_SHARE * design.ratedPower() / ROUND) * ROUND;
        return Math.min(Math.max(rounded, least), design.ratedPower());
    }
}
