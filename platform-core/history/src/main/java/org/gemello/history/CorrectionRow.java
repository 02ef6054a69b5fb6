package org.gemello.history;

import org.gemello.api.history.Correction;

/**
 * A correction with its place in the log.
 *
 * @param offset place of the {@code Corrected} entry; of two for the same time the greater one holds
 */
public record CorrectionRow(long offset, Correction correction) {

    /** Source time that is corrected, nanoseconds since the epoch. */
    public long time() {
        return Nanos.of(correction.sourceTime());
    }

    /** What the history shows instead: received is when it was said, the offset is the correction's. */
    public Row row() {
        return Row.of(time(), Nanos.of(correction.time()), offset, correction.quality().code(), correction.value(),
                correction.definition().unit());
    }
}
