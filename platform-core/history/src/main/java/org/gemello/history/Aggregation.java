package org.gemello.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gemello.api.PointId;
import org.gemello.api.Times;
import org.gemello.api.history.Aggregate;

/**
 * Makes aggregates of consecutive intervals out of sorted rows, or of summaries of rows where none crosses the end of an interval.
 * In a gap nothing holds; after it the value before holds again until the next row, which nearly always stands at the end of the gap.
 */
public final class Aggregation implements Consumer<Row> {
    private final PointId point;
    private final long to;
    private final long length;
    private final List<GapRow> gaps;
    private final List<Aggregate> done = new ArrayList<>();
    private int gap;
    private long start;
    private long end;
    private long clock;
    private Row holding;
    private Summary summary = new Summary();

    /**
     * For an interval in parts.
     *
     * @param length of a part, as {@link Interval#part} gives it
     * @param before the last row before the interval, null where there is none
     * @param gaps   those that touch the interval, see {@link Gaps#narrowed}
     */
    public Aggregation(PointId point, Interval interval, long length, Row before, List<GapRow> gaps) {
        this.point = point;
        this.to = interval.to();
        this.length = length;
        this.gaps = Gaps.joined(gaps);
        this.holding = before;
        begin(interval.from());
    }

    private void begin(long at) {
        start = at;
        clock = at;
        end = Long.compareUnsigned(to - at, length) <= 0 ? to : at + length;
    }

    @Override
    public void accept(Row row) {
        advance(row.time());
        summary.count(row);
        holding = row;
    }

    /** Takes rows that are known by their summary only; none of them lies in a gap. */
    public void accept(Summary rows) {
        advance(rows.first().time());
        summary.merge(rows);
        clock = Math.max(clock, rows.last().time());
        holding = rows.last();
    }

    private void advance(long time) {
        while (time >= end) {
            close();
        }
        hold(time);
    }

    private void close() {
        hold(end);
        done.add(aggregate());
        summary = new Summary();
        begin(end);
    }

    /** From the clock to the time the row holds, but in no gap. */
    private void hold(long time) {
        while (clock < time) {
            while (gap < gaps.size() && gaps.get(gap).to() <= clock) {
                gap++;
            }
            GapRow next = gap < gaps.size() ? gaps.get(gap) : null;
            if (next == null || next.from() >= time) {
                step(holding, time);
            } else if (next.from() > clock) {
                step(holding, next.from());
            } else {
                step(null, Math.min(next.to(), time));
            }
        }
    }

    private void step(Row row, long time) {
        summary.hold(row, time - clock);
        clock = time;
    }

    private Aggregate aggregate() {
        double all = (double) end - start;
        return new Aggregate(Times.instant(start), Duration.between(Times.instant(start), Times.instant(end)),
                summary.count(), number(summary.lowest()),
                number(summary.highest()), summary.mean(), summary.timeWeighted(), summary.deviation(),
                summary.first() == null ? null : summary.first().sample(point),
                summary.last() == null ? null : summary.last().sample(point),
                summary.nanos(0) / all, summary.nanos(1) / all, summary.nanos(2) / all);
    }

    private static double number(Row row) {
        return row == null ? Double.NaN : row.number();
    }

    /** Nothing more comes. */
    public List<Aggregate> end() {
        while (start < to) {
            close();
        }
        return done;
    }
}
