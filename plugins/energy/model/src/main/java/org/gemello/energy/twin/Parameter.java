package org.gemello.energy.twin;

import java.util.Locale;
import org.gemello.energy.rotor.DriftedRotor;
import org.gemello.energy.turbine.TurbineDesign;

/** What may drift in a turbine, as its twin estimates it. Zero means sound. A new one goes to the end: states are kept in this order. */
public enum Parameter {
    /** Share of the rotor's power coefficient that is lost: dirt, erosion, ice. */
    POWER_LOSS("power coefficient", 0, 0.10, 0.001, -0.5, 0.9, 0.015),
    /** Angle of the rotor's axis to the wind in rad, beyond what the vane tells. Power says nothing of its sign, and nothing of small angles. */
    YAW_ERROR("yaw error", Math.toRadians(8), Math.toRadians(6), Math.toRadians(0.1), 0, Math.toRadians(45),
            Math.toRadians(4)),
    /** Angle by which the blades stand further towards feather than they tell, in rad. */
    PITCH_OFFSET("pitch offset", 0, Math.toRadians(3), Math.toRadians(0.05), Math.toRadians(-8), Math.toRadians(12),
            Math.toRadians(0.5)),
    /** Share by which the air is denser than it is taken to be. */
    AIR_DENSITY("air density", 0, 0.06, 0.0005, -0.4, 0.4, 0.015),
    /** Torque that bearings and gear take beyond what they should, as a share of the rotor's rated torque. */
    FRICTION("friction", 0, 0.05, 0.0005, -0.02, 0.5, 0.01);

    private final String title;
    final double start;
    final double deviation;
    final double walk;
    final double low;
    final double high;
    /** Less than this is not worth a word. */
    final double least;

    Parameter(String title, double start, double deviation, double walk, double low, double high, double least) {
        this.title = title;
        this.start = start;
        this.deviation = deviation;
        this.walk = walk;
        this.low = low;
        this.high = high;
        this.least = least;
    }

    /** Name for messages. */
    public String title() {
        return title;
    }

    /** What a value is in the unit that people read: percent, degrees, or kN m of this turbine's rotor. */
    public double shown(double value, TurbineDesign design) {
        return switch (this) {
            case POWER_LOSS, AIR_DENSITY -> 100 * value;
            case YAW_ERROR, PITCH_OFFSET -> Math.toDegrees(value);
            case FRICTION -> value * design.ratedTorque() / 1000;
        };
    }

    String describe(double value, double interval, TurbineDesign design) {
        double shown = shown(value, design);
        double half = shown(interval, design);
        return switch (this) {
            case POWER_LOSS -> String.format(Locale.ROOT, "%s %+.1f %% (+-%.1f)", title, -shown, half);
            case AIR_DENSITY -> String.format(Locale.ROOT, "%s %+.1f %% (+-%.1f)", title, shown, half);
            case YAW_ERROR, PITCH_OFFSET -> String.format(Locale.ROOT, "%s %.1f deg (+-%.1f)", title, shown, half);
            case FRICTION -> String.format(Locale.ROOT, "%s of %.0f kN m (+-%.0f)", title, shown, half);
        };
    }

    /** The rotor of a turbine with these values, in the order of the enum. */
    static DriftedRotor rotor(TurbineDesign design, double[] values) {
        return new DriftedRotor(design.rough(), values[POWER_LOSS.ordinal()], values[FRICTION.ordinal()] * design.ratedTorque(),
                values[PITCH_OFFSET.ordinal()], values[YAW_ERROR.ordinal()], values[AIR_DENSITY.ordinal()]);
    }
}
