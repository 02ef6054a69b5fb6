package org.gemello.api;

import java.util.Objects;

/**
 * Samples as columns of primitives: how values travel on the hot path. Immutable. Row {@code i} of every column belongs to
 * sample {@code i}; times are nanoseconds since the epoch ({@link Times}); a handle is one of the {@link PointTable} that the
 * batch was built with.
 */
public final class SampleBatch {
    private final PointTable points;
    /** Place of row 0 in the columns. */
    private final int first;
    private final int size;
    private final int[] handles;
    private final byte[] kinds;
    private final long[] bits;
    private final String[] texts;
    private final int[] qualities;
    private final long[] sourceTimes;
    private final long[] receivedTimes;
    private final long[] offsets;
    private final long base;

    SampleBatch(PointTable points, int first, int size, int[] handles, byte[] kinds, long[] bits, String[] texts, int[] qualities,
                long[] sourceTimes, long[] receivedTimes, long[] offsets, long base) {
        this.points = points;
        this.first = first;
        this.size = size;
        this.handles = handles;
        this.kinds = kinds;
        this.bits = bits;
        this.texts = texts;
        this.qualities = qualities;
        this.sourceTimes = sourceTimes;
        this.receivedTimes = receivedTimes;
        this.offsets = offsets;
        this.base = base;
    }

    /** A builder for about {@code capacity} samples; it grows when there are more. */
    public static SampleBatchBuilder builder(PointTable points, int capacity) {
        return new SampleBatchBuilder(points, capacity);
    }

    /**
     * A batch, not yet in the log, of columns that a decoder has filled; they belong to the batch from then on.
     *
     * @param kinds ordinals of {@link ValueKind}
     * @param bits  see {@link #bits}
     * @param texts null where no row is a TEXT
     * @throws IllegalArgumentException where the columns differ in length
     */
    public static SampleBatch ofColumns(PointTable points, int[] handles, byte[] kinds, long[] bits, String[] texts, int[] qualities,
                                        long[] sourceTimes, long[] receivedTimes) {
        int size = handles.length;
        if (kinds.length != size || bits.length != size || texts != null && texts.length != size || qualities.length != size
                || sourceTimes.length != size || receivedTimes.length != size) {
            throw new IllegalArgumentException("columns of a batch differ in length");
        }
        return new SampleBatch(points, 0, size, handles, kinds, bits, texts, qualities, sourceTimes, receivedTimes, null, -1);
    }

    public PointTable points() {
        return points;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public int handle(int row) {
        return handles[first + row];
    }

    public PointId point(int row) {
        return points.id(handles[first + row]);
    }

    public ValueKind kind(int row) {
        return ValueKind.of(kinds[first + row]);
    }

    /** The value as a double: long and boolean (0, 1) are converted, NaN where there is no number. */
    public double doubleValue(int row) {
        return switch (kind(row)) {
            case DOUBLE -> Double.longBitsToDouble(bits[first + row]);
            case LONG, BOOLEAN -> bits[first + row];
            case NONE, TEXT -> Double.NaN;
        };
    }

    /** The raw 64 bits of the value: double bits, the long itself, 0 or 1 for a boolean, 0 for text and none. */
    public long bits(int row) {
        return bits[first + row];
    }

    /** The text of a TEXT row, else null. */
    public String text(int row) {
        return texts == null ? null : texts[first + row];
    }

    /** The value boxed: {@link Double}, {@link Long}, {@link Boolean}, {@link String}, or null for NONE. */
    public Object value(int row) {
        return kind(row).value(bits[first + row], text(row));
    }

    /** OPC UA status code; see {@link Quality}. */
    public int qualityCode(int row) {
        return qualities[first + row];
    }

    public Quality quality(int row) {
        return qualities[first + row] == 0 ? Quality.GOOD : new Quality(qualities[first + row]);
    }

    public long sourceTime(int row) {
        return sourceTimes[first + row];
    }

    public long receivedTime(int row) {
        return receivedTimes[first + row];
    }

    /** Place of the sample in the log, -1 before the log has given one. */
    public long offset(int row) {
        return offsets != null ? offsets[first + row] : base < 0 ? -1 : base + row;
    }

    /** The same samples with places in the log from {@code offset} on; the columns are shared. */
    public SampleBatch at(long offset) {
        return new SampleBatch(points, first, size, handles, kinds, bits, texts, qualities, sourceTimes, receivedTimes, null, offset);
    }

    /**
     * The rows from {@code from} up to {@code to}, which is not one of them, each keeping its offset; the columns are shared.
     *
     * @throws IndexOutOfBoundsException where the batch has no such rows
     */
    public SampleBatch range(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        return new SampleBatch(points, first + from, to - from, handles, kinds, bits, texts, qualities, sourceTimes, receivedTimes, offsets,
                base < 0 ? -1 : base + from);
    }

    /** Only these rows, in this order, each keeping its offset. */
    public SampleBatch select(int[] rows, int count) {
        SampleBatchBuilder selected = new SampleBatchBuilder(points, count);
        long[] places = new long[count];
        for (int i = 0; i < count; i++) {
            selected.copy(this, rows[i]);
            places[i] = offset(rows[i]);
        }
        return selected.build(places);
    }

    /** The row as a record, with the trace under which the batch was collected. */
    public Sample sample(int row, TraceId trace) {
        PointDefinition definition = points.definition(handles[first + row]);
        return new Sample(definition.id(), value(row), definition.unit(), quality(row), Times.instant(sourceTimes[first + row]),
                Times.instant(receivedTimes[first + row]), offset(row), trace);
    }
}
