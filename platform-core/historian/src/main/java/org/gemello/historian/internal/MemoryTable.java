package org.gemello.historian.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.history.CorrectionRow;
import org.gemello.history.GapRow;

/** What a part of the log says about points, gathered in memory until it is written as one file. Guarded by its owner. */
final class MemoryTable {
    private static final SeriesRows NONE = new SeriesRows(0);
    private static final int FIRST_CAPACITY = 16;
    private static final int GAP_BYTES = 64;
    private static final int NOTE_BYTES = 512;
    private final Map<PointId, SeriesRows> samples = new HashMap<>();
    private final Map<PointId, List<GapRow>> gaps = new HashMap<>();
    private final ReceivedTimes receptions = new ReceivedTimes();
    private final List<NoteRow> notes = new ArrayList<>();
    private final Map<PointId, Integer> omissions = new HashMap<>();
    private final Omission omission;
    private final int seriesCapacity;
    private final long from;
    private long to;
    private long settled;
    private int rows;
    private long bytes;
    private long firstRowNanos;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    /** Series by handle of {@link #handles}: a row of the hot path costs no hash. */
    private SeriesRows[] byHandle = new SeriesRows[0];
    private PointTable handles;

    MemoryTable(long from, Omission omission) {
        this(from, FIRST_CAPACITY, omission);
    }

    private MemoryTable(long from, int seriesCapacity, Omission omission) {
        this.from = from;
        this.omission = omission;
        this.seriesCapacity = seriesCapacity;
        this.to = from;
        this.settled = from;
    }

    /** The table that goes on where this one ends, for about as many rows of each point. */
    MemoryTable next() {
        return new MemoryTable(to, FIRST_CAPACITY + rows / Math.max(1, samples.size()), omission);
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
        } else if (record.entry() instanceof LogEntry.Backfill entry) {
            add(entry.batch(), record.offset());
            fills(entry.batch(), record.offset());
        } else if (record.entry() instanceof LogEntry.Corrected entry) {
            add(new NoteRow.Corrected(new CorrectionRow(record.offset(), entry.correction())));
        } else if (record.entry() instanceof LogEntry.Annotated entry) {
            add(new NoteRow.Annotated(record.offset(), entry.annotation()));
        } else if (record.entry() instanceof LogEntry.Gaps entry) {
            entry.gaps().forEach(gap -> add(gap.definition().id(), GapRow.of(gap, record.offset())));
        }
        to = record.next();
        settled = isEmpty() ? to : settled;
    }

    private void add(SampleBatch batch, long offset) {
        if (batch.points() != handles) {
            handles = batch.points();
            byHandle = new SeriesRows[0];
        }
        if (byHandle.length < handles.size()) {
            byHandle = Arrays.copyOf(byHandle, handles.size());
        }
        boolean all = omission.isIdle();
        for (int i = (int) Math.max(0, to - offset); i < batch.size(); i++) {
            int handle = batch.handle(i);
            if (!all && isOmitted(handle, batch.sourceTime(i), offset + i)) {
                continue;
            }
            PointDefinition definition = handles.definition(handle);
            SeriesRows series = byHandle[handle];
            if (series == null) {
                series = samples.computeIfAbsent(definition.id(), point -> new SeriesRows(seriesCapacity));
                byHandle[handle] = series;
            }
            receptions.add(offset + i, batch.receivedTime(i));
            first = Math.min(first, batch.sourceTime(i));
            last = Math.max(last, batch.sourceTime(i));
            bytes += series.add(batch.sourceTime(i), batch.receivedTime(i), offset + i, batch.qualityCode(i), batch.kind(i), batch.bits(i),
                    batch.text(i), definition.unit());
            rows++;
        }
    }

    /** One gap of a point in a table grows with each sample that is left out, and ends at the next one that is kept. */
    private boolean isOmitted(int handle, long time, long offset) {
        PointDefinition definition = handles.definition(handle);
        PointId point = definition.id();
        if (omission.applies(handles, handle)) {
            SeriesRows kept = samples(point);
            long since = omission.omit(point, time);
            omitted(definition, since == time && kept.size() > 0 ? kept.newest().time() : since, time, offset);
            return true;
        }
        Long since = omission.kept(point);
        if (since != null) {
            omitted(definition, since, time, offset);
            omissions.remove(point);
        }
        return false;
    }

    private void omitted(PointDefinition definition, long since, long until, long offset) {
        GapRow gap = new GapRow(Math.min(since, until), Math.max(since, until), offset, definition.unit(), Omission.REASON);
        Integer known = omissions.get(definition.id());
        if (known == null) {
            add(definition.id(), gap);
            omissions.put(definition.id(), gaps(definition.id()).size() - 1);
        } else {
            gaps(definition.id()).set(known, gaps(definition.id()).get(known).joined(gap));
        }
    }

    /** What a backfill brought of each point; the whole of it, whether its first rows were taken before or not. */
    private void fills(SampleBatch batch, long offset) {
        Map<Integer, GapRow> fills = new HashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            long time = batch.sourceTime(i);
            String unit = batch.points().definition(batch.handle(i)).unit();
            fills.merge(batch.handle(i), GapRow.fill(time, time, offset, unit), GapRow::joined);
        }
        fills.forEach((handle, fill) -> add(batch.points().id(handle), fill));
    }

    private void add(PointId point, GapRow gap) {
        gaps.computeIfAbsent(point, any -> new ArrayList<>()).add(gap);
        bytes += GAP_BYTES + 2L * gap.reason().length();
        rows++;
    }

    private void add(NoteRow note) {
        notes.add(note);
        bytes += NOTE_BYTES;
        rows++;
    }

    /** When the samples were received. */
    ReceivedTimes receptions() {
        return receptions;
    }

    /** Corrections and annotations, in the order of the log. */
    List<NoteRow> notes() {
        return notes;
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

    /** Earliest source time, {@link Long#MAX_VALUE} without any. */
    long first() {
        return first;
    }

    /** Latest source time, {@link Long#MIN_VALUE} without any. */
    long last() {
        return last;
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

    /** Points that have samples here. */
    Set<PointId> sampledPoints() {
        return samples.keySet();
    }

    SeriesRows samples(PointId point) {
        return samples.getOrDefault(point, NONE);
    }

    List<GapRow> gaps(PointId point) {
        return gaps.getOrDefault(point, List.of());
    }
}
