package org.gemello.log.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.gemello.api.Gap;
import org.gemello.api.PointDefinition;
import org.gemello.api.Times;
import org.gemello.api.log.LogEntry.Gaps;

/**
 * What a damaged segment misses. Which points had samples in the damaged part nobody can know, so it is all points that the
 * segment has defined; as definitions may be damaged too, those of the segments before and behind it count as well.
 *
 * @param points the points
 * @param from   last append time before the damage
 * @param to     first append time behind it that can be read again
 */
record Hole(List<PointDefinition> points, Instant from, Instant to) {
    /** So many gaps stay far below the size of a record. */
    private static final int GAPS_AT_ONCE = 5_000;

    /**
     * Looks for the hole in a segment.
     *
     * @param before the segment before it; null where there is none
     * @param next   the segment that follows; null where there is none
     * @param now    nanoseconds since the epoch
     */
    static Hole of(Segment segment, Segment before, Segment next, long now) throws IOException {
        SegmentScan scan = SegmentScan.of(segment);
        Set<PointDefinition> points = new LinkedHashSet<>(scan.points());
        long[] last = {Math.max(scan.newest(), segment.begun())};
        long from = last[0];
        scan.behindDamage(segment, (header, payload) -> {
            last[0] = Math.max(last[0], header.appended());
            if (header.type() == RecordType.DEFINE) {
                points.addAll(PointNames.definitions(new PayloadReader(payload)));
            }
        });
        if (before != null) {
            points.addAll(SegmentScan.of(before).points());
        }
        if (next != null) {
            points.addAll(SegmentScan.of(next).points());
        }
        long to = LongStream.of(last[0], next == null ? now : next.begun(), from + 1).max().orElseThrow();
        return new Hole(List.copyOf(points), Times.instant(from), Times.instant(to));
    }

    /** The hole as entries of the log. */
    List<Gaps> gaps(String reason) {
        List<Gaps> all = new ArrayList<>();
        for (int first = 0; first < points.size(); first += GAPS_AT_ONCE) {
            all.add(new Gaps(points.subList(first, Math.min(first + GAPS_AT_ONCE, points.size())).stream()
                    .map(point -> new Gap(point, from, to, reason)).toList()));
        }
        return all;
    }
}
