package org.gemello.connector.opcua.internal;

/**
 * Samples of a point are missing, and it is not yet known until when.
 *
 * @param from   last source time that is known to be covered, nanoseconds since the epoch
 * @param reason why, in words
 */
record Hole(long from, String reason) {

    /** Two holes that no sample lies between are one, and the first names the reason. */
    Hole join(Hole other) {
        return other.from < from ? other : this;
    }
}
