package org.gemello.api.twin;

/** Who gives the values of a point. */
public enum PointRole {
    /** The source. */
    MEASURED,
    /** A command writes it to the source and the source reports it. */
    SETPOINT,
    /** The behaviour computes it. */
    DERIVED
}
