package org.gemello.api.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;

/**
 * What to export.
 *
 * @param points    these points; where empty, all points of {@code twin}
 * @param twin      the twin whose points are meant where {@code points} is empty; null then means every point that has samples
 * @param from      first source time, included
 * @param to        end of the source times, not included
 * @param format    of the tables
 * @param interval  null for samples, else aggregates of intervals of this length, at most 100,000 for each point
 * @param originals for samples: true gives values as they came, so that an import brings corrections back as corrections; false
 *                  gives corrected values, as charts show them. The table of corrections is written either way
 */
public record ExportRequest(Set<PointId> points, TwinId twin, Instant from, Instant to, FileFormat format, Duration interval,
                            boolean originals) {
    /** @throws IllegalArgumentException where something is missing or {@code from} is not before {@code to} */
    public ExportRequest {
        if (from == null || to == null || format == null) {
            throw new IllegalArgumentException("an export needs 'from', 'to' and a format (csv or parquet)");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from " + from + " is not before to " + to);
        }
        if (interval != null && (interval.isZero() || interval.isNegative())) {
            throw new IllegalArgumentException("interval " + interval + " is not positive");
        }
        points = Set.copyOf(points);
    }
}
