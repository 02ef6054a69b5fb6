package org.gemello.historian.postgres.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.gemello.api.PointId;
import org.gemello.api.Times;
import org.gemello.api.TwinId;
import org.gemello.history.Row;

/** Finds the newest values of many points in few statements. Most are of today: these are looked for in today's partitions only. */
final class LastQuery {
    private static final long RECENT = TimePartitions.DAY;
    private final Connection connection;

    LastQuery(Connection connection) {
        this.connection = connection;
    }

    Map<PointId, Row> newest(Collection<PointId> points) throws SQLException {
        Map<Integer, Series> series = find(points);
        Map<PointId, Row> found = new HashMap<>();
        originals(series, Times.now() - RECENT, found);
        Map<Integer, Series> older = new HashMap<>(series);
        older.values().removeIf(one -> found.containsKey(one.point()));
        originals(older, Long.MIN_VALUE, found);
        for (int id : corrected(series)) {
            Series one = series.get(id);
            found.put(one.point(), one.neighbours().last(Long.MAX_VALUE));
        }
        return found;
    }

    private Map<Integer, Series> find(Collection<PointId> points) throws SQLException {
        Map<Integer, Series> found = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT id, twin, name, unit FROM points WHERE sampled"
                + " AND (twin, name) IN (SELECT * FROM unnest(?, ?))")) {
            query.setArray(1, connection.createArrayOf("text", points.stream().map(point -> point.twin().value()).toArray()));
            query.setArray(2, connection.createArrayOf("text", points.stream().map(PointId::name).toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    PointId point = new PointId(new TwinId(rows.getString(2)), rows.getString(3));
                    found.put(rows.getInt(1), new Series(connection, point, rows.getInt(1), rows.getString(4)));
                }
            }
        }
        return found;
    }

    private void originals(Map<Integer, Series> series, long since, Map<PointId, Row> found) throws SQLException {
        if (series.isEmpty()) {
            return;
        }
        try (PreparedStatement query = connection.prepareStatement("SELECT s.* FROM unnest(?) AS p (id) CROSS JOIN LATERAL (SELECT "
                + Series.COLUMNS + ", point FROM samples WHERE point = p.id AND time >= ? ORDER BY time DESC, log_offset DESC LIMIT 1) s")) {
            query.setArray(1, connection.createArrayOf("int4", series.keySet().toArray()));
            query.setLong(2, since);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Series one = series.get(rows.getInt(11));
                    found.put(one.point(), Series.row(rows, one.unit()));
                }
            }
        }
    }

    private Collection<Integer> corrected(Map<Integer, Series> series) throws SQLException {
        Collection<Integer> ids = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT DISTINCT point FROM corrections WHERE point = ANY (?)")) {
            query.setArray(1, connection.createArrayOf("int4", series.keySet().toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getInt(1));
                }
            }
        }
        return ids;
    }
}
