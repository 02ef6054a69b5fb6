package org.gemello.energy.performance;

/** Why ten minutes do not count for the power curve (IEC 61400-12-1:2017, 8.4: data rejection). */
public enum Rejection {
    /** Wind or power was missing for more than the share allowed. */
    INCOMPLETE,
    /** The turbine did not produce all the time though there was wind. */
    STOPPED,
    /** Its power was limited. */
    CURTAILED,
    /** Cold and far too little power: ice on the blades, or on the anemometer. */
    ICING,
    /** Wind from a sector that is disturbed. */
    SECTOR
}
