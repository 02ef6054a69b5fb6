package org.gemello.historian.postgres.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.NavigableMap;
import java.util.function.Predicate;
import org.gemello.history.CorrectionRow;
import org.gemello.history.Interpolator.Around;
import org.gemello.history.Row;

/** The rows before and after a time, corrected. Looks near the time first: then only one or two partitions are opened. */
final class Neighbours {
    private static final int FETCH = 16;
    private static final long NEAR = TimePartitions.DAY;
    private final Connection connection;
    private final int id;
    private final String unit;
    private final NavigableMap<Long, CorrectionRow> corrections;

    /** Which rows are looked for. */
    private enum Wanted {
        ANY("", row -> true),
        /** A quality that is not bad does not have the sign bit. */
        USABLE(" AND quality >= 0", row -> !row.isBad());

        private final String condition;
        private final Predicate<Row> test;

        Wanted(String condition, Predicate<Row> test) {
            this.condition = condition;
            this.test = test;
        }
    }

    Neighbours(Connection connection, int id, String unit, NavigableMap<Long, CorrectionRow> corrections) {
        this.connection = connection;
        this.id = id;
        this.unit = unit;
        this.corrections = corrections;
    }

    /** All four. */
    Around around(long time) throws SQLException {
        Row last = before(time, Wanted.ANY);
        Row next = after(time, Wanted.ANY);
        return new Around(last, last == null || last.isBad() ? before(time, Wanted.USABLE) : last, next,
                next == null || next.isBad() ? after(time, Wanted.USABLE) : next);
    }

    /** Enough for a stepped value. */
    Around before(long time) throws SQLException {
        Row last = last(time);
        return new Around(last, last == null || last.isBad() ? before(time, Wanted.USABLE) : last, null, null);
    }

    /** The last row at or before the time; null where there is none. */
    Row last(long time) throws SQLException {
        return before(time, Wanted.ANY);
    }

    /** The last row before the time; null where there is none. */
    Row lastBefore(long time) throws SQLException {
        return time == Long.MIN_VALUE ? null : last(time - 1);
    }

    private Row before(long time, Wanted wanted) throws SQLException {
        long near = time < Long.MIN_VALUE + NEAR ? Long.MIN_VALUE : time - NEAR;
        Row original = first("time <= ? AND time >= ?", "DESC", time, near, wanted);
        if (original == null) {
            original = first("time <= ? AND time < ?", "DESC", time, near, wanted);
        }
        Row corrected = corrections.headMap(time, true).descendingMap().values().stream().map(CorrectionRow::row).filter(wanted.test)
                .findFirst().orElse(null);
        return original == null || corrected != null && corrected.time() > original.time() ? corrected : original;
    }

    private Row after(long time, Wanted wanted) throws SQLException {
        long near = time > Long.MAX_VALUE - NEAR ? Long.MAX_VALUE : time + NEAR;
        Row original = first("time > ? AND time <= ?", "ASC", time, near, wanted);
        if (original == null) {
            original = first("time > ? AND time > ?", "ASC", time, near, wanted);
        }
        Row corrected = corrections.tailMap(time, false).values().stream().map(CorrectionRow::row).filter(wanted.test)
                .findFirst().orElse(null);
        return original == null || corrected != null && corrected.time() < original.time() ? corrected : original;
    }

    /** The first sample in this order whose time is not corrected; null where there is none. */
    private Row first(String times, String order, long time, long near, Wanted wanted) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT " + Series.COLUMNS + " FROM samples WHERE point = ? AND " + times
                + wanted.condition + " ORDER BY time " + order + ", log_offset " + order)) {
            query.setFetchSize(FETCH);
            query.setInt(1, id);
            query.setLong(2, time);
            query.setLong(3, near);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    if (!corrections.containsKey(rows.getLong(1))) {
                        return Series.row(rows, unit);
                    }
                }
                return null;
            }
        }
    }
}
