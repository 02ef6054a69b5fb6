package org.gemello.historian.internal;

import java.util.Arrays;

/**
 * Received times by offset: what comes in together was received at one moment, so one entry stands for all offsets up to the next entry.
 * Rising offsets in, any order out.
 */
final class ReceivedTimes {
    private static final int FIRST_CAPACITY = 64;
    private static final long ROWS_PER_RECEPTION = 32;
    private static final long FEW_ROWS = 10_000;
    private int size;
    private long[] offsets = new long[FIRST_CAPACITY];
    private long[] times = new long[FIRST_CAPACITY];

    /** From this offset on, until told otherwise. */
    void add(long offset, long time) {
        if (size > 0 && times[size - 1] == time) {
            return;
        }
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
            times = Arrays.copyOf(times, size * 2);
        }
        offsets[size] = offset;
        times[size] = time;
        size++;
    }

    void addAll(ReceivedTimes later) {
        for (int i = 0; i < later.size; i++) {
            add(later.offsets[i], later.times[i]);
        }
    }

    int size() {
        return size;
    }

    /** True where a table of them takes less than a column for each of so many rows, which would be read with less effort. */
    boolean areShared(long rows) {
        return size > 0 && (rows <= FEW_ROWS || rows >= size * ROWS_PER_RECEPTION);
    }

    /** Offsets of the entries; the first {@link #size} count, and are not to be changed. */
    long[] offsets() {
        return offsets;
    }

    /** As {@link #offsets}. */
    long[] times() {
        return times;
    }

    long offset(int entry) {
        return offsets[entry];
    }

    long time(int entry) {
        return times[entry];
    }

    /** Asks for offsets not below the first. Asked in about the order of the log, each search begins where the last one ended. */
    final class Cursor {
        private int entry;

        long at(long offset) {
            if (offset < offsets[entry]) {
                entry = entry(offset, 0, entry);
            }
            int step = 1;
            int low = entry;
            while (low + step < size && offsets[low + step] <= offset) {
                low += step;
                step *= 2;
            }
            entry = entry(offset, low, Math.min(size, low + step));
            return times[entry];
        }
    }

    Cursor cursor() {
        return new Cursor();
    }

    private int entry(long offset, int from, int to) {
        int found = Arrays.binarySearch(offsets, from, to, offset);
        return found >= 0 ? found : -found - 2;
    }
}
