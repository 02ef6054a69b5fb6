package org.gemello.historian.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gemello.api.PointId;
import org.gemello.api.history.Interpolation;
import org.gemello.history.Interpolator.Around;
import org.gemello.history.Row;

/** Finds the rows before and after a time, as the history shows them: looks an hour far, then farther and farther. */
final class NearRows {
    private static final long FIRST_LOOK = 3_600_000_000_000L;
    private static final int WIDER = 8;
    private final StoredRows rows;

    NearRows(StoredRows rows) {
        this.rows = rows;
    }

    private List<Row> corrected(PointId point, long from, long to) {
        List<Row> found = new ArrayList<>();
        rows.corrected(point, from, to, found::add);
        return found;
    }

    /** The last row before a time that is as wanted. */
    Optional<Row> before(PointId point, long time, Predicate<Row> wanted) {
        long first = rows.first(point);
        long end = time;
        for (long width = FIRST_LOOK; end > first; width = wider(width)) {
            long start = end - first <= width ? Long.MIN_VALUE : end - width;
            Optional<Row> last = corrected(point, start, end).stream().filter(wanted).reduce((a, b) -> b);
            if (last.isPresent()) {
                return last;
            }
            end = start;
        }
        return Optional.empty();
    }

    /** The first row at or after a time that is as wanted. */
    Optional<Row> from(PointId point, long time, Predicate<Row> wanted) {
        long last = rows.last(point);
        long start = time;
        for (long width = FIRST_LOOK; start <= last; width = wider(width)) {
            long end = last - start < width ? Long.MAX_VALUE : start + width;
            Optional<Row> first = corrected(point, start, end).stream().filter(wanted).findFirst();
            if (first.isPresent()) {
                return first;
            }
            start = end;
        }
        return Optional.empty();
    }

    private static long wider(long width) {
        return width > Long.MAX_VALUE / WIDER ? Long.MAX_VALUE : width * WIDER;
    }

    /** Rows around a time; those after it only where they are needed. */
    Around around(PointId point, long time, Interpolation how) {
        Row last = before(point, time + 1, row -> true).orElse(null);
        Row usable = last == null || !last.isBad() ? last : before(point, last.time(), row -> !row.isBad()).orElse(null);
        if (how == Interpolation.STEPPED || usable == null) {
            return new Around(last, usable, null, null);
        }
        Row next = from(point, time + 1, row -> true).orElse(null);
        Row usableAfter = next == null || !next.isBad() ? next : from(point, next.time(), row -> !row.isBad()).orElse(null);
        return new Around(last, usable, next, usableAfter);
    }
}
