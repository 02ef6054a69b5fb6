package org.gemello.historian.postgres.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gemello.history.Interval;
import org.gemello.history.Row;
import org.gemello.history.Summary;

/**
 * The values of a point in a long time, most of them known by the sums of whole buckets. A bucket is read row by row where its sums cannot
 * stand for the rows: at the ends of what is asked for, where something came that is not summed up yet, where texts are among them,
 * or where the asker says so. Where the rows are gone by retention the sums stand for them as well as they can.
 */
final class SummedSeries {
    private static final int FETCH = 2_000;
    private final Connection connection;
    private final Series series;
    private final Interval interval;
    private final Resolution resolution;
    private final long expired;
    private final TreeSet<Long> raw = new TreeSet<>();
    private long rawFrom = Long.MIN_VALUE;
    private long rawTo = Long.MIN_VALUE;

    /** @param expired what begins before may have lost its samples */
    SummedSeries(Connection connection, Series series, Interval interval, Resolution resolution, long expired) throws SQLException {
        this.connection = connection;
        this.series = series;
        this.interval = interval;
        this.resolution = resolution;
        this.expired = expired;
        raw.add(resolution.start(interval.from()));
        raw.add(resolution.start(interval.to() - 1));
        raw.removeIf(this::isInside);
        try (PreparedStatement query = prepare("SELECT DISTINCT time FROM unsummed WHERE point = ? AND time >= ? AND time < ?");
             ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                raw.add(resolution.start(rows.getLong(1)));
            }
        }
    }

    private PreparedStatement prepare(String query) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        statement.setInt(1, series.id());
        statement.setLong(2, Resolution.HOUR.start(interval.from())); // what marks an hour stands at its begin
        statement.setLong(3, interval.to());
        return statement;
    }

    private boolean isInside(long start) {
        return start >= interval.from() && start + resolution.nanos() <= interval.to();
    }

    /** Rows that are summed up, about. */
    long count() throws SQLException {
        try (PreparedStatement query = prepare("SELECT coalesce(sum(count), 0) FROM " + resolution.table()
                + " WHERE point = ? AND time >= ? AND time < ?"); ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /**
     * Gives rows and summaries in the order of time, in bounded memory.
     *
     * @param needsRows true for a summary where the rows themselves are needed
     */
    void give(Predicate<Summary> needsRows, Consumer<Row> rowTaker, Consumer<Summary> summaryTaker) throws SQLException {
        try (PreparedStatement query = prepare("SELECT " + SumRow.COLUMNS + " FROM " + resolution.table()
                + " WHERE point = ? AND time >= ? AND time < ? ORDER BY time")) {
            query.setFetchSize(FETCH);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    SumRow sum = SumRow.read(rows);
                    if (sum.start() + resolution.nanos() > interval.from()) {
                        give(sum, needsRows, rowTaker, summaryTaker);
                    }
                }
            }
        }
        while (!raw.isEmpty()) {
            extend(raw.pollFirst(), rowTaker);
        }
        flush(rowTaker);
    }

    private void give(SumRow sum, Predicate<Summary> needsRows, Consumer<Row> rowTaker, Consumer<Summary> summaryTaker)
            throws SQLException {
        while (!raw.isEmpty() && raw.first() < sum.start()) {
            extend(raw.pollFirst(), rowTaker);
        }
        boolean marked = raw.remove(sum.start());
        boolean known = sum.whole() && isInside(sum.start());
        if (known && (sum.start() < expired || !marked && !needsRows.test(sum.summary()))) {
            flush(rowTaker);
            summaryTaker.accept(sum.summary());
        } else if (sum.whole() && sum.start() < expired) {
            flush(rowTaker);
            Summary summary = sum.summary();
            Stream.of(summary.first(), summary.lowest(), summary.highest(), summary.last()).filter(Objects::nonNull).distinct()
                    .filter(row -> interval.contains(row.time())).sorted(Row.ORDER).forEach(rowTaker);
        } else {
            extend(sum.start(), rowTaker);
        }
    }

    /** Neighbouring buckets are read together. */
    private void extend(long start, Consumer<Row> taker) throws SQLException {
        if (start != rawTo) {
            flush(taker);
            rawFrom = start;
        }
        rawTo = start + resolution.nanos();
    }

    private void flush(Consumer<Row> taker) throws SQLException {
        long from = Math.max(rawFrom, interval.from());
        long to = Math.min(rawTo, interval.to());
        rawFrom = Long.MIN_VALUE;
        rawTo = Long.MIN_VALUE;
        if (from < to) {
            series.scan(new Interval(from, to), taker);
        }
    }
}
