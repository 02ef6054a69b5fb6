package org.gemello.api.history;

/** How a value between two samples is told. */
public enum Interpolation {
    /** The last sample before holds: right for states, counters and set points. */
    STEPPED,
    /** On the straight line between the samples before and after (OPC UA Part 13, sloped interpolation): right for analogue values. */
    LINEAR
}
