package org.gemello.historian.postgres.internal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.TwinId;

/** The numbers under which points are in the database. Belongs to one connection; after an error it may know too much and is thrown away. */
final class PointIds {
    private final Connection connection;
    private final Map<PointId, Known> known = new HashMap<>();
    private final Map<Integer, String> units = new HashMap<>();
    private final Set<PointId> sampled = new TreeSet<>();
    /** By handle of {@link #table}: a row of the hot path costs no hash. */
    private Known[] byHandle = new Known[0];
    private PointTable table;

    /** A point as it is in the database; its unit is that of its first definition. */
    record Known(int id, String unit) {
    }

    PointIds(Connection connection) throws SQLException {
        this.connection = connection;
        try (PreparedStatement query = connection.prepareStatement("SELECT id, twin, name, unit, sampled FROM points");
             ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                PointId point = new PointId(new TwinId(rows.getString(2)), rows.getString(3));
                know(point, rows.getInt(1), rows.getString(4));
                if (rows.getBoolean(5)) {
                    sampled.add(point);
                }
            }
        }
    }

    private void know(PointId point, int id, String unit) {
        known.put(point, new Known(id, unit));
        units.put(id, unit);
    }

    /** Unit of a point that the database knows. */
    String unit(int id) {
        return units.get(id);
    }

    /** Makes room for the handles of this table. */
    void use(PointTable points) {
        if (points != table) {
            table = points;
            byHandle = new Known[0];
        }
        if (byHandle.length < points.size()) {
            byHandle = Arrays.copyOf(byHandle, points.size());
        }
    }

    /** The point of a handle of the table in use; null where the database does not know it yet. */
    Known find(int handle) {
        Known point = byHandle[handle];
        if (point == null) {
            point = known.get(table.id(handle));
            byHandle[handle] = point;
        }
        return point;
    }

    Known get(PointId point) {
        return known.get(point);
    }

    /** Writes those down that are new. */
    void add(Collection<PointDefinition> definitions) throws SQLException {
        Map<PointId, String> fresh = new HashMap<>();
        for (PointDefinition definition : definitions) {
            if (!known.containsKey(definition.id())) {
                fresh.putIfAbsent(definition.id(), SqlText.readable(definition.unit()));
            }
        }
        if (fresh.isEmpty()) {
            return;
        }
        List<PointId> points = new ArrayList<>(new TreeSet<>(fresh.keySet()));
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO points (twin, name, unit)"
                + " SELECT * FROM unnest(?, ?, ?) RETURNING id, twin, name")) {
            insert.setArray(1, texts(points.stream().map(point -> point.twin().value()).toArray()));
            insert.setArray(2, texts(points.stream().map(PointId::name).toArray()));
            insert.setArray(3, texts(points.stream().map(fresh::get).toArray()));
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    PointId point = new PointId(new TwinId(rows.getString(2)), rows.getString(3));
                    know(point, rows.getInt(1), fresh.get(point));
                }
            }
        }
    }

    private Array texts(Object[] values) throws SQLException {
        return connection.createArrayOf("text", values);
    }

    /** These have values from now on. */
    void markSampled(Collection<PointId> points) throws SQLException {
        Set<PointId> fresh = new TreeSet<>(points);
        fresh.removeAll(sampled);
        if (fresh.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement("UPDATE points SET sampled = true WHERE id = ANY (?)")) {
            update.setArray(1, connection.createArrayOf("int4", fresh.stream().map(point -> known.get(point).id()).toArray()));
            update.executeUpdate();
        }
        sampled.addAll(fresh);
    }
}
