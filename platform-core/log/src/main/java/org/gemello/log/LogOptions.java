package org.gemello.log;

import java.time.Duration;
import java.util.function.Function;
import org.gemello.log.internal.OptionReader;

/**
 * How a log keeps its data.
 *
 * @param commit         when an append counts as kept
 * @param window         at most one sync per window; property {@code gemello.log.commit.window}
 * @param segmentBytes   a segment that has grown past this is closed and the next one begun; {@code gemello.log.segment.bytes}
 * @param unsyncedBytes  appends block while more than this is not yet on disk; {@code gemello.log.unsynced.bytes}
 * @param retentionBytes the oldest segments go when the log is larger; {@code gemello.log.retention.bytes}
 * @param retentionAge   segments older than this go; {@code gemello.log.retention.age}
 */
public record LogOptions(Commit commit, Duration window, long segmentBytes, long unsyncedBytes, long retentionBytes,
                         Duration retentionAge) {
    private static final long MB = 1L << 20;

    /** What must have happened before an append is acknowledged; property {@code gemello.log.commit}. */
    public enum Commit {
        /** Handed to the operating system once per window: survives the death of the process, not of the machine. */
        NONE,
        /** Synced to the disk once per window. */
        BATCH,
        /** Synced to the disk at once; only what comes in during a sync shares the next one. */
        ALWAYS
    }

    /** Sync every 20 ms, segments of 64 MB, 16 MB not on disk, 2 GB and 7 days kept. */
    public static final LogOptions DEFAULT =
            new LogOptions(Commit.BATCH, Duration.ofMillis(20), 64 * MB, 16 * MB, 2048 * MB, Duration.ofDays(7));

    /** @throws IllegalArgumentException where a figure is out of its range; the message names it */
    public LogOptions {
        require(!window.isNegative() && window.toMillis() <= 10_000, "commit window", window, "0 to 10 s");
        require(segmentBytes >= 4096 && segmentBytes <= 1024 * MB, "segment size", segmentBytes, "4 KB to 1 GB");
        require(unsyncedBytes >= 1024 && unsyncedBytes <= 512 * MB, "unsynced size", unsyncedBytes, "1 KB to 512 MB");
        require(retentionBytes >= segmentBytes, "retention size", retentionBytes, "at least one segment");
        require(!retentionAge.isNegative() && !retentionAge.isZero(), "retention age", retentionAge, "more than 0");
    }

    /**
     * Reads the options from properties; absent ones have their default.
     *
     * @param properties value by key, null where absent
     * @throws IllegalArgumentException where a value is not understood; the message names the key and an example
     */
    public static LogOptions from(Function<String, String> properties) {
        OptionReader reader = new OptionReader(properties);
        return new LogOptions(
                reader.choice("gemello.log.commit", Commit.class, DEFAULT.commit),
                reader.duration("gemello.log.commit.window", DEFAULT.window),
                reader.bytes("gemello.log.segment.bytes", DEFAULT.segmentBytes),
                reader.bytes("gemello.log.unsynced.bytes", DEFAULT.unsyncedBytes),
                reader.bytes("gemello.log.retention.bytes", DEFAULT.retentionBytes),
                reader.duration("gemello.log.retention.age", DEFAULT.retentionAge));
    }

    public LogOptions withCommit(Commit other, Duration otherWindow) {
        return new LogOptions(other, otherWindow, segmentBytes, unsyncedBytes, retentionBytes, retentionAge);
    }

    public LogOptions withSegmentBytes(long bytes) {
        return new LogOptions(commit, window, bytes, unsyncedBytes, Math.max(retentionBytes, bytes), retentionAge);
    }

    public LogOptions withUnsyncedBytes(long bytes) {
        return new LogOptions(commit, window, segmentBytes, bytes, retentionBytes, retentionAge);
    }

    public LogOptions withRetention(long bytes, Duration age) {
        return new LogOptions(commit, window, segmentBytes, unsyncedBytes, bytes, age);
    }

    private static void require(boolean met, String what, Object value, String range) {
        if (!met) {
            throw new IllegalArgumentException("log option: " + what + " is " + value + ", it must be " + range);
        }
    }
}
