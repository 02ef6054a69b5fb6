package org.gemello.runtime.internal;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.SampleLog;
import org.gemello.api.twin.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what there is to say about proposals, in the book and in the log, in one order: what the book does not take, for it comes too
 * late or changes nothing, the log does not hear. Safe for use by many threads.
 */
final class ProposalVoice {
    private static final Logger LOG = LoggerFactory.getLogger(ProposalVoice.class);
    private final SampleLog log;
    private final ProposalBook book;
    private final Supplier<PlatformAlarms> alarms;
    private final Map<TwinId, String> crowded = new ConcurrentHashMap<>();

    /** @param alarms gives null where there is nobody to tell */
    ProposalVoice(SampleLog log, ProposalBook book, Supplier<PlatformAlarms> alarms) {
        this.log = log;
        this.book = book;
        this.alarms = alarms;
    }

    ProposalBook book() {
        return book;
    }

    /**
     * Says a {@link LogEntry.ProposalMade} or {@link LogEntry.ProposalMoved}.
     *
     * @param cause offset of what it follows from, {@link LogRecord#FROM_OUTSIDE} where a person, time or a command did it
     * @return the offset once it is on disk; -1 at once where there was nothing to say
     */
    synchronized CompletableFuture<Long> say(LogEntry entry, TraceId trace, long cause) {
        boolean news = entry instanceof LogEntry.ProposalMade made ? book.made(made.proposal(), trace)
                : book.move((LogEntry.ProposalMoved) entry);
        if (!news) {
            return CompletableFuture.completedFuture(-1L);
        }
        CompletableFuture<Long> stored = cause == LogRecord.FROM_OUTSIDE ? log.append(entry, trace) : log.append(entry, trace, cause);
        stored.whenComplete((offset, failure) -> {
            if (failure != null) {
                LOG.error("not in the log: {}: {}", entry, failure.toString());
            }
        });
        return stored;
    }

    /** A twin has proposed one more than it may have open. */
    void refused(TwinId twin, String key) {
        crowded.put(twin, key);
        PlatformAlarms told = alarms.get();
        if (told != null) {
            told.raise(alarm(twin), Severity.MEDIUM, "twin " + twin + " has " + ProposalShelf.MOST_OPEN + " open proposals; '" + key
                    + "' was not taken: decide about the others");
        }
    }

    /** Clears the alarms of twins that may propose again; called once in a while. */
    void look() {
        crowded.keySet().removeIf(twin -> {
            boolean room = book.open(twin).size() < ProposalShelf.MOST_OPEN;
            PlatformAlarms told = alarms.get();
            if (room && told != null) {
                told.clear(alarm(twin), "there is room for proposals again");
            }
            return room;
        });
    }

    private static String alarm(TwinId twin) {
        return "proposals." + twin;
    }
}
