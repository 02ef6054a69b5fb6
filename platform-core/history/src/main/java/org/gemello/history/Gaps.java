package org.gemello.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Gaps narrowed by backfills. What backfills brought into a gap after it was recorded counts as complete between the first and the last
 * of it: the source was asked for all it has, and its pages come as entries of their own. What is left at both ends stays a gap.
 * A backfill that shall close a gap wholly brings the samples at its bounds too (OPC UA: HistoryRead with bounding values).
 * Late samples that are no backfill narrow nothing: nobody has said that they are all there is.
 */
public final class Gaps {
    private static final Comparator<GapRow> ORDER = Comparator.comparingLong(GapRow::from).thenComparingLong(GapRow::offset);

    private Gaps() {
    }

    /** The gaps that remain, sorted by begin; fills are gone. */
    public static List<GapRow> narrowed(Collection<GapRow> rows) {
        List<GapRow> fills = rows.stream().filter(GapRow::isFill).toList();
        List<GapRow> remaining = new ArrayList<>();
        for (GapRow gap : rows) {
            if (!gap.isFill()) {
                narrow(gap, fills, remaining);
            }
        }
        remaining.sort(ORDER);
        return remaining;
    }

    private static void narrow(GapRow gap, List<GapRow> fills, List<GapRow> remaining) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (GapRow fill : fills) {
            if (fill.offset() > gap.offset() && fill.from() < gap.to() && fill.to() > gap.from()) {
                first = Math.min(first, fill.from());
                last = Math.max(last, fill.to());
            }
        }
        if (first > last) {
            remaining.add(gap);
            return;
        }
        if (first > gap.from()) {
            remaining.add(gap.with(gap.from(), first));
        }
        if (last < gap.to()) {
            remaining.add(gap.with(last, gap.to()));
        }
    }

    /** The same stretches of time, sorted and apart from each other. */
    static List<GapRow> joined(List<GapRow> narrowed) {
        List<GapRow> joined = new ArrayList<>();
        for (GapRow gap : narrowed.stream().sorted(ORDER).toList()) {
            int end = joined.size() - 1;
            if (end >= 0 && gap.from() <= joined.get(end).to()) {
                GapRow before = joined.get(end);
                joined.set(end, before.with(before.from(), Math.max(before.to(), gap.to())));
            } else {
                joined.add(gap);
            }
        }
        return joined;
    }
}
