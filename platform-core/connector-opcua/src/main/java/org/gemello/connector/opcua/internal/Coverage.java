package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.gemello.api.Gap;
import org.gemello.api.SampleBatch;
import org.gemello.api.Times;
import org.gemello.api.ValueKind;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.SampleLog;
import org.gemello.connector.LogStretch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far each point of a connection is stored, as the log of earlier runs proves it. Source times stand behind the clock that the log was
 * written by, each point's by another amount; so after a crash a hole begins where the point itself ends.
 * <p>What is kept is a number or two for each point. What is read is the end of the log, and where the server was gone before,
 * the time around its loss.
 */
final class Coverage {
    private static final Logger LOG = LoggerFactory.getLogger(Coverage.class);
    /** A point without a sample in this time before the silence had none that is not stored: no sample is that long under way. */
    static final Duration LOOK_BACK = Duration.ofMinutes(2);
    /** Rows that are read at the beginning and at the end of what is looked at: seconds, even for a large site. */
    private static final long ROWS = 10_000_000;

    private final Items items;
    private final long since;
    private final Map<Item, Long> live = new HashMap<>();
    private final Map<Item, Long> late = new HashMap<>();

    private Coverage(Items items, long since) {
        this.items = items;
        this.since = since;
    }

    /** Nothing is known but that all is stored up to a time, nanoseconds since the epoch. */
    static Coverage upTo(long silent, Items items) {
        return new Coverage(items, silent);
    }

    /**
     * After the log.
     *
     * @param silent since then the connection was not followed, or its server was gone; nanoseconds since the epoch
     */
    static Coverage of(SampleLog log, Items items, long silent) throws InterruptedException {
        long since = silent - LOOK_BACK.toNanos();
        Coverage coverage = new Coverage(items, since);
        long first = log.offsetAt(Times.instant(since));
        long end = log.status().durable();
        long restart = Math.max(first, end - ROWS);
        coverage.read(log, first, Math.min(restart, first + ROWS));
        coverage.read(log, restart, end);
        return coverage;
    }

    private void read(SampleLog log, long from, long to) throws InterruptedException {
        long reached = LogStretch.read(log, from, to, record -> take(record.entry()));
        if (reached < to) {
            LOG.warn("the log does not give what it has between the offsets {} and {}: some values may be filled in twice", reached, to);
        }
    }

    private void take(LogEntry entry) {
        if (entry instanceof LogEntry.Samples samples) {
            take(samples.batch(), live);
        } else if (entry instanceof LogEntry.Backfill backfill) {
            take(backfill.batch(), late);
        } else if (entry instanceof LogEntry.Gaps gaps) {
            for (Gap gap : gaps.gaps()) {
                // the sample that ends a gap comes after it in the log, and may not have come
                items.of(gap.definition().id()).ifPresent(item -> live.merge(item, Times.nanos(gap.to()) - 1, Math::max));
            }
        }
    }

    private void take(SampleBatch batch, Map<Item, Long> reached) {
        for (int row = 0; row < batch.size(); row++) {
            Item item = items.of(batch.handle(row));
            if (item != null && !isOwnWord(batch, row)) {
                reached.merge(item, batch.sourceTime(row), Math::max);
            }
        }
    }

    /** That a server is gone or refuses a node is said by us, at our own time: of what the server had, it proves nothing. */
    private static boolean isOwnWord(SampleBatch batch, int row) {
        return batch.kind(row) == ValueKind.NONE && batch.sourceTime(row) == batch.receivedTime(row);
    }

    /** Source time up to which all live samples of the point are stored; nanoseconds since the epoch. */
    long of(Item item) {
        return live.getOrDefault(item, since);
    }

    /** Source time of the last sample that was filled in, {@link Item#NEVER} where none is known. */
    long filled(Item item) {
        return late.getOrDefault(item, Item.NEVER);
    }

    /** Opens a hole for each point where its samples end; a stretch that was found, but whose end never came to the log, is part of it. */
    void resume(Pending pending) {
        Map<Item, Long> reopened = pending.reopen(this);
        for (Item item : items.all()) {
            item.resume(live.getOrDefault(item, Item.NEVER), reopened.getOrDefault(item, of(item)));
        }
    }
}
