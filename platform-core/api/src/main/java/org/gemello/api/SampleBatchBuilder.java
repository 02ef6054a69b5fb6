package org.gemello.api;

import java.util.Arrays;

/** Collects samples into a {@link SampleBatch}. For one thread, and for one batch: it hands its columns over. */
public final class SampleBatchBuilder {
    private final PointTable points;
    private int size;
    private int[] handles;
    private byte[] kinds;
    private long[] bits;
    private String[] texts;
    private int[] qualities;
    private long[] sourceTimes;
    private long[] receivedTimes;

    SampleBatchBuilder(PointTable points, int capacity) {
        this.points = points;
        int rows = Math.max(capacity, 1);
        handles = new int[rows];
        kinds = new byte[rows];
        bits = new long[rows];
        qualities = new int[rows];
        sourceTimes = new long[rows];
        receivedTimes = new long[rows];
    }

    public int size() {
        return size;
    }

    /** Adds a double; times in nanoseconds since the epoch. */
    public SampleBatchBuilder add(int handle, double value, int quality, long sourceTime, long receivedTime) {
        return row(handle, ValueKind.DOUBLE, Double.doubleToRawLongBits(value), quality, sourceTime, receivedTime);
    }

    public SampleBatchBuilder add(int handle, long value, int quality, long sourceTime, long receivedTime) {
        return row(handle, ValueKind.LONG, value, quality, sourceTime, receivedTime);
    }

    public SampleBatchBuilder add(int handle, boolean value, int quality, long sourceTime, long receivedTime) {
        return row(handle, ValueKind.BOOLEAN, value ? 1 : 0, quality, sourceTime, receivedTime);
    }

    public SampleBatchBuilder add(int handle, String value, int quality, long sourceTime, long receivedTime) {
        row(handle, ValueKind.TEXT, 0, quality, sourceTime, receivedTime);
        if (texts == null) {
            texts = new String[handles.length];
        }
        texts[size - 1] = value;
        return this;
    }

    /** Adds a row without value, only with a quality: the source is gone, or gave none. */
    public SampleBatchBuilder addNone(int handle, int quality, long sourceTime, long receivedTime) {
        return row(handle, ValueKind.NONE, 0, quality, sourceTime, receivedTime);
    }

    /**
     * Adds a boxed value as the kind that fits: {@link Boolean}, any integer up to 64 bits, {@link Float} and {@link Double},
     * {@link CharSequence}, null as NONE.
     *
     * @throws IllegalArgumentException for any other type
     */
    public SampleBatchBuilder addValue(int handle, Object value, int quality, long sourceTime, long receivedTime) {
        if (value == null) {
            return addNone(handle, quality, sourceTime, receivedTime);
        } else if (value instanceof Double || value instanceof Float) {
            return add(handle, ((Number) value).doubleValue(), quality, sourceTime, receivedTime);
        } else if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return add(handle, ((Number) value).longValue(), quality, sourceTime, receivedTime);
        } else if (value instanceof Boolean flag) {
            return add(handle, flag.booleanValue(), quality, sourceTime, receivedTime);
        } else if (value instanceof CharSequence text) {
            return add(handle, text.toString(), quality, sourceTime, receivedTime);
        }
        throw new IllegalArgumentException("a sample cannot carry a " + value.getClass().getName());
    }

    /** Adds a row from its raw parts, as a decoder has them; for TEXT use the method for text. */
    public SampleBatchBuilder addBits(int handle, ValueKind kind, long valueBits, int quality, long sourceTime, long receivedTime) {
        return row(handle, kind, valueBits, quality, sourceTime, receivedTime);
    }

    /** Adds row {@code row} of another batch of the same point table. */
    public SampleBatchBuilder copy(SampleBatch other, int row) {
        if (other.kind(row) == ValueKind.TEXT) {
            return add(other.handle(row), other.text(row), other.qualityCode(row), other.sourceTime(row), other.receivedTime(row));
        }
        return row(other.handle(row), other.kind(row), other.bits(row), other.qualityCode(row), other.sourceTime(row),
                other.receivedTime(row));
    }

    private SampleBatchBuilder row(int handle, ValueKind kind, long value, int quality, long sourceTime, long receivedTime) {
        if (size == handles.length) {
            grow();
        }
        handles[size] = handle;
        kinds[size] = (byte) kind.ordinal();
        bits[size] = value;
        qualities[size] = quality;
        sourceTimes[size] = sourceTime;
        receivedTimes[size] = receivedTime;
        size++;
        return this;
    }

    private void grow() {
        int capacity = handles.length * 2;
        handles = Arrays.copyOf(handles, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
        bits = Arrays.copyOf(bits, capacity);
        texts = texts == null ? null : Arrays.copyOf(texts, capacity);
        qualities = Arrays.copyOf(qualities, capacity);
        sourceTimes = Arrays.copyOf(sourceTimes, capacity);
        receivedTimes = Arrays.copyOf(receivedTimes, capacity);
    }

    /** The batch, not yet in the log. */
    public SampleBatch build() {
        return build(null);
    }

    /** The batch of rows that already have a place in the log each, or of new ones where {@code offsets} is null. */
    public SampleBatch build(long[] offsets) {
        SampleBatch batch = new SampleBatch(points, 0, size, handles, kinds, bits, texts, qualities, sourceTimes, receivedTimes, offsets,
                -1);
        handles = null; // a builder that is used again fails at once instead of changing a batch that others hold
        return batch;
    }
}
