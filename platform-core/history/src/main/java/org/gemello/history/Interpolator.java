package org.gemello.history;

import java.util.List;
import java.util.Optional;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.ValueKind;
import org.gemello.api.history.Interpolation;

/**
 * The value of a point at a time, from the samples around it (OPC UA Part 13, 5.4.3.4 Interpolative). What is told carries the time asked
 * for, and received time and offset of the sample before it.
 */
public final class Interpolator {
    private static final int SUB_NORMAL = Quality.UNCERTAIN_DATA_SUB_NORMAL.code();

    /**
     * Rows around a time.
     *
     * @param last         the last row at or before the time, of any quality; null where there is none
     * @param usableBefore the last one at or before it that is not bad; null where there is none
     * @param next         the first row after the time, of any quality; null where there is none
     * @param usableAfter  the first one after it that is not bad; null where there is none
     */
    public record Around(Row last, Row usableBefore, Row next, Row usableAfter) {
    }

    private Interpolator() {
    }

    /**
     * The value at the time.
     *
     * @param time nanoseconds since the epoch
     * @param gaps those near the time, see {@link Gaps#narrowed}
     * @return empty where there is no row at or before the time
     */
    public static Optional<Sample> at(PointId point, long time, Interpolation how, Around rows, List<GapRow> gaps) {
        Row last = rows.last();
        if (last == null) {
            return Optional.empty();
        }
        return Optional.of(row(time, how, rows, gaps).sample(point));
    }

    private static Row row(long time, Interpolation how, Around rows, List<GapRow> gaps) {
        Row last = rows.last();
        if (last.time() == time) {
            return last;
        }
        if (gaps.stream().anyMatch(gap -> gap.contains(time))) {
            return held(last, time, Quality.BAD_NO_DATA.code(), ValueKind.NONE);
        }
        Row before = rows.usableBefore();
        if (before == null) {
            return held(last, time, last.quality(), ValueKind.NONE);
        }
        if (how == Interpolation.LINEAR && isAnalogue(before)) {
            return linear(time, before, rows, gaps);
        }
        return held(before, time, last.isBad() ? SUB_NORMAL : before.quality(), before.kind());
    }

    private static Row linear(long time, Row before, Around rows, List<GapRow> gaps) {
        Row after = rows.usableAfter();
        if (after == null || !isAnalogue(after) || !after.unit().equals(before.unit())) {
            return held(before, time, SUB_NORMAL, before.kind());
        }
        boolean broken = rows.last().isBad() || rows.next().isBad()
                || gaps.stream().anyMatch(gap -> gap.from() < after.time() && gap.to() > before.time());
        double share = (double) (time - before.time()) / (after.time() - before.time());
        double value = before.number() + (after.number() - before.number()) * share;
        int quality = after.severity() > before.severity() ? after.quality() : before.quality();
        return new Row(time, before.received(), before.offset(), broken ? SUB_NORMAL : quality, ValueKind.DOUBLE,
                Double.doubleToRawLongBits(value), null, before.unit());
    }

    /** States have nothing between them. */
    private static boolean isAnalogue(Row row) {
        return row.isNumber() && row.kind() != ValueKind.BOOLEAN;
    }

    private static Row held(Row row, long time, int quality, ValueKind kind) {
        boolean empty = kind == ValueKind.NONE;
        return new Row(time, row.received(), row.offset(), quality, kind, empty ? 0 : row.bits(), empty ? null : row.text(), row.unit());
    }
}
