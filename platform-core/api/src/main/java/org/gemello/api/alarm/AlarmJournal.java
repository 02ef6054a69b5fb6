package org.gemello.api.alarm;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;

/** What happened to alarms, also long after the log has forgotten it. Safe for use by many threads. */
@ProviderType
public interface AlarmJournal {
    /** From the beginning. */
    long BEFORE_ALL = -1;

    /**
     * What happened in a stretch of time, in the order of the log.
     *
     * @param from   its begin, included
     * @param to     its end, not included
     * @param after  only what has a higher offset; {@link #BEFORE_ALL} for all
     * @param wanted which of them
     * @param most   at most so many, at least 0
     */
    List<AlarmRecord> read(Instant from, Instant to, long after, Predicate<AlarmRecord> wanted, int most);
}
