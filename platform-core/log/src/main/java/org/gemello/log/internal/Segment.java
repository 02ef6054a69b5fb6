package org.gemello.log.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * One file of the log. Readers may read up to {@link #bytes()}: for the segment being written that is what is on disk, for
 * one found damaged what is good. What has an offset from {@link #limit()} on was written once more to the next segment.
 */
final class Segment {
    private final Path path;
    private final long first;
    private final long begun;
    private final ConcurrentSkipListMap<Long, Mark> marks = new ConcurrentSkipListMap<>();
    private volatile TimeIndex times;
    private volatile long limit = Long.MAX_VALUE;
    private volatile long bytes;

    /**
     * @param first offset of the first item
     * @param begun see {@link SegmentHeader}
     * @param times null where it is not known yet
     */
    Segment(Path path, long first, long begun, TimeIndex times) {
        this.path = path;
        this.first = first;
        this.begun = begun;
        this.times = times;
    }

    Path path() {
        return path;
    }

    /** Offset of the first item. */
    long first() {
        return first;
    }

    /** All that stands before the segment was appended at this time or earlier, nanoseconds since the epoch. */
    long begun() {
        return begun;
    }

    /** Null where nobody has looked yet. */
    TimeIndex times() {
        return times;
    }

    void times(TimeIndex found) {
        times = found;
    }

    /** Offset from which on the next segment counts. */
    long limit() {
        return limit;
    }

    void limit(long offset) {
        limit = offset;
    }

    long bytes() {
        return bytes;
    }

    /** Readers may read up to here from now on. */
    void readable(long upTo) {
        bytes = upTo;
    }

    /** The last mark that a reader has left at or before an offset; null where there is none. */
    Mark markBefore(long offset) {
        Map.Entry<Long, Mark> entry = marks.floorEntry(offset);
        return entry == null ? null : entry.getValue();
    }

    /** Leaves a mark for readers to come. */
    void mark(Mark mark) {
        marks.put(mark.offset(), mark);
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
