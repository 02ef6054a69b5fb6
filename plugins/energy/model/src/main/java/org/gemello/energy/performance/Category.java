package org.gemello.energy.performance;

/**
 * In what state a turbine's time is spent: the information categories of IEC 61400-26-1:2019, partial performance divided into its two
 * optional ones. How each counts is that of the standard's informative annexes, by time and (with the energy in place of the time) by
 * production.
 */
public enum Category {
    FULL_PERFORMANCE(Count.AVAILABLE, Count.AVAILABLE),
    /** Partial performance because it was told so: derated, curtailed. */
    DERATED(Count.AVAILABLE, Count.AVAILABLE),
    /** Partial performance because something is wrong. */
    DEGRADED(Count.AVAILABLE, Count.AVAILABLE),
    /** Sound, and waiting for wind. */
    READY_STANDBY(Count.AVAILABLE, Count.AVAILABLE),
    /** Busy with itself: starting, stopping, unwinding cables, testing. */
    TECHNICAL_STANDBY(Count.AVAILABLE, Count.UNAVAILABLE),
    /** Storm, cold or another condition beyond what it is built for. */
    OUT_OF_ENVIRONMENTAL_SPECIFICATION(Count.AVAILABLE, Count.UNAVAILABLE),
    /** Stopped because somebody outside wanted it. */
    REQUESTED_SHUTDOWN(Count.AVAILABLE, Count.UNAVAILABLE),
    OUT_OF_ELECTRICAL_SPECIFICATION(Count.AVAILABLE, Count.UNAVAILABLE),
    SCHEDULED_MAINTENANCE(Count.LEFT_OUT, Count.UNAVAILABLE),
    PLANNED_CORRECTIVE_ACTION(Count.UNAVAILABLE, Count.UNAVAILABLE),
    FORCED_OUTAGE(Count.UNAVAILABLE, Count.UNAVAILABLE),
    SUSPENDED(Count.LEFT_OUT, Count.UNAVAILABLE),
    FORCE_MAJEURE(Count.LEFT_OUT, Count.LEFT_OUT),
    INFORMATION_UNAVAILABLE(Count.LEFT_OUT, Count.LEFT_OUT);

    private final Count technical;
    private final Count operational;

    Category(Count technical, Count operational) {
        this.technical = technical;
        this.operational = operational;
    }

    /** Whether this time speaks for or against the turbine itself. */
    public Count technical() {
        return technical;
    }

    /** Whether this time speaks for or against those who need the energy, whoever has the turbine stand still. */
    public Count operational() {
        return operational;
    }

    /** True where energy is lost because somebody wanted it: curtailment. */
    public boolean isCurtailment() {
        return this == DERATED || this == REQUESTED_SHUTDOWN;
    }

    /** How time counts for an availability. */
    public enum Count {
        AVAILABLE, UNAVAILABLE, LEFT_OUT
    }
}
