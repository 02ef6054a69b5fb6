package org.gemello.log.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.OptionalLong;
import org.gemello.api.PointTable;
import org.gemello.api.Times;
import org.gemello.api.log.LogUnavailableException;

/**
 * Finds where in the log a time begins. The begin times of the segments lead to one segment, its {@link TimeIndex} to an
 * offset; of a segment from an earlier run the index is made when it is first asked for, from the headers of its records.
 */
final class TimeSearch {
    private final Segments segments;
    private final DurableEnd durable;

    TimeSearch(Segments segments, DurableEnd durable) {
        this.segments = segments;
        this.durable = durable;
    }

    /** An offset at or before the first record that was appended at a time or later; the end where there is none. */
    long offsetAt(Instant time) {
        long nanos = inRange(time);
        long end = durable.offset();
        Segment segment = lastBegunBefore(nanos);
        while (segment != null) {
            OptionalLong offset = times(segment).offsetAt(nanos);
            if (offset.isPresent()) {
                return Math.min(offset.getAsLong(), end);
            }
            segment = segments.after(segment);
        }
        return end;
    }

    private static long inRange(Instant time) {
        try {
            return Times.nanos(time);
        } catch (ArithmeticException e) {
            return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    /** All that stands before a segment is as old as its begin time, or older. */
    private Segment lastBegunBefore(long nanos) {
        Segment last = segments.oldest();
        for (Segment segment : segments.all()) {
            if (segment.begun() < nanos) {
                last = segment;
            }
        }
        return last;
    }

    private static TimeIndex times(Segment segment) {
        if (segment.times() == null) {
            segment.times(read(segment));
        }
        return segment.times();
    }

    private static TimeIndex read(Segment segment) {
        TimeIndex times = new TimeIndex();
        try (SegmentReader reader = new SegmentReader(segment, new PointTable())) {
            long first = segment.first();
            long position = 0;
            boolean more = true;
            while (more) {
                try {
                    more = reader.pass();
                } catch (DamagedException e) {
                    more = false; // a tail that comes there sets it aside
                }
                if (reader.offset() > first && (!more || reader.position() - position >= Mark.DISTANCE)) {
                    times.add(first, Math.max(segment.begun(), reader.newest()));
                    first = reader.offset();
                    position = reader.position();
                }
            }
        } catch (IOException e) {
            throw new LogUnavailableException("cannot look for a time in segment " + segment + ": " + e, e);
        }
        return times;
    }
}
