package org.gemello.connector.mqtt.internal;

import java.util.Arrays;
import org.gemello.api.SampleBatch;
import org.gemello.api.ValueKind;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.SampleLog;
import org.gemello.connector.LogStretch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest samples of the log as the platform found it when it started. What was stored and not acknowledged when the platform died, the
 * broker sends again; here it is known by point, source time, quality and value. A message without a time of its own cannot be known.
 */
final class StoredBefore {
    /** An earlier life has stored nothing. */
    static final StoredBefore NOTHING = new StoredBefore(new long[0]);
    /** Many times what a broker has in flight, and 2 MiB. */
    private static final int MOST = 1 << 18;
    private static final Logger LOG = LoggerFactory.getLogger(StoredBefore.class);
    private final long[] prints;

    /** @param prints sorted */
    private StoredBefore(long[] prints) {
        this.prints = prints;
    }

    /** Reads the end of a log. */
    static StoredBefore of(SampleLog log) throws InterruptedException {
        long end = log.status().durable();
        Prints prints = new Prints();
        long reached = LogStretch.read(log, Math.max(log.start(), end - MOST), end, record -> {
            if (record.entry() instanceof LogEntry.Samples samples && !record.isDerived()) {
                prints.add(samples.batch());
            }
        });
        if (reached < end) {
            LOG.warn("the log does not give what it has between the offsets {} and {}: messages that the broker sends again may be stored twice", reached, end);
        }
        return new StoredBefore(prints.sorted());
    }

    /** The samples of one batch. */
    static StoredBefore of(SampleBatch batch) {
        Prints prints = new Prints();
        prints.add(batch);
        return new StoredBefore(prints.sorted());
    }

    private static long print(SampleBatch batch, int row) {
        long value = batch.kind(row) == ValueKind.TEXT ? batch.text(row).hashCode() : batch.bits(row);
        long what = Fingerprint.mix(Fingerprint.mix(batch.handle(row), batch.kind(row).ordinal()), batch.qualityCode(row));
        return Fingerprint.mix(Fingerprint.mix(what, batch.sourceTime(row)), value);
    }

    /** True where the log had the same sample. */
    boolean holds(SampleBatch batch, int row) {
        return Arrays.binarySearch(prints, print(batch, row)) >= 0;
    }

    /** A growing row of them. */
    private static final class Prints {
        private long[] row = new long[1_024];
        private int size;

        void add(SampleBatch batch) {
            if (size + batch.size() > row.length) {
                row = Arrays.copyOf(row, Math.max(row.length * 2, size + batch.size()));
            }
            for (int i = 0; i < batch.size(); i++) {
                row[size++] = print(batch, i);
            }
        }

        long[] sorted() {
            long[] all = Arrays.copyOf(row, size);
            Arrays.sort(all);
            return all;
        }
    }
}
