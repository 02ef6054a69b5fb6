package org.gemello.log.internal;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Where in a segment a time begins: for stretches of about a megabyte the newest append time up to their end, and their first
 * offset. As the newest time so far never goes back, a clock that does cannot spoil the order. Safe for use by many threads.
 */
final class TimeIndex {
    private final ConcurrentSkipListMap<Long, Long> stretches = new ConcurrentSkipListMap<>();

    /**
     * Adds the next stretch.
     *
     * @param first  its first offset
     * @param newest newest append time in it or before it, nanoseconds since the epoch
     */
    void add(long first, long newest) {
        stretches.putIfAbsent(newest, first);
    }

    /** An offset at or before the first record that was appended at a time or later; empty where the segment has none. */
    OptionalLong offsetAt(long time) {
        Map.Entry<Long, Long> stretch = stretches.ceilingEntry(time);
        return stretch == null ? OptionalLong.empty() : OptionalLong.of(stretch.getValue());
    }
}
