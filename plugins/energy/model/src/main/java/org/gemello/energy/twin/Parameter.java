package org.gemello.energy.twin;

import java.util.Locale;
import org.gemello.energy.rotor.DriftedRotor;
import org.gemello.energy.turbine.TurbineDesign;

/** What may drift in a turbine, as its twin estimates it. Zero means sound. A new one goes to the end: states are kept in this order. */
public enum Parameter {
    /** Share of the rotor's power coefficient that is lost: dirt, erosion, ice. */
    POWER_LOSS("power coefficient", 0.10, 0.001, -0.5, 0.9, 0.015),
    /**
     * Angle of the rotor's axis to the wind in rad, beyond what the vane tells. Power says nothing of its sign and little of small angles;
     * the filters estimate the share of the wind that does not blow along the axis, which the power depends on evenly.
     */
    YAW_ERROR("yaw error", 0.02, 0.0004, -0.1, 0.3, Math.toRadians(4)),
    /** Angle by which the blades stand further towards feather than they tell, in rad. */
    PITCH_OFFSET("pitch offset", Math.toRadians(3), Math.toRadians(0.05), Math.toRadians(-8), Math.toRadians(12), Math.toRadians(0.5)),
    /** Share by which the air is denser than it is taken to be. */
    AIR_DENSITY("air density", 0.06, 0.0005, -0.4, 0.4, 0.015),
    /** Torque that bearings and gear take beyond what they should, as a share of the rotor's rated torque. */
    FRICTION("friction", 0.05, 0.0005, -0.02, 0.5, 0.01);

    /** The interval of a yaw error is not drawn out further than at this angle, in rad. */
    private static final double LEAST_YAW = Math.toRadians(2);
    private final String title;
    /** Before anything is seen, and by how much it walks from window to window, in the terms of the filters. */
    final double deviation;
    final double walk;
    final double low;
    final double high;
    /** Less than this is not worth a word. */
    private final double least;

    Parameter(String title, double deviation, double walk, double low, double high, double least) {
        this.title = title;
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

    /** The value in its unit from that of the filters. */
    double value(double estimated) {
        return this == YAW_ERROR ? Math.acos(Math.min(Math.max(1 - estimated, -1), 1)) : estimated;
    }

    /** The standard deviation in its unit from that of the filters. */
    double deviation(double estimated, double estimatedDeviation) {
        return this == YAW_ERROR ? estimatedDeviation / Math.sin(Math.max(value(estimated), LEAST_YAW)) : estimatedDeviation;
    }

    /** True where it has drifted by more than chance and by enough to speak of; in the terms of the filters. */
    boolean matters(double estimated, double estimatedDeviation) {
        return Math.abs(value(estimated)) > least && Math.abs(estimated) > 2 * estimatedDeviation;
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

    /** The rotor of a turbine with these values, in the order of the enum and in the terms of the filters. */
    static DriftedRotor rotor(TurbineDesign design, double[] estimated) {
        return new DriftedRotor(design.rough(), estimated[POWER_LOSS.ordinal()], estimated[FRICTION.ordinal()] * design.ratedTorque(),
                estimated[PITCH_OFFSET.ordinal()], 1 - estimated[YAW_ERROR.ordinal()], estimated[AIR_DENSITY.ordinal()]);
    }
}
