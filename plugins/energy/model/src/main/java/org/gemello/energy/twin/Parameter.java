package org.gemello.energy.twin;

/** What may drift in a turbine, as its twin estimates it. Zero means sound. */
public enum Parameter {
    /** Share of the rotor's power coefficient that is lost: dirt, erosion, ice. */
    POWER_LOSS("power coefficient", 0, 0.10, 0.001, -0.5, 0.9, 0.015),
    /** Angle of the rotor's axis to the wind in rad. Power says nothing of its sign, and nothing of small angles. */
    YAW_ERROR("yaw error", Math.toRadians(8), Math.toRadians(6), Math.toRadians(0.1), 0, Math.toRadians(45),
            Math.toRadians(4)),
    /** Angle by which the blades stand further towards feather than they tell, in rad. */
    PITCH_OFFSET("pitch offset", 0, Math.toRadians(3), Math.toRadians(0.05), Math.toRadians(-8), Math.toRadians(12),
            Math.toRadians(0.5)),
    /** Share by which the air is denser than it is taken to be. */
    AIR_DENSITY("air density", 0, 0.06, 0.0005, -0.4, 0.4, 0.015);

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
}
