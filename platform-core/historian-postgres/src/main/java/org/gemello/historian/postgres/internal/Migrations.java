package org.gemello.historian.postgres.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Brings the schema up to date: numbered files, each run once and in one transaction with its number. A file that was released is never
 * changed; what is new comes in a new one.
 */
final class Migrations {
    private static final List<String> FILES = List.of("001-history.sql", "002-sums.sql");
    /** Of two platforms that start at once one waits for the other; the number is arbitrary. */
    private static final long LOCK = 4_702_111_234_474_983_745L;
    private final Connection connection;
    private final String schema;

    Migrations(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** @throws SQLException also where the schema is newer than this platform; nothing is changed then */
    void run() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            if (isEmpty(statement, "SELECT 1 FROM pg_namespace WHERE nspname = '" + schema + "'")) {
                statement.execute("CREATE SCHEMA " + schema);
            }
            if (isEmpty(statement, "SELECT 1 FROM pg_tables WHERE schemaname = '" + schema + "' AND tablename = 'migrations'")) {
                statement.execute("CREATE TABLE " + schema
                        + ".migrations (number integer PRIMARY KEY, name text NOT NULL, applied timestamptz NOT NULL DEFAULT now())");
            }
            int done = done(statement);
            if (done > FILES.size()) {
                throw new SQLException("the schema " + schema + " has version " + done + ", this platform knows up to " + FILES.size()
                        + "; run a newer platform, or name another schema", "0A000");
            }
            for (int number = done + 1; number <= FILES.size(); number++) {
                apply(statement, number);
            }
            connection.commit();
        }
    }

    private static int done(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT coalesce(max(number), 0) FROM migrations")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void apply(Statement statement, int number) throws SQLException {
        String name = FILES.get(number - 1);
        boolean hypertables = !isEmpty(statement, "SELECT 1 FROM pg_extension WHERE extname = 'timescaledb'");
        statement.execute(text(name).replace("${partitioned}", hypertables ? "" : "PARTITION BY RANGE (time)"));
        statement.execute("INSERT INTO migrations (number, name) VALUES (" + number + ", '" + name + "')");
    }

    private static boolean isEmpty(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private static String text(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream("migrations/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("migration " + name + " cannot be read", e);
        }
    }
}
