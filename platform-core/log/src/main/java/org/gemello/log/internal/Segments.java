package org.gemello.log.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The segments of the log in order. Safe for use by many threads. */
final class Segments {
    private final ConcurrentSkipListMap<Long, Segment> byFirst = new ConcurrentSkipListMap<>();

    /** Adds a segment; what the one before holds from its first offset on counts no more. */
    void add(Segment segment) {
        Map.Entry<Long, Segment> before = byFirst.lowerEntry(segment.first());
        if (before != null) {
            before.getValue().limit(segment.first());
        }
        byFirst.put(segment.first(), segment);
    }

    /** In order, oldest first. */
    List<Segment> all() {
        return List.copyOf(byFirst.values());
    }

    void remove(Segment segment) {
        byFirst.remove(segment.first());
    }

    /** The segment in which an offset is, or the oldest one for an offset older than all; null where there is none. */
    Segment holding(long offset) {
        Map.Entry<Long, Segment> entry = byFirst.floorEntry(offset);
        return entry != null ? entry.getValue() : oldest();
    }

    /** Null where there is none. */
    Segment oldest() {
        Map.Entry<Long, Segment> entry = byFirst.firstEntry();
        return entry == null ? null : entry.getValue();
    }

    /** Null where it is the last one. */
    Segment after(Segment segment) {
        Map.Entry<Long, Segment> entry = byFirst.higherEntry(segment.first());
        return entry == null ? null : entry.getValue();
    }

    /** Null where it is the first one. */
    Segment before(Segment segment) {
        Map.Entry<Long, Segment> entry = byFirst.lowerEntry(segment.first());
        return entry == null ? null : entry.getValue();
    }

    int size() {
        return byFirst.size();
    }

    long bytes() {
        return byFirst.values().stream().mapToLong(Segment::bytes).sum();
    }
}
