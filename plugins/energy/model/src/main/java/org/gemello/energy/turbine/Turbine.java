package org.gemello.energy.turbine;

/**
 * A turbine in motion: one rotating mass, the baseline controller, pitch drives with limited rate. Deterministic; advanced in fixed
 * steps. The wind comes straight from ahead. For one thread.
 */
public final class Turbine {
    /** Corner of the controller's low-pass on the generator speed, in rad/s (NREL/TP-500-38060, section 7: 0.25 Hz). */
    private static final double SPEED_FILTER = 1.570796;
    /** Pitch above which the controller holds power rather than torque (baseline controller: 1 degree), in rad. */
    private static final double POWER_FIRST = Math.toRadians(1);
    private static final double STORM_FILTER = 10;
    private static final double STORM_RELEASE = 2;
    private final TurbineDesign design;
    private double rotorSpeed;
    private double filteredSpeed;
    private double meanWind;
    private double integral;
    private double pitch;
    private double torque;
    private double powerLimit;
    private double minPitch;
    private double pitchFault;
    private boolean storm;

    /** A turbine that is turning steadily in this wind (m/s). */
    public Turbine(TurbineDesign design, double wind, double density) {
        this.design = design;
        OperatingPoint start = new SteadyState(design, density).at(wind);
        rotorSpeed = start.rotorSpeed();
        filteredSpeed = generatorSpeed();
        meanWind = wind;
        pitch = start.pitch();
        integral = pitch / (design.pitch().gain(pitch) * design.pitch().integral());
        powerLimit = design.ratedPower();
        torque = design.torque().torque(filteredSpeed, design.torque().ratedPower(), pitch >= POWER_FIRST);
    }

    /**
     * Goes on by one step.
     *
     * @param wind    free wind at hub height in m/s
     * @param density of the air in kg/m3
     * @param step    in s, up to 0.1
     */
    public void advance(double wind, double density, double step) {
        filteredSpeed += (1 - Math.exp(-SPEED_FILTER * step)) * (generatorSpeed() - filteredSpeed);
        meanWind += (1 - Math.exp(-step / STORM_FILTER)) * (wind - meanWind);
        storm = meanWind >= design.cutOut() - (storm ? STORM_RELEASE : 0);
        pitch = approach(pitch, wantedPitch(step), design.pitch().maxRate() * step);
        torque = approach(torque, wantedTorque(), design.torque().maxRate() * step);
        double blade = pitch + pitchFault;
        double surplus = design.aerodynamicTorque(wind, density, rotorSpeed, blade) - torque * design.gearRatio();
        rotorSpeed = Math.max(rotorSpeed + surplus / design.inertia() * step, 0);
    }

    private double wantedPitch(double step) {
        PitchLaw law = design.pitch();
        double gain = law.gain(pitch);
        double error = filteredSpeed - law.speed();
        double lowest = minPitch / (gain * law.integral());
        double highest = law.max() / (gain * law.integral());
        integral = Math.min(Math.max(integral + error * step, lowest), highest);
        double wanted = gain * (law.proportional() * error + law.integral() * integral);
        return storm ? law.max() : Math.min(Math.max(wanted, minPitch), law.max());
    }

    private double wantedTorque() {
        double mechanical = powerLimit / design.generatorEfficiency();
        return storm ? 0 : design.torque().torque(filteredSpeed, mechanical, pitch >= minPitch + POWER_FIRST);
    }

    private static double approach(double from, double to, double step) {
        return from + Math.min(Math.max(to - from, -step), step);
    }

    /** Power not to be exceeded, electrical, in W; from 0 to rated power. */
    public void limitPower(double watts) {
        powerLimit = Math.min(Math.max(watts, 0), design.ratedPower());
    }

    /** Pitch below which the controller does not go, in rad. */
    public void limitPitch(double angle) {
        minPitch = Math.max(angle, 0);
    }

    /** Makes all blades stand this much (rad) further towards feather than the controller knows. */
    public void injectPitchFault(double angle) {
        pitchFault = angle;
    }

    /** Rotor speed in rad/s. */
    public double rotorSpeed() {
        return rotorSpeed;
    }

    /** Generator speed in rad/s. */
    public double generatorSpeed() {
        return rotorSpeed * design.gearRatio();
    }

    /** Pitch as the controller knows it, in rad. */
    public double pitch() {
        return pitch;
    }

    /** Electrical power in W. */
    public double power() {
        return torque * generatorSpeed() * design.generatorEfficiency();
    }

    public TurbineStatus status() {
        return storm ? TurbineStatus.STORM : torque > 0 ? TurbineStatus.PRODUCING : TurbineStatus.IDLING;
    }
}
