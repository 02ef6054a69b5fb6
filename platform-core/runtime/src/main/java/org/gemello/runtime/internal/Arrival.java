package org.gemello.runtime.internal;

import org.gemello.api.SampleBatch;
import org.gemello.api.log.LogEntry;

/**
 * What a record brings to a twin, in the names and units of its model.
 *
 * @param seen  what the behaviour is given; null where there is nothing for it
 * @param shown values of the twin's own points, for its appearance; null where there are none
 * @param echo  true where the twin derived it itself: it is shown and not given to the behaviour again
 */
record Arrival(LogEntry seen, SampleBatch shown, boolean echo) {
    /** Something without values. */
    static Arrival of(LogEntry entry) {
        return new Arrival(entry, null, false);
    }
}
