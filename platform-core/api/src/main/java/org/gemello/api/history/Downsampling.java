package org.gemello.api.history;

/** How many samples become few for a chart. */
public enum Downsampling {
    /** Lowest and highest of each bucket: no peak is lost. */
    MIN_MAX,
    /** Largest triangle, three buckets (Steinarsson 2013): keeps the shape with fewest points. */
    LTTB
}
