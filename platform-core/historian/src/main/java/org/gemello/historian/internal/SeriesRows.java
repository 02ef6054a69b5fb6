package org.gemello.historian.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gemello.api.ValueKind;
import org.gemello.history.Row;

/** Rows of one point in memory, as columns, in the order in which they came. */
final class SeriesRows {
    /** Memory of a row without its text. */
    static final int ROW_BYTES = 4 * Long.BYTES + 2 * Integer.BYTES + Integer.BYTES + 1;
    private int size;
    private boolean inOrder = true;
    private int newest;
    private long[] times;
    private long[] received;
    private long[] offsets;
    private long[] bits;
    private int[] qualities;
    private byte[] kinds;
    private String[] units;
    private String[] texts;

    /** For about so many rows; it grows when there are more. */
    SeriesRows(int capacity) {
        int rows = Math.max(capacity, 1);
        times = new long[rows];
        received = new long[rows];
        offsets = new long[rows];
        bits = new long[rows];
        qualities = new int[rows];
        kinds = new byte[rows];
        units = new String[rows];
    }

    /** Adds a row; returns the bytes of memory that it takes. */
    int add(long time, long receivedTime, long offset, int quality, ValueKind kind, long valueBits, String text, String unit) {
        if (size == times.length) {
            grow();
        }
        inOrder &= size == 0 || time > times[size - 1] || time == times[size - 1] && offset > offsets[size - 1];
        if (size == 0 || time > times[newest] || time == times[newest] && offset > offsets[newest]) {
            newest = size;
        }
        times[size] = time;
        received[size] = receivedTime;
        offsets[size] = offset;
        bits[size] = valueBits;
        qualities[size] = quality;
        kinds[size] = (byte) kind.ordinal();
        units[size] = size > 0 && unit.equals(units[size - 1]) ? units[size - 1] : unit; // one object for all rows
        if (text != null) {
            if (texts == null) {
                texts = new String[times.length];
            }
            texts[size] = text;
        }
        size++;
        return ROW_BYTES + (text == null ? 0 : 2 * text.length());
    }

    int add(Row row) {
        return add(row.time(), row.received(), row.offset(), row.quality(), row.kind(), row.bits(), row.text(), row.unit());
    }

    private void grow() {
        int capacity = size * 2;
        times = Arrays.copyOf(times, capacity);
        received = Arrays.copyOf(received, capacity);
        offsets = Arrays.copyOf(offsets, capacity);
        bits = Arrays.copyOf(bits, capacity);
        qualities = Arrays.copyOf(qualities, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
        units = Arrays.copyOf(units, capacity);
        texts = texts == null ? null : Arrays.copyOf(texts, capacity);
    }

    int size() {
        return size;
    }

    long time(int i) {
        return times[i];
    }

    long received(int i) {
        return received[i];
    }

    long offset(int i) {
        return offsets[i];
    }

    int quality(int i) {
        return qualities[i];
    }

    ValueKind kind(int i) {
        return ValueKind.of(kinds[i]);
    }

    long bits(int i) {
        return bits[i];
    }

    String text(int i) {
        return texts == null ? null : texts[i];
    }

    String unit(int i) {
        return units[i];
    }

    Row row(int i) {
        return new Row(times[i], received[i], offsets[i], qualities[i], kind(i), bits[i], text(i), units[i]);
    }

    /** The row of the latest source time, of equals the one with the greatest offset; there must be one. */
    Row newest() {
        return row(newest);
    }

    /** Row numbers by source time, of equals by offset. Changes nothing: others may be reading. */
    int[] order() {
        IntStream rows = IntStream.range(0, size);
        return inOrder ? rows.toArray()
                : rows.boxed().sorted(Comparator.<Integer>comparingLong(i -> times[i]).thenComparingLong(i -> offsets[i]))
                        .mapToInt(Integer::intValue).toArray();
    }

    /** Gives the rows with source time from {@code from} up to, without, {@code to}, in the order in which they came. */
    void between(long from, long to, Consumer<Row> taker) {
        for (int i = 0; i < size; i++) {
            if (times[i] >= from && times[i] < to) {
                taker.accept(row(i));
            }
        }
    }
}
