package org.gemello.history;

import org.gemello.api.Gap;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.Times;

/**
 * A hole of a point that the context names, or what filled one.
 *
 * @param from   nanoseconds since the epoch, the nearest that a long holds
 * @param to     as {@code from}
 * @param offset place in the log
 * @param unit   UCUM code
 * @param reason cause in words; {@link #FILL} for what a backfill brought
 */
public record GapRow(long from, long to, long offset, String unit, String reason) {
    /** Marks the stretch that the samples of a backfill cover; no gap has an empty reason. */
    public static final String FILL = "";
    private static final String NOT_TOLD = "reason not told";

    public static GapRow of(Gap gap, long offset) {
        return new GapRow(Nanos.of(gap.from()), Nanos.of(gap.to()), offset, gap.definition().unit(),
                gap.reason() == null || gap.reason().isEmpty() ? NOT_TOLD : gap.reason());
    }

    /** What the samples of a point in one {@code Backfill} entry cover, from the first to the last. */
    public static GapRow fill(long first, long last, long offset, String unit) {
        return new GapRow(first, last, offset, unit, FILL);
    }

    public boolean isFill() {
        return reason.isEmpty();
    }

    public boolean touches(long start, long end) {
        return from < end && to >= start;
    }

    /** True between the last time known before and the first time known after. */
    public boolean contains(long time) {
        return time > from && time < to;
    }

    GapRow with(long newFrom, long newTo) {
        return new GapRow(newFrom, newTo, offset, unit, reason);
    }

    /** From the first of both to the last of both; of two pages of one backfill what they cover together. */
    public GapRow joined(GapRow other) {
        return with(Math.min(from, other.from), Math.max(to, other.to));
    }

    public Gap gap(PointId point) {
        return new Gap(new PointDefinition(point, unit), Times.instant(from), Times.instant(to), reason);
    }
}
