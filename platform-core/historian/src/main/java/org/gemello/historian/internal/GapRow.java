package org.gemello.historian.internal;

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

    static GapRow of(Gap gap, long offset) {
        return new GapRow(Nanos.of(gap.from()), Nanos.of(gap.to()), offset, gap.definition().unit(), gap.reason());
    }

    boolean touches(long start, long end) {
        return from < end && to >= start;
    }

    Gap gap(PointId point) {
        return new Gap(new PointDefinition(point, unit), Times.instant(from), Times.instant(to), reason);
    }
}
