package org.gemello.historian.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gemello.api.ValueKind;
import org.gemello.history.Row;

/** Rows of one point in memory, as columns, in the order in which they came. */
final class SeriesRows {
    /** Most memory of a row without its text. */
    static final int ROW_BYTES = 4 * Long.BYTES + 2 * Integer.BYTES + Integer.BYTES + 1;
    private int size;
    private boolean inOrder = true;
    private int newest;
    private long[] times;
    private long[] received;
    private long[] offsets;
    private long[] bits;
    /** Of every row, until one differs; then there is a column for it. */
    private int quality;
    private ValueKind kind;
    private String unit;
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
    }

    /** Adds a row; returns the bytes of memory that it takes at most. */
    int add(long time, long receivedTime, long offset, int rowQuality, ValueKind rowKind, long valueBits, String text, String rowUnit) {
        int row = size;
        if (row == times.length) {
            grow();
        }
        if (row == 0) {
            quality = rowQuality;
            kind = rowKind;
            unit = rowUnit;
        } else if (isNewest(time, offset)) {
            newest = row;
        } else {
            inOrder = false;
        }
        times[row] = time;
        received[row] = receivedTime;
        offsets[row] = offset;
        bits[row] = valueBits;
        if (qualities != null || rowQuality != quality) {
            addQuality(rowQuality);
        }
        if (kinds != null || rowKind != kind) {
            addKind(rowKind);
        }
        if (units != null || rowUnit != unit && !rowUnit.equals(unit)) {
            addUnit(rowUnit);
        }
        size++;
        return text == null ? ROW_BYTES : addText(text);
    }

    private boolean isNewest(long time, long offset) {
        return time > times[newest] || time == times[newest] && offset > offsets[newest];
    }

    private void addQuality(int value) {
        if (qualities == null) {
            qualities = new int[times.length];
            Arrays.fill(qualities, 0, size, quality);
        }
        qualities[size] = value;
    }

    private void addKind(ValueKind value) {
        if (kinds == null) {
            kinds = new byte[times.length];
            Arrays.fill(kinds, 0, size, (byte) kind.ordinal());
        }
        kinds[size] = (byte) value.ordinal();
    }

    private void addUnit(String value) {
        if (units == null) {
            units = new String[times.length];
            Arrays.fill(units, 0, size, unit);
        }
        units[size] = value.equals(units[size - 1]) ? units[size - 1] : value; // one object for all rows
    }

    private int addText(String value) {
        if (texts == null) {
            texts = new String[times.length];
        }
        texts[size - 1] = value;
        return ROW_BYTES + 2 * value.length();
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
        qualities = qualities == null ? null : Arrays.copyOf(qualities, capacity);
        kinds = kinds == null ? null : Arrays.copyOf(kinds, capacity);
        units = units == null ? null : Arrays.copyOf(units, capacity);
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
        return qualities == null ? quality : qualities[i];
    }

    ValueKind kind(int i) {
        return kinds == null ? kind : ValueKind.of(kinds[i]);
    }

    long bits(int i) {
        return bits[i];
    }

    String text(int i) {
        return texts == null ? null : texts[i];
    }

    String unit(int i) {
        return units == null ? unit : units[i];
    }

    Row row(int i) {
        return new Row(times[i], received[i], offsets[i], quality(i), kind(i), bits[i], text(i), unit(i));
    }

    /** The row of the latest source time, of equals the one with the greatest offset; there must be one. */
    Row newest() {
        return row(newest);
    }

    /** Source times as they came; the first {@link #size} count, and are not to be changed. So with the three that follow. */
    long[] times() {
        return times;
    }

    long[] received() {
        return received;
    }

    long[] offsets() {
        return offsets;
    }

    long[] bits() {
        return bits;
    }

    /** Number of the first row after this one that has another kind, quality or unit. */
    int runEnd(int start) {
        int end = start + 1;
        if (kinds == null && qualities == null && units == null) {
            return size;
        }
        while (end < size && kind(end) == kind(start) && quality(end) == quality(start) && unit(end).equals(unit(start))) {
            end++;
        }
        return end;
    }

    /** Source times, sorted. */
    long[] sortedTimes() {
        long[] sorted = Arrays.copyOf(times, size);
        if (!inOrder) {
            Arrays.sort(sorted);
        }
        return sorted;
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
