package org.gemello.historian.postgres.internal;

import java.util.ArrayList;
import java.util.List;
import org.gemello.api.SampleBatch;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;

/** Consecutive records of the log that are stored in one transaction. Guarded by its owner until it is full. */
final class Batch {
    private final List<LogRecord> records = new ArrayList<>();
    private final long created = System.nanoTime();
    private long to;
    private long rows;
    private long texts;

    /** A batch that goes on at that offset. */
    Batch(long to) {
        this.to = to;
    }

    void add(LogRecord record) {
        records.add(record);
        to = record.next();
        if (record.entry() instanceof LogEntry.Samples samples) {
            add(samples.batch());
        } else if (record.entry() instanceof LogEntry.Backfill backfill) {
            add(backfill.batch());
        } else if (record.entry() instanceof LogEntry.Gaps gaps) {
            rows += gaps.gaps().size();
        } else if (record.entry() instanceof LogEntry.Corrected || record.entry() instanceof LogEntry.Annotated) {
            rows++;
        }
    }

    private void add(SampleBatch batch) {
        rows += batch.size();
        for (int i = 0; i < batch.size(); i++) {
            String text = batch.text(i);
            texts += text == null ? 0 : text.length();
        }
    }

    List<LogRecord> records() {
        return records;
    }

    /** Offset after the last record. */
    long to() {
        return to;
    }

    /** What the history keeps of it; the platform's clock and the like are not among it. */
    long rows() {
        return rows;
    }

    /** Length of all texts in characters. */
    long texts() {
        return texts;
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** Nanoseconds since it was begun. */
    long age() {
        return System.nanoTime() - created;
    }
}
