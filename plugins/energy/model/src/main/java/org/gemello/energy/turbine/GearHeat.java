package org.gemello.energy.turbine;

/**
 * Heat of a gearbox: what the gear loses warms its oil, the cooler takes it away, a first-order balance. Typical of a gearbox with an oil
 * cooler: 2.5 % of the power of the shaft is lost, the oil is then 40 K above the air at rated power, and follows with ten minutes.
 *
 * @param lossShare  share of the shaft's power that becomes heat in a sound gearbox
 * @param resistance between oil and air in K/W
 * @param capacity   of oil and gears in J/K
 */
public record GearHeat(double lossShare, double resistance, double capacity) {
    private static final double LOSS_SHARE = 0.025;
    private static final double RISE = 40;
    private static final double TIME = 600;

    /** The typical gearbox for a turbine. */
    public static GearHeat of(TurbineDesign design) {
        double resistance = RISE / (LOSS_SHARE * design.torque().ratedPower());
        return new GearHeat(LOSS_SHARE, resistance, TIME / resistance);
    }

    /**
     * Temperature after a step.
     *
     * @param oil      temperature before, any scale
     * @param air      temperature of the air, same scale
     * @param shaft    power of the shaft in W
     * @param friction power in W that is lost beyond what a sound gearbox loses
     * @param step     in s
     */
    public double after(double oil, double air, double shaft, double friction, double step) {
        double target = air + resistance * (lossShare * shaft + friction);
        return oil + (1 - Math.exp(-step / (resistance * capacity))) * (target - oil);
    }

    /**
     * Power in W that is lost beyond what a sound gearbox loses, from its temperature over a time.
     *
     * @param rise  of the oil's temperature over that time in K
     * @param above mean of oil above air in K
     * @param shaft mean power of the shaft in W
     * @param time  in s
     */
    public double friction(double rise, double above, double shaft, double time) {
        return capacity * rise / time + above / resistance - lossShare * shaft;
    }
}
