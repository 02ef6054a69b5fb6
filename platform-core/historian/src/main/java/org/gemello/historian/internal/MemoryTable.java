package org.gemello.historian.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gemello.api.Gap;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;

/** What a part of the log says about points, gathered in memory until it is written as one file. Guarded by its owner. */
final class MemoryTable {
    private static final SeriesRows NONE = new SeriesRows(0);
    private static final int FIRST_CAPACITY = 16;
    private static final int GAP_BYTES = 64;
    private final Map<PointId, SeriesRows> samples = new HashMap<>();
    private final Map<PointId, List<GapRow>> gaps = new HashMap<>();
    private final int seriesCapacity;
    private final long from;
    private long to;
    private long settled;
    private int rows;
    private long bytes;
    private long firstRowNanos;
    /** Series by handle of {@link #handles}: a row of the hot path costs no hash. */
    private SeriesRows[] byHandle = new SeriesRows[0];
    private PointTable handles;

    MemoryTable(long from) {
        this(from, FIRST_CAPACITY);
    }

    private MemoryTable(long from, int seriesCapacity) {
        this.from = from;
        this.seriesCapacity = seriesCapacity;
        this.to = from;
        this.settled = from;
    }

    /** The table that goes on where this one ends, for about as many rows of each point. */
    MemoryTable next() {
        return new MemoryTable(to, FIRST_CAPACITY + rows / Math.max(1, samples.size()));
    }

    /** Takes what the record has at and after {@link #to}; what is below was taken before and is passed over. */
    void add(LogRecord record) {
        if (record.next() <= to) {
            return;
        }
        if (isEmpty()) {
            firstRowNanos = System.nanoTime();
            settled = Math.max(to, record.offset());
        }
        if (record.entry() instanceof LogEntry.Samples entry) {
            add(entry.batch(), record.offset());
        } else if (record.entry() instanceof LogEntry.Gaps entry) {
            entry.gaps().forEach(gap -> add(gap, record.offset()));
        }
        to = record.next();
        settled = isEmpty() ? to : settled;
    }

    private void add(SampleBatch batch, long first) {
        if (batch.points() != handles) {
            handles = batch.points();
            byHandle = new SeriesRows[0];
        }
        if (byHandle.length < handles.size()) {
            byHandle = Arrays.copyOf(byHandle, handles.size());
        }
        for (int i = (int) Math.max(0, to - first); i < batch.size(); i++) {
            int handle = batch.handle(i);
            PointDefinition definition = handles.definition(handle);
            SeriesRows series = byHandle[handle];
            if (series == null) {
                series = samples.computeIfAbsent(definition.id(), point -> new SeriesRows(seriesCapacity));
                byHandle[handle] = series;
            }
            bytes += series.add(batch.sourceTime(i), batch.receivedTime(i), first + i, batch.qualityCode(i), batch.kind(i), batch.bits(i),
                    batch.text(i), definition.unit());
            rows++;
        }
    }

    private void add(Gap gap, long offset) {
        gaps.computeIfAbsent(gap.definition().id(), point -> new ArrayList<>()).add(GapRow.of(gap, offset));
        bytes += GAP_BYTES + 2L * gap.reason().length();
        rows++;
    }

    /** First offset that the table stands for. */
    long from() {
        return from;
    }

    /** Offset after the last that the table stands for. */
    long to() {
        return to;
    }

    /** Offset below which nothing is held here. */
    long settled() {
        return settled;
    }

    boolean isEmpty() {
        return rows == 0;
    }

    /** Samples and gaps. */
    int rows() {
        return rows;
    }

    /** Estimate of the memory taken. */
    long bytes() {
        return bytes;
    }

    /** Nanoseconds since the first row came. */
    long age() {
        return System.nanoTime() - firstRowNanos;
    }

    Set<PointId> points() {
        Set<PointId> points = new TreeSet<>(samples.keySet());
        points.addAll(gaps.keySet());
        return points;
    }

    SeriesRows samples(PointId point) {
        return samples.getOrDefault(point, NONE);
    }

    List<GapRow> gaps(PointId point) {
        return gaps.getOrDefault(point, List.of());
    }
}
