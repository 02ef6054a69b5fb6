package org.gemello.runtime.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.SampleBatch;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.ValueKind;

/**
 * The last sample of every point of one twin, in columns by place ({@link PointSlots}). Written by the twin's thread, read by
 * any; every method holds the monitor for a short time only.
 */
final class Mirror {
    private final PointTable points;
    private int[] handles = new int[0];
    private byte[] kinds = new byte[0];
    private long[] bits = new long[0];
    private String[] texts = new String[0];
    private int[] qualities = new int[0];
    private long[] sourceTimes = new long[0];
    private long[] receivedTimes = new long[0];
    private long[] offsets = new long[0];
    /** The traces as numbers: a reference per value would keep the collector busy. */
    private long[] traceHighs = new long[0];
    private long[] traceLows = new long[0];

    Mirror(PointTable points) {
        this.points = points;
    }

    /** Takes all rows of a batch that belongs to this twin. A row without value changes the quality and keeps the last value. */
    synchronized void apply(SampleBatch batch, PointSlots slots, TraceId trace) {
        for (int row = 0; row < batch.size(); row++) {
            if (isReplaced(batch, row)) {
                continue;
            }
            int slot = slots.slot(batch.handle(row));
            if (slot >= handles.length) {
                grow(slot + 1);
            }
            qualities[slot] = batch.qualityCode(row);
            traceHighs[slot] = trace.high();
            traceLows[slot] = trace.low();
            offsets[slot] = batch.offset(row);
            if (batch.kind(row) == ValueKind.NONE && handles[slot] >= 0) {
                receivedTimes[slot] = batch.receivedTime(row);
                continue;
            }
            handles[slot] = batch.handle(row);
            kinds[slot] = (byte) batch.kind(row).ordinal();
            bits[slot] = batch.bits(row);
            texts[slot] = batch.text(row);
            sourceTimes[slot] = batch.sourceTime(row);
            receivedTimes[slot] = batch.receivedTime(row);
        }
    }

    /** The next row is a later value of the same point, and nothing is kept of this one. */
    private static boolean isReplaced(SampleBatch batch, int row) {
        return row + 1 < batch.size() && batch.handle(row) == batch.handle(row + 1) && batch.kind(row + 1) != ValueKind.NONE;
    }

    /** Puts back what a snapshot has kept, through the door of a model; the later of two that have become one point stays. */
    synchronized void restore(List<Sample> samples, PointSlots slots, UnaryOperator<SampleBatch> door) {
        for (Sample sample : samples.stream().sorted(Comparator.comparingLong(Sample::offset)).toList()) {
            var one = SampleBatch.builder(points, 1)
                    .addValue(points.handle(new PointDefinition(sample.point(), sample.unit())), sample.value(), sample.quality().code(),
                            Times.nanos(sample.sourceTime()), Times.nanos(sample.receivedTime()))
                    .build(new long[] {sample.offset()});
            apply(door.apply(one), slots, sample.trace());
        }
    }

    /** All points that have been seen. */
    synchronized List<Sample> samples() {
        List<Sample> all = new ArrayList<>(handles.length);
        for (int slot = 0; slot < handles.length; slot++) {
            if (handles[slot] >= 0) {
                all.add(sample(slot));
            }
        }
        return all;
    }

    private Sample sample(int slot) {
        PointDefinition definition = points.definition(handles[slot]);
        Object value = ValueKind.of(kinds[slot]).value(bits[slot], texts[slot]);
        return new Sample(definition.id(), value, definition.unit(), new Quality(qualities[slot]), Times.instant(sourceTimes[slot]),
                Times.instant(receivedTimes[slot]), offsets[slot], new TraceId(traceHighs[slot], traceLows[slot]));
    }

    private void grow(int size) {
        int known = handles.length;
        handles = Arrays.copyOf(handles, size);
        Arrays.fill(handles, known, size, -1);
        kinds = Arrays.copyOf(kinds, size);
        bits = Arrays.copyOf(bits, size);
        texts = Arrays.copyOf(texts, size);
        qualities = Arrays.copyOf(qualities, size);
        sourceTimes = Arrays.copyOf(sourceTimes, size);
        receivedTimes = Arrays.copyOf(receivedTimes, size);
        offsets = Arrays.copyOf(offsets, size);
        traceHighs = Arrays.copyOf(traceHighs, size);
        traceLows = Arrays.copyOf(traceLows, size);
    }
}
