package org.gemello.energy.turbine;

/** What a turbine is doing, with the number that {@code WTUR.State} carries. */
public enum TurbineStatus {
    /** Shut down because of too much wind, blades feathered. */
    STORM(0),
    /** Turns without power: not enough wind. */
    IDLING(1),
    /** Delivers power. */
    PRODUCING(2);

    private final int code;

    TurbineStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
