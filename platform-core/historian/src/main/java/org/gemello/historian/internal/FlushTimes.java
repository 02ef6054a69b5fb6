package org.gemello.historian.internal;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** How long flushes took, counted by bounds in s. */
final class FlushTimes {
    private static final double[] BOUNDS = {0.01, 0.05, 0.25, 1, 5, 30, Double.POSITIVE_INFINITY};
    private static final double NANOS = 1e9;
    private final long[] counts = new long[BOUNDS.length];
    private double seconds;

    synchronized void add(long nanos) {
        double taken = nanos / NANOS;
        int place = Arrays.binarySearch(BOUNDS, taken);
        counts[place >= 0 ? place : -place - 1]++;
        seconds += taken;
    }

    synchronized SortedMap<Double, Long> counts() {
        SortedMap<Double, Long> all = new TreeMap<>();
        for (int i = 0; i < BOUNDS.length; i++) {
            all.put(BOUNDS[i], counts[i]);
        }
        return all;
    }

    synchronized double seconds() {
        return seconds;
    }
}
