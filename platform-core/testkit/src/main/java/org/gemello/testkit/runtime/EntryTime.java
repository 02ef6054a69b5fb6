package org.gemello.testkit.runtime;

import java.time.Instant;
import org.gemello.api.Times;
import org.gemello.api.log.LogEntry;

/** When an entry came to the platform, as far as a test needs it. */
final class EntryTime {
    private EntryTime() {
    }

    /** {@link Instant#MIN} for an entry that no behaviour sees. */
    static Instant of(LogEntry entry) {
        if (entry instanceof LogEntry.Samples samples && !samples.batch().isEmpty()) {
            return Times.instant(samples.batch().receivedTime(samples.batch().size() - 1));
        } else if (entry instanceof LogEntry.Tick tick) {
            return tick.time();
        }
        if (entry instanceof LogEntry.ProposalMoved moved) {
            return moved.time();
        }
        return entry instanceof LogEntry.CommandIssued issued ? issued.command().issued() : Instant.MIN;
    }
}
