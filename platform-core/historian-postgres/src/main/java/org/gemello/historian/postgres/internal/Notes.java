package org.gemello.historian.postgres.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.PointId;
import org.gemello.api.Times;
import org.gemello.api.TwinId;
import org.gemello.api.history.Annotation;
import org.gemello.history.Interval;

/** Finds the notes of a twin. */
final class Notes {
    private Notes() {
    }

    static List<Annotation> of(Connection connection, TwinId twin, Interval interval) throws SQLException {
        List<Annotation> notes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT id, point, start, until, text, author, said FROM annotations"
                + " WHERE twin = ? AND until >= ? AND start < ? ORDER BY start, log_offset")) {
            query.setString(1, twin.value());
            query.setLong(2, interval.from());
            query.setLong(3, interval.to());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String point = rows.getString(2);
                    notes.add(new Annotation(rows.getString(1), twin, point == null ? null : new PointId(twin, point),
                            Times.instant(rows.getLong(3)), Times.instant(rows.getLong(4)), rows.getString(5), rows.getString(6),
                            Times.instant(rows.getLong(7))));
                }
            }
        }
        return notes;
    }
}
