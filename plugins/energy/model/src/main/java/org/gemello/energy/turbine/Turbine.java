package org.gemello.energy.turbine;

/**
 * A turbine in motion: rotor and generator as two masses on an elastic shaft (one mass where the shaft is rigid), the baseline
 * controller, pitch drives with limited rate, a nacelle that follows the wind. Deterministic; advanced in fixed steps. For one thread.
 */
public final class Turbine {
    /** Pitch above fine pitch from which the controller holds power rather than torque (baseline controller: 1 degree), in rad. */
    private static final double POWER_FIRST = Math.toRadians(1);
    private static final double STORM_FILTER = 10;
    private static final double STORM_RELEASE = 2;
    private final TurbineDesign design;
    private final YawDrive nacelle;
    private final Shaft shaft;
    private final TurbineFaults faults;
    private final BladeSet blades;
    private TorqueLaw torqueLaw;
    private double filteredSpeed;
    private double meanWind;
    private double integral;
    private double pitch;
    private double torque;
    private double powerLimit;
    private double minPitch;
    private double yawOffset;
    private double maxSpeed;
    private boolean storm;

    /** A turbine that is turning steadily in this wind (m/s). */
    public Turbine(TurbineDesign design, double wind, double density) {
        this.design = design;
        faults = new TurbineFaults(design);
        blades = new BladeSet(design, faults);
        torqueLaw = design.torque();
        maxSpeed = design.pitch().speed();
        nacelle = new YawDrive(design.yaw());
        OperatingPoint start = new SteadyState(design, design.rotor(), density).at(Math.min(wind, design.operation().cutOut()));
        shaft = new Shaft(design.driveTrain(), start.rotorSpeed());
        filteredSpeed = generatorSpeed();
        meanWind = wind;
        pitch = start.pitch();
        integral = pitch / design.pitch().gains().integral(pitch);
        powerLimit = design.ratedPower();
        torque = design.torque().torque(filteredSpeed, design.torque().ratedPower(), holdsPower());
        shaft.load(torque * design.driveTrain().gearRatio());
    }

    /** Goes on by one step with the wind from straight ahead; see {@link #advance(double, double, double, double)}. */
    public void advance(double wind, double density, double step) {
        move(wind, 0, density, step);
    }

    /**
     * Goes on by one step.
     *
     * @param wind      free wind at hub height in m/s
     * @param direction from which it blows, in rad clockwise from north
     * @param density   of the air in kg/m3
     * @param step      in s, up to 0.1
     */
    public void advance(double wind, double direction, double density, double step) {
        // the vane that is off tells the nacelle a direction that is off; the offset is what the controller adds to it
        double error = nacelle.advance(direction - faults.yaw() + yawOffset, step);
        move(wind, error, density, step);
    }

    private void move(double wind, double yawError, double density, double step) {
        filteredSpeed += (1 - Math.exp(-design.pitch().speedFilter() * step)) * (generatorSpeed() - filteredSpeed);
        meanWind += (1 - Math.exp(-step / STORM_FILTER)) * (wind - meanWind);
        storm = meanWind >= design.operation().cutOut() - (storm ? STORM_RELEASE : 0);
        pitch = approach(pitch, wantedPitch(step), design.pitch().maxRate() * step);
        torque = approach(torque, wantedTorque(), design.torque().maxRate() * step);
        blades.move(design.pitch().maxRate() * step);
        blades.solve(wind, rotorSpeed(), pitch, yawError + faults.yaw() - yawOffset, density);
        double driving = blades.torque() - (rotorSpeed() > 0 ? faults.friction() : 0);
        shaft.advance(driving, torque * design.driveTrain().gearRatio(), step);
    }

    private double lowestPitch() {
        return Math.max(minPitch, design.pitch().finePitch().at(meanWind));
    }

    private double wantedPitch(double step) {
        PitchLaw law = design.pitch();
        double gain = law.gains().integral(pitch);
        double error = filteredSpeed - maxSpeed;
        integral = Math.min(Math.max(integral + error * step, lowestPitch() / gain), law.max() / gain);
        double wanted = law.gains().proportional(pitch) * error + gain * integral;
        return storm ? law.max() : Math.min(Math.max(wanted, lowestPitch()), law.max());
    }

    private boolean holdsPower() {
        return pitch >= lowestPitch() + POWER_FIRST;
    }

    private double wantedTorque() {
        return storm ? 0 : torqueLaw.torque(filteredSpeed, powerLimit / design.driveTrain().generatorEfficiency(), holdsPower());
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

    /** Generator speed to hold at most, as a share of the design's, 0.75 to 1: less power with less speed and thus less thrust. */
    public void limitSpeed(double share) {
        maxSpeed = Math.min(Math.max(share, 0.75), 1) * design.pitch().speed();
    }

    /** Turns a blade (0 to 2) by this much (rad) against what the controller takes its pitch to be. */
    public void correctPitch(int blade, double angle) {
        blades.correct(blade, angle);
    }

    /** Gain of the optimal torque as a share of the design's. */
    public void setTorqueGain(double share) {
        torqueLaw = design.torque().withGain(share);
    }

    /** What the controller adds to the direction that the vane tells, in rad. */
    public void setYawOffset(double angle) {
        yawOffset = angle;
    }

    /** Makes all blades stand this much (rad) further towards feather than the controller knows. */
    public void injectPitchFault(double angle) {
        faults.setPitch(angle);
    }

    /** What is wrong with this turbine, to be set. */
    public TurbineFaults faults() {
        return faults;
    }

    /** Rotor speed in rad/s. */
    public double rotorSpeed() {
        return shaft.rotorSpeed();
    }

    /** Generator speed in rad/s. */
    public double generatorSpeed() {
        return shaft.generatorSpeed() * design.driveTrain().gearRatio();
    }

    /** Pitch as the controller knows it, in rad. */
    public double pitch() {
        return pitch;
    }

    /** Generator torque in N m, on its own shaft. */
    public double generatorTorque() {
        return torque;
    }

    /** Thrust of the rotor in N. */
    public double thrust() {
        return blades.thrust();
    }

    /** Bending moment at the root of a blade (0 to 2) out of the rotor's plane, in N m. */
    public double rootMoment(int blade) {
        return blades.rootMoment(blade);
    }

    /** Direction of the nacelle in rad clockwise from north. */
    public double nacelleDirection() {
        return nacelle.direction();
    }

    /** Turns the nacelle at once, to begin with. */
    public void turnNacelle(double direction) {
        nacelle.turnTo(direction);
    }

    /** Electrical power in W. */
    public double power() {
        return torque * generatorSpeed() * design.driveTrain().generatorEfficiency();
    }

    public TurbineStatus status() {
        return storm ? TurbineStatus.STORM : torque > 0 ? TurbineStatus.PRODUCING : TurbineStatus.IDLING;
    }
}
