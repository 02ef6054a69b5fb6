package org.gemello.connector.mqtt.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.gemello.api.Gap;
import org.gemello.api.PointId;
import org.gemello.api.SampleBatch;
import org.gemello.api.TraceId;
import org.gemello.api.ValueKind;
import org.gemello.api.log.LogEntry;
import org.gemello.connector.EntrySink;

/** A log in memory that can be told to hold back or to fail. */
final class KeptEntries implements EntrySink {
    private final List<LogEntry> entries = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<Void>> held = new ArrayList<>();
    private boolean holding;
    private volatile int offered;
    private volatile TraceId lastTrace = TraceId.NONE;

    @Override
    public synchronized CompletableFuture<Void> deliver(LogEntry entry, TraceId trace) {
        offered += entry instanceof LogEntry.Samples samples ? withValue(samples.batch()) : 0;
        lastTrace = trace;
        CompletableFuture<Void> stored = new CompletableFuture<>();
        stored.thenRun(() -> entries.add(entry));
        if (holding) {
            held.add(stored);
        } else {
            stored.complete(null);
        }
        return stored;
    }

    /** What is said of a lost connection is no message: a first attempt may fail on a busy machine. */
    private static int withValue(SampleBatch batch) {
        return (int) IntStream.range(0, batch.size()).filter(row -> batch.kind(row) != ValueKind.NONE).count();
    }

    /** From now on nothing is stored and nothing refused: the log is slow. */
    synchronized void hold() {
        holding = true;
    }

    /** Stores what was held back, before anything that comes now: as in a log, order of delivery is order of storage. */
    synchronized void release() {
        holding = false;
        held.forEach(stored -> stored.complete(null));
        held.clear();
    }

    /** Fails what was held back. */
    synchronized void drop() {
        holding = false;
        held.forEach(stored -> stored.completeExceptionally(new IllegalStateException("disk full")));
        held.clear();
    }

    /** Samples with a value that were handed over, stored or not. */
    int offered() {
        return offered;
    }

    TraceId lastTrace() {
        return lastTrace;
    }

    List<Gap> gaps() {
        return entries.stream().filter(LogEntry.Gaps.class::isInstance).flatMap(entry -> ((LogEntry.Gaps) entry).gaps().stream()).toList();
    }

    List<SampleBatch> backfills() {
        return entries.stream().filter(LogEntry.Backfill.class::isInstance).map(entry -> ((LogEntry.Backfill) entry).batch()).toList();
    }

    /** Stored batches with values; not what was said of a lost connection. */
    List<SampleBatch> batches() {
        return samples().stream().filter(batch -> withValue(batch) > 0).toList();
    }

    private List<SampleBatch> samples() {
        return entries.stream().filter(LogEntry.Samples.class::isInstance).map(entry -> ((LogEntry.Samples) entry).batch()).toList();
    }

    /** Stored values of a point, in order; rows without value left out. */
    List<Object> values(String point) {
        return rows(point, true);
    }

    /** Stored rows of a point that have a quality and no value. */
    List<Object> silences(String point) {
        return rows(point, false);
    }

    /** Values of a point that came late and on purpose, in order. */
    List<Object> historical(String point) {
        return rows(point, true, entries.stream().filter(LogEntry.Backfill.class::isInstance)
                .map(entry -> ((LogEntry.Backfill) entry).batch()).toList());
    }

    private List<Object> rows(String point, boolean values) {
        return rows(point, values, samples());
    }

    private static List<Object> rows(String point, boolean values, List<SampleBatch> from) {
        PointId id = PointId.parse(point);
        List<Object> found = new ArrayList<>();
        for (SampleBatch batch : from) {
            for (int row = 0; row < batch.size(); row++) {
                if (batch.point(row).equals(id) && values != (batch.kind(row) == ValueKind.NONE)) {
                    found.add(values ? batch.value(row) : batch.quality(row));
                }
            }
        }
        return found;
    }
}
