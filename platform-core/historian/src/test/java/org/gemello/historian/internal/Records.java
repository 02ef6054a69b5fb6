package org.gemello.historian.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gemello.api.Gap;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;

/** A log in memory: records with rising offsets, kept so that they can be read again. */
final class Records {
    static final PointId POWER = PointId.parse("wt-01/WTUR.W");
    /** 2026-01-01T00:00:00Z in nanoseconds since the epoch. */
    static final long START = 1_767_225_600_000_000_000L;
    static final long SECOND = 1_000_000_000L;
    private final PointTable points = new PointTable();
    private final List<LogRecord> all = new ArrayList<>();

    int handle(PointId point, String unit) {
        return points.handle(new PointDefinition(point, unit));
    }

    int power() {
        return handle(POWER, "kW");
    }

    LogRecord samples(Consumer<SampleBatchBuilder> rows) {
        SampleBatchBuilder batch = SampleBatch.builder(points, 16);
        rows.accept(batch);
        return entry(new LogEntry.Samples(batch.build()));
    }

    /** One sample of the power: value {@code n}, at second {@code n}. */
    LogRecord power(int n) {
        return samples(batch -> batch.add(power(), (long) n, 0, START + n * SECOND, START + n * SECOND + 5));
    }

    LogRecord gap(PointId point, Instant from, Instant to, String reason) {
        return entry(new LogEntry.Gaps(List.of(new Gap(new PointDefinition(point, "kW"), from, to, reason))));
    }

    LogRecord entry(LogEntry entry) {
        LogRecord record = new LogRecord(end(), TraceId.NONE, LogRecord.FROM_OUTSIDE,
                entry instanceof LogEntry.Samples samples ? new LogEntry.Samples(samples.batch().at(end())) : entry);
        all.add(record);
        return record;
    }

    long end() {
        return all.isEmpty() ? 0 : all.get(all.size() - 1).next();
    }

    /** Gives what a tail from {@code offset} on would. */
    void replay(long offset, Consumer<LogRecord> taker) {
        all.stream().filter(record -> record.next() > offset).forEach(taker);
    }
}
