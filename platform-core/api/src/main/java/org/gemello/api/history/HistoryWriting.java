package org.gemello.api.history;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a history has yet to write, and how long writing takes.
 *
 * @param rows         samples and gaps that wait in memory for a file
 * @param bytes        memory that they take, estimated
 * @param flushes      number of flushes since the start by the bound of their time in s, each counted at the lowest bound that it is within; the last
 *                     bound is infinite
 * @param flushSeconds time of all these flushes together
 */
public record HistoryWriting(long rows, long bytes, SortedMap<Double, Long> flushes, double flushSeconds) {
    public HistoryWriting {
        flushes = Collections.unmodifiableSortedMap(new TreeMap<>(flushes));
    }
}
