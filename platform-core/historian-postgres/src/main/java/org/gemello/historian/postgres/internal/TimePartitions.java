package org.gemello.historian.postgres.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongConsumer;

/** How a table is cut by time, so that what is old goes at once. Belongs to the connection of the writer. */
interface TimePartitions {
    long DAY = 86_400_000_000_000L;

    /**
     * The way this table is cut in this database.
     *
     * @param days    length of a part
     * @param kept how long what it holds is kept
     */
    static TimePartitions of(Connection connection, String table, int days, java.time.Duration kept) throws SQLException {
        try (Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery("SELECT relkind = 'p' FROM pg_class WHERE oid = '" + table + "'::regclass")) {
            rows.next();
            return rows.getBoolean(1) ? new NativePartitions(connection, table, days, kept) : new Hypertable(connection, table, days);
        }
    }

    /** Collects the times of rows that are about to come. */
    LongConsumer times();

    /** Makes what the collected times and the near future need; commits. Where that cannot be done now, rows can come all the same. */
    void prepare() throws SQLException;

    /** Removes what is before the time, nanoseconds since the epoch; commits. */
    void drop(long before) throws SQLException;
}
