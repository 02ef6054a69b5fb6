package org.gemello.historian.internal;

import java.time.Instant;
import org.gemello.api.Gap;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.Times;

/**
 * A hole of a point that the context names.
 *
 * @param from   nanoseconds since the epoch, the nearest that a long holds
 * @param to     as {@code from}
 * @param offset place in the log
 */
record GapRow(long from, long to, long offset, String unit, String reason) {
    private static final long LAST_SECOND = Long.MAX_VALUE / 1_000_000_000L;

    static GapRow of(Gap gap, long offset) {
        return new GapRow(nanos(gap.from()), nanos(gap.to()), offset, gap.definition().unit(), gap.reason());
    }

    /** As {@link Times#nanos}, but an instant out of its range becomes the end of the range. */
    static long nanos(Instant instant) {
        long seconds = instant.getEpochSecond();
        if (Math.abs(seconds) < LAST_SECOND) {
            return Times.nanos(instant);
        }
        return seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    boolean touches(long start, long end) {
        return from < end && to >= start;
    }

    Gap gap(PointId point) {
        return new Gap(new PointDefinition(point, unit), Times.instant(from), Times.instant(to), reason);
    }
}
