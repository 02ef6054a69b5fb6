package org.gemello.historian.postgres.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Times;
import org.gemello.api.TwinId;
import org.gemello.api.ValueKind;
import org.gemello.api.history.Correction;
import org.gemello.history.CorrectionRow;
import org.gemello.history.GapRow;
import org.gemello.history.Gaps;
import org.gemello.history.Interval;
import org.gemello.history.Overlay;
import org.gemello.history.Row;

/** What the database has of one point, within one question. */
final class Series {
    /** Columns of a sample, in the order in which {@link #row} reads them. */
    static final String COLUMNS = "time, received, log_offset, quality, kind, number, whole, text, raw, unit";
    private static final int FETCH = 5_000;
    private final Connection connection;
    private final PointId point;
    private final int id;
    private final String unit;

    Series(Connection connection, PointId point, int id, String unit) {
        this.connection = connection;
        this.point = point;
        this.id = id;
        this.unit = unit;
    }

    /** Empty where the point is not known. */
    static Optional<Series> find(Connection connection, PointId point) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT id, unit FROM points WHERE twin = ? AND name = ?")) {
            query.setString(1, point.twin().value());
            query.setString(2, point.name());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(new Series(connection, point, rows.getInt(1), rows.getString(2))) : Optional.empty();
            }
        }
    }

    /** All points of a twin that have values. */
    static List<Series> of(Connection connection, TwinId twin) throws SQLException {
        List<Series> all = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT id, name, unit FROM points WHERE twin = ? AND sampled")) {
            query.setString(1, twin.value());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    all.add(new Series(connection, new PointId(twin, rows.getString(2)), rows.getInt(1), rows.getString(3)));
                }
            }
        }
        return all;
    }

    PointId point() {
        return point;
    }

    int id() {
        return id;
    }

    String unit() {
        return unit;
    }

    /** Gives what holds in the interval, corrected, in order; in bounded memory. */
    void scan(Interval interval, Consumer<Row> taker) throws SQLException {
        Overlay overlay = new Overlay(corrections(interval), taker);
        originals(interval, overlay);
        overlay.end();
    }

    /** Gives the samples of the interval as they came. */
    void originals(Interval interval, Consumer<Row> taker) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT " + COLUMNS + " FROM samples"
                + " WHERE point = ? AND time >= ? AND time < ? ORDER BY time, log_offset")) {
            query.setFetchSize(FETCH);
            query.setInt(1, id);
            query.setLong(2, interval.from());
            query.setLong(3, interval.to());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    taker.accept(row(rows, unit));
                }
            }
        }
    }

    static Row row(ResultSet rows, String unit) throws SQLException {
        ValueKind kind = ValueKind.of(rows.getShort(5));
        String own = rows.getString(10);
        return new Row(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getInt(4), kind, bits(rows, kind), text(rows, kind),
                own == null ? unit : own);
    }

    private static long bits(ResultSet rows, ValueKind kind) throws SQLException {
        return switch (kind) {
            case DOUBLE -> Double.doubleToRawLongBits(rows.getDouble(6));
            case LONG, BOOLEAN -> rows.getLong(7);
            case NONE, TEXT -> 0;
        };
    }

    private static String text(ResultSet rows, ValueKind kind) throws SQLException {
        if (kind != ValueKind.TEXT) {
            return null;
        }
        String text = rows.getString(8);
        return text == null ? SqlText.ofRaw(rows.getBytes(9)) : text;
    }

    /** The corrections that hold in the interval, by time. */
    NavigableMap<Long, CorrectionRow> corrections(Interval interval) throws SQLException {
        NavigableMap<Long, CorrectionRow> corrections = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT DISTINCT ON (time) time, said, log_offset, quality, kind, number,"
                + " whole, text, raw, unit, author, reason FROM corrections WHERE point = ? AND time >= ? AND time < ?"
                + " ORDER BY time, log_offset DESC")) {
            query.setInt(1, id);
            query.setLong(2, interval.from());
            query.setLong(3, interval.to());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Row row = row(rows, unit);
                    corrections.put(row.time(), new CorrectionRow(row.offset(), new Correction(new PointDefinition(point, row.unit()),
                            Times.instant(row.time()), row.value(), new Quality(row.quality()), rows.getString(11), rows.getString(12),
                            Times.instant(row.received()))));
                }
            }
        }
        return corrections;
    }

    /** What remains of the gaps that touch the interval. */
    List<GapRow> gaps(Interval interval) throws SQLException {
        List<GapRow> gaps = gaps("reason <> '' AND until >= ? AND start < ?", interval.from(), interval.to());
        if (gaps.isEmpty()) {
            return gaps;
        }
        // a backfill outside of the interval may narrow a gap that reaches into it
        long first = gaps.stream().mapToLong(GapRow::from).min().orElseThrow();
        long last = gaps.stream().mapToLong(GapRow::to).max().orElseThrow();
        gaps.addAll(gaps("reason = '' AND until >= ? AND start <= ?", first, last));
        return Gaps.narrowed(gaps).stream().filter(gap -> gap.touches(interval.from(), interval.to())).toList();
    }

    private List<GapRow> gaps(String condition, long from, long to) throws SQLException {
        List<GapRow> gaps = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT start, until, log_offset, unit, reason FROM gaps"
                + " WHERE point = ? AND " + condition)) {
            query.setInt(1, id);
            query.setLong(2, from);
            query.setLong(3, to);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    gaps.add(new GapRow(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getString(4), rows.getString(5)));
                }
            }
        }
        return gaps;
    }

    Neighbours neighbours() throws SQLException {
        return new Neighbours(connection, id, unit, corrections(new Interval(Long.MIN_VALUE, Long.MAX_VALUE)));
    }
}
