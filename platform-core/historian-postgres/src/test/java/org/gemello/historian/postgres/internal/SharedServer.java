package org.gemello.historian.postgres.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gemello.historian.postgres.internal.PostgresSettings.Limits;
import org.gemello.historian.postgres.internal.PostgresSettings.Retention;
import org.gemello.testkit.health.MemoryAlarms;
import org.gemello.testkit.postgres.PostgresServer;

/** One server for all tests of the module; each test has a schema of its own. */
final class SharedServer {
    static final Limits QUICK = new Limits(5_000, Duration.ofMillis(20), Duration.ofSeconds(30), Duration.ofSeconds(5),
            Duration.ofMillis(20), Duration.ofMillis(200), 3, Duration.ofMillis(50));
    static final Retention FOR_EVER = new Retention(Duration.ofDays(1_000_000), Duration.ofDays(1_000_000),
            Duration.ofDays(1_000_000));
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final Path PASSWORD = passwordFile();
    private static PostgresServer server;

    private SharedServer() {
    }

    private static Path passwordFile() {
        try {
            Path file = Files.createTempFile("gemello", "password");
            file.toFile().deleteOnExit();
            return Files.writeString(file, PostgresServer.PASSWORD + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A power cut is not what these tests are about, so it does not force its disk. */
    static synchronized PostgresServer get() {
        if (server == null) {
            server = PostgresServer.launch("fsync=off");
        }
        return server;
    }

    static String freshSchema() {
        return "history_" + SCHEMAS.incrementAndGet();
    }

    static PostgresSettings settings(String schema) {
        return settings(get().url(), schema, QUICK, FOR_EVER);
    }

    static PostgresSettings settings(String url, String schema, Limits limits, Retention retention) {
        return new PostgresSettings(url, "gemello", Optional.of(PASSWORD), false, Optional.empty(), schema, limits, retention);
    }

    static PostgresSettings withRetention(String schema, Retention retention) {
        return settings(get().url(), schema, QUICK, retention);
    }

    static PostgresHistory open(PostgresSettings settings) {
        return new PostgresHistory(settings, new MemoryAlarms(), offset -> { }, () -> Long.MAX_VALUE);
    }

    /** A connection of the plain user, in the schema. */
    private static Connection connect(PostgresServer server, String schema) throws SQLException {
        Connection connection = DriverManager.getConnection(server.url(), "gemello", PostgresServer.PASSWORD);
        connection.setSchema(schema);
        return connection;
    }

    static void execute(String schema, String... statements) throws SQLException {
        try (Connection connection = connect(get(), schema); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of the first row. */
    static String ask(String schema, String query) throws SQLException {
        return ask(get(), schema, query);
    }

    static String ask(PostgresServer server, String schema, String query) throws SQLException {
        try (Connection connection = connect(server, schema); Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
