package org.gemello.energy.optimise;

/** What a turbine may be advised to do. A new one goes to the end: states are kept in this order. */
public enum AdviceKind {
    /** Turns the blades back by what they stand off. Gain in kW. */
    PITCH_CORRECTION("pitch-correction", "set-pitch-correction", "kW"),
    /** Turns the blades a little, to see whether they are what is wrong. Gain in kW, if they are. */
    PITCH_TEST("pitch-test", "set-pitch-correction", "kW"),
    /** Melts the ice. Gain in kW. */
    BLADE_HEATING("blade-heating", "set-blade-heating", "kW"),
    /** Ends the heating when the ice is gone. Gain in kW of heating. */
    STOP_HEATING("stop-heating", "set-blade-heating", "kW"),
    /** Adapts the optimal torque to a rotor that gives less, or to friction. Gain in kW. */
    TORQUE_GAIN("torque-gain", "set-torque-gain", "kW"),
    /** Limits the power so that a gearbox with friction does not overheat. Gain in percent of its damage. */
    RELIEVE_GEARBOX("relieve-gearbox", "set-power-limit", "%"),
    /** Turns the nacelle against the vane, to see whether that is off. Gain in kW, if it is and on this side. */
    YAW_TEST("yaw-test", "set-yaw-offset", "kW");

    private final String key;
    private final String command;
    private final String unit;

    AdviceKind(String key, String command, String unit) {
        this.key = key;
        this.command = command;
        this.unit = unit;
    }

    /** Key of the proposal. */
    public String key() {
        return key;
    }

    /** Command of the turbine that does it. */
    public String command() {
        return command;
    }

    /** UCUM code of the gain. */
    public String unit() {
        return unit;
    }
}
