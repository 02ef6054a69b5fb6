package org.gemello.api.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gemello.api.PointTable;
import org.gemello.api.TraceId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The sample log: one ordered, durable sequence that every input of the platform goes through. Offsets count items from 0
 * and are never reused. Safe for use by many threads.
 */
@ProviderType
public interface SampleLog {

    /** The handles that batches of this log use. */
    PointTable points();

    /**
     * Appends an entry. Order of calls by one thread is order in the log. Blocks while too much is not yet on disk: that is
     * how a slow disk pushes back on the source.
     *
     * @param cause see {@link LogRecord#cause()}; {@link LogRecord#FROM_OUTSIDE} for an input
     * @return the offset of the first item, given once the entry is on disk (group commit). Completed by the log's own thread:
     *         what is attached to it must be short. Fails with {@link LogUnavailableException} where the log cannot keep it
     */
    CompletableFuture<Long> append(LogEntry entry, TraceId trace, long cause);

    /** Appends an input from outside. */
    default CompletableFuture<Long> append(LogEntry entry, TraceId trace) {
        return append(entry, trace, LogRecord.FROM_OUTSIDE);
    }

    /**
     * A reader from an offset on; it sees only what is on disk.
     *
     * @param from first offset wanted; where retention has removed it, reading starts at the oldest one kept
     */
    Tail tail(long from);

    /**
     * When the newest entry was appended that was there as the log was opened: since then the platform was not running. Empty for
     * a new log.
     */
    Optional<Instant> endOfLastRun();

    /** Offset that the next item will get. */
    long end();

    /** Oldest offset that is kept. */
    long start();

    /** Stored position of a consumer group: the next offset it wants; 0 for a group never seen. */
    long position(String group);

    /** Stores the position of a consumer group; on disk when this returns. Retention keeps what the slowest group still needs. */
    void commit(String group, long next);

    /**
     * Removes a consumer group that is no longer used, so that it does not hold the log back; should it come again, it begins
     * with the oldest record. On disk when this returns.
     *
     * @return false where there is no such group
     * @throws IllegalStateException where the group has read since the log was opened: it is in use
     */
    default boolean forget(String group) {
        throw new UnsupportedOperationException("this log keeps its consumer groups");
    }

    /**
     * Where to begin reading for what was appended at a time or later, by the platform's clock.
     *
     * @return an offset at or before the first such record, the nearer the better; {@link #end()} where there is none
     */
    default long offsetAt(Instant time) {
        return start();
    }

    /** The consumer groups by name, with what each holds back. Looked up on disk, so not for every second. */
    default List<ConsumerGroup> groups() {
        return List.of();
    }

    LogStatus status();
}
