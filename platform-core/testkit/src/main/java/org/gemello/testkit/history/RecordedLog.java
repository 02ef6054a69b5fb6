package org.gemello.testkit.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gemello.api.Gap;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.history.Annotation;
import org.gemello.api.history.Correction;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;

/**
 * A log in memory for tests of what follows the log: gives entries rising offsets and keeps them, so that they can be read again as after
 * a crash. Times are told in seconds after {@link #START}. For one thread.
 */
public final class RecordedLog {
    /** 2026-01-01T00:00:00Z */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private final PointTable points = new PointTable();
    private final List<LogRecord> records = new ArrayList<>();

    /** So many seconds after {@link #START}. */
    public static Instant second(double seconds) {
        return START.plusNanos(Math.round(seconds * 1e9));
    }

    /** The handle of a point in that unit. */
    public int handle(PointId point, String unit) {
        return points.handle(new PointDefinition(point, unit));
    }

    /** Appends what {@code rows} adds, as samples that came in the usual way. */
    public LogRecord samples(Consumer<SampleBatchBuilder> rows) {
        return append(new LogEntry.Samples(batch(rows)));
    }

    /** Appends what {@code rows} adds, as samples that came late on purpose. */
    public LogRecord backfill(Consumer<SampleBatchBuilder> rows) {
        return append(new LogEntry.Backfill(batch(rows)));
    }

    private SampleBatch batch(Consumer<SampleBatchBuilder> rows) {
        SampleBatchBuilder batch = SampleBatch.builder(points, 16);
        rows.accept(batch);
        return batch.build().at(end());
    }

    /** One sample in kW, received a millisecond after its source time. */
    public LogRecord sample(PointId point, double second, Object value, Quality quality) {
        long time = Times.nanos(second(second));
        return samples(batch -> batch.addValue(handle(point, "kW"), value, quality.code(), time, time + 1_000_000));
    }

    /** One good sample in kW. */
    public LogRecord sample(PointId point, double second, Object value) {
        return sample(point, second, value, Quality.GOOD);
    }

    public LogRecord gap(PointId point, double from, double to, String reason) {
        return append(new LogEntry.Gaps(List.of(new Gap(new PointDefinition(point, "kW"), second(from), second(to), reason))));
    }

    /** A correction in kW by {@code engineer}. */
    public LogRecord correction(PointId point, double second, Object value, Quality quality, String reason) {
        return append(new LogEntry.Corrected(new Correction(new PointDefinition(point, "kW"), second(second), value, quality, "engineer",
                reason, START.plusSeconds(end()))));
    }

    /** A note by {@code operator} on the twin of the point, or on the point itself. */
    public LogRecord annotation(String id, PointId point, boolean wholeTwin, double from, double to, String text) {
        return append(new LogEntry.Annotated(new Annotation(id, point.twin(), wholeTwin ? null : point, second(from), second(to), text,
                "operator", START.plusSeconds(end()))));
    }

    /** Appends an entry; its batch, where it has one, must have been made {@code at} {@link #end}. */
    public LogRecord append(LogEntry entry) {
        LogRecord record = new LogRecord(end(), new TraceId(1, end() + 1), LogRecord.FROM_OUTSIDE, entry);
        records.add(record);
        return record;
    }

    /** The offset that the next item will get. */
    public long end() {
        return records.isEmpty() ? 0 : records.get(records.size() - 1).next();
    }

    /** All records, oldest first. */
    public List<LogRecord> records() {
        return List.copyOf(records);
    }
}
