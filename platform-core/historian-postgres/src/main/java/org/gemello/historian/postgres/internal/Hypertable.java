package org.gemello.historian.postgres.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongConsumer;
import org.gemello.api.Times;

/**
 * A table that TimescaleDB cuts into chunks, because the extension was in the database when the schema was made. Chunks that get no more
 * rows in the usual way are compressed by column; late rows can still come to them.
 */
final class Hypertable implements TimePartitions {
    private static final int COMPRESSED_AFTER = 2;
    private final Connection connection;
    private final String table;
    private final int days;

    Hypertable(Connection connection, String table, int days) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.days = days;
        try (Statement statement = connection.createStatement()) {
            boolean made;
            try (ResultSet rows = statement.executeQuery("SELECT 1 FROM timescaledb_information.hypertables"
                    + " WHERE hypertable_schema = current_schema() AND hypertable_name = '" + table + "'")) {
                made = rows.next();
            }
            if (!made) {
                statement.execute("SELECT create_hypertable('" + table + "', 'time', chunk_time_interval => " + days * DAY + ")");
                statement.execute("ALTER TABLE " + table + " SET (timescaledb.compress, timescaledb.compress_segmentby = 'point',"
                        + " timescaledb.compress_orderby = 'time, log_offset')");
            }
        }
        connection.commit();
    }

    @Override
    public LongConsumer times() {
        return time -> { };
    }

    @Override
    public void prepare() {
        // the extension makes a chunk when the first row of it comes
    }

    @Override
    public void drop(long before) throws SQLException {
        run("SELECT drop_chunks('" + table + "', older_than => ?)", before);
        run("SELECT compress_chunk(chunk, true) FROM show_chunks('" + table + "', older_than => ?) AS chunk",
                Times.now() - COMPRESSED_AFTER * days * DAY);
    }

    private void run(String query, long time) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, time);
            statement.execute();
        }
        connection.commit();
    }
}
