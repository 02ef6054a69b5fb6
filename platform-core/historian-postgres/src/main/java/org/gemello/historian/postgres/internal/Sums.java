package org.gemello.historian.postgres.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.history.Interval;

/**
 * Sums up minutes that are over, and hours out of minutes. Whatever touches a bucket later, a late sample or a correction, marks it again,
 * and it is summed up again from its samples. Belongs to the writer, so nothing changes meanwhile.
 */
final class Sums {
    /** Buckets in one transaction. */
    private static final int PORTION = 5_000;
    private final Connection connection;
    private final PointIds points;
    private final Unsummed unsummed;
    private final Map<Resolution, TimePartitions> partitions = new EnumMap<>(Resolution.class);

    /** A bucket of a point. */
    private record Bucket(int point, long start) {
    }

    Sums(Connection connection, PointIds points, Unsummed unsummed, PostgresSettings.Retention retention) throws SQLException {
        this.connection = connection;
        this.points = points;
        this.unsummed = unsummed;
        partitions.put(Resolution.MINUTE, TimePartitions.of(connection, Resolution.MINUTE.table(), 30, retention.minutes()));
        partitions.put(Resolution.HOUR, TimePartitions.of(connection, Resolution.HOUR.table(), 365, retention.hours()));
    }

    /**
     * Sums up some of what is marked; commits.
     *
     * @param over    buckets that end at or before this time, nanoseconds since the epoch, are over
     * @param samples what begins before has lost its samples to retention: its sums of minutes stay as they are
     * @param minutes the same of hours
     * @return true where more is left to do
     */
    boolean run(long over, long samples, long minutes) throws SQLException {
        boolean more = false;
        for (Resolution resolution : Resolution.values()) {
            Set<Bucket> marked = marked(resolution, over);
            more |= marked.size() == PORTION;
            if (!marked.isEmpty()) {
                Map<Bucket, SumRow> sums = resolution == Resolution.MINUTE ? minutes(marked) : hours(marked);
                long kept = resolution == Resolution.MINUTE ? samples : minutes;
                sums.keySet().removeIf(bucket -> bucket.start() < kept);
                sums.keySet().forEach(bucket -> partitions.get(resolution).times().accept(bucket.start()));
                partitions.get(resolution).prepare();
                replace(resolution, marked, sums, kept);
                connection.commit();
            }
        }
        return more;
    }

    /** Removes what is past its retention. */
    void drop(long minutes, long hours) throws SQLException {
        partitions.get(Resolution.MINUTE).drop(minutes);
        partitions.get(Resolution.HOUR).drop(hours);
    }

    private Set<Bucket> marked(Resolution resolution, long over) throws SQLException {
        Set<Bucket> marked = new LinkedHashSet<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT DISTINCT point, time FROM unsummed WHERE hour = ? AND time <= ?"
                + " ORDER BY point, time LIMIT " + PORTION)) {
            query.setBoolean(1, resolution == Resolution.HOUR);
            query.setLong(2, over - resolution.nanos());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    marked.add(new Bucket(rows.getInt(1), rows.getLong(2)));
                    unsummed.forget(rows.getInt(1), rows.getLong(2));
                }
            }
        }
        return marked;
    }

    /** Out of the samples as they came; a bucket with corrections is read once more, corrected. */
    private Map<Bucket, SumRow> minutes(Set<Bucket> marked) throws SQLException {
        Map<Bucket, SumRow.Builder> builders = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT " + Series.COLUMNS + ", point FROM unnest(?, ?) AS b (id, start)"
                + " JOIN LATERAL (SELECT * FROM samples WHERE point = b.id AND time >= b.start AND time < b.start + "
                + Resolution.MINUTE.nanos() + " ORDER BY time, log_offset) s ON true")) {
            query.setFetchSize(PORTION);
            bind(query, marked);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    int point = rows.getInt(11);
                    Bucket bucket = new Bucket(point, Resolution.MINUTE.start(rows.getLong(1)));
                    builders.computeIfAbsent(bucket, any -> new SumRow.Builder()).add(Series.row(rows, points.unit(point)));
                }
            }
        }
        for (Map.Entry<Bucket, Series> corrected : corrected(marked).entrySet()) {
            SumRow.Builder builder = new SumRow.Builder();
            long start = corrected.getKey().start();
            corrected.getValue().scan(new Interval(start, start + Resolution.MINUTE.nanos()), builder::add);
            builders.put(corrected.getKey(), builder);
        }
        return built(builders);
    }

    private Map<Bucket, Series> corrected(Set<Bucket> marked) throws SQLException {
        Map<Bucket, Series> corrected = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT DISTINCT b.id, b.start, twin, name, p.unit FROM unnest(?, ?) AS b (id, start)"
                + " JOIN corrections c ON c.point = b.id AND c.time >= b.start AND c.time < b.start + " + Resolution.MINUTE.nanos()
                + " JOIN points p ON p.id = b.id")) {
            bind(query, marked);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    corrected.put(new Bucket(rows.getInt(1), rows.getLong(2)), new Series(connection,
                            new PointId(new TwinId(rows.getString(3)), rows.getString(4)), rows.getInt(1), rows.getString(5)));
                }
            }
        }
        return corrected;
    }

    /** Out of minutes. */
    private Map<Bucket, SumRow> hours(Set<Bucket> marked) throws SQLException {
        Map<Bucket, SumRow.Builder> builders = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT " + SumRow.COLUMNS + " FROM unnest(?, ?) AS b (id, start)"
                + " JOIN LATERAL (SELECT * FROM minutes WHERE point = b.id AND time >= b.start AND time < b.start + " + Resolution.HOUR.nanos()
                + " ORDER BY time) s ON true")) {
            query.setFetchSize(PORTION);
            bind(query, marked);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Bucket bucket = new Bucket(rows.getInt(13), Resolution.HOUR.start(rows.getLong(1)));
                    builders.computeIfAbsent(bucket, any -> new SumRow.Builder()).add(SumRow.read(rows));
                }
            }
        }
        return built(builders);
    }

    private static Map<Bucket, SumRow> built(Map<Bucket, SumRow.Builder> builders) {
        Map<Bucket, SumRow> sums = new LinkedHashMap<>();
        builders.forEach((bucket, builder) -> sums.put(bucket, builder.build(bucket.start())));
        return sums;
    }

    private void replace(Resolution resolution, Set<Bucket> marked, Map<Bucket, SumRow> sums, long kept) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + resolution.table()
                + " USING unnest(?, ?) AS b (id, start) WHERE point = b.id AND time = b.start AND time >= " + kept)) {
            bind(delete, marked);
            delete.executeUpdate();
        }
        BinaryCopy copy = new BinaryCopy(connection, resolution.table() + " (" + SumRow.COLUMNS + ")", SumRow.COLUMN_COUNT);
        for (Map.Entry<Bucket, SumRow> sum : sums.entrySet()) {
            sum.getValue().write(copy, sum.getKey().point());
        }
        copy.end();
        try (PreparedStatement done = connection.prepareStatement("DELETE FROM unsummed USING unnest(?, ?) AS b (id, start)"
                + " WHERE point = b.id AND time = b.start AND hour = " + (resolution == Resolution.HOUR))) {
            bind(done, marked);
            done.executeUpdate();
        }
        if (resolution == Resolution.MINUTE) {
            markHours(marked);
        }
    }

    private void markHours(Set<Bucket> minutes) throws SQLException {
        Set<Bucket> hours = new LinkedHashSet<>();
        minutes.forEach(minute -> hours.add(new Bucket(minute.point(), Resolution.HOUR.start(minute.start()))));
        try (PreparedStatement mark = connection.prepareStatement("INSERT INTO unsummed (point, time, hour) SELECT id, start, true"
                + " FROM unnest(?, ?) AS b (id, start)")) {
            bind(mark, hours);
            mark.executeUpdate();
        }
    }

    private void bind(PreparedStatement statement, Set<Bucket> buckets) throws SQLException {
        statement.setArray(1, connection.createArrayOf("int4", buckets.stream().map(Bucket::point).toArray()));
        statement.setArray(2, connection.createArrayOf("int8", buckets.stream().map(Bucket::start).toArray()));
    }
}
