package org.gemello.energy.farm;

/** What a farm may be advised to do. A new one goes to the end: states are kept in this order. */
public enum FarmAdviceKind {
    /** Turns turbines so that their wakes pass those behind them. Gain in kW. */
    WAKE_STEERING("wake-steering", "set-yaw-offset", "offset"),
    /** Limits that meet what the grid operator asks for with least damage. Gain in kW: how much closer the farm's power comes to it. */
    GRID_SET_POINT("grid-set-point", "set-power-limit", "limit");

    private final String key;
    private final String command;
    private final String parameter;

    FarmAdviceKind(String key, String command, String parameter) {
        this.key = key;
        this.command = command;
        this.parameter = parameter;
    }

    /** Key of the proposal. */
    public String key() {
        return key;
    }

    /** Command of the turbines that does it. */
    public String command() {
        return command;
    }

    /** The parameter of the command. */
    public String parameter() {
        return parameter;
    }
}
