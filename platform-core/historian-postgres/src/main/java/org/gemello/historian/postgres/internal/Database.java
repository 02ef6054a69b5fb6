package org.gemello.historian.postgres.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens connections that are set up alike: encrypted as told, with bounds on every wait, in the schema, values in binary. */
final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private final PostgresSettings settings;
    private final Driver driver = new Driver();

    Database(PostgresSettings settings) {
        this.settings = settings;
    }

    PostgresSettings settings() {
        return settings;
    }

    /** A new connection without auto-commit. */
    Connection connect() throws SQLException {
        Connection connection = driver.connect(settings.url(), properties());
        if (connection == null) {
            throw new SQLException("the driver does not know " + settings.url(), "08001");
        }
        try (Statement statement = connection.createStatement()) {
            long millis = settings.limits().statement().toMillis();
            // plans are made for the values at hand: only so the planner leaves out partitions
            statement.execute("SET search_path TO " + settings.schema() + ", public; SET TIME ZONE 'UTC'; SET statement_timeout = " + millis
                    + "; SET lock_timeout = " + Math.max(1, millis / 6) + "; SET plan_cache_mode = force_custom_plan");
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            close(connection);
            throw e;
        }
    }

    private Properties properties() throws SQLException {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, settings.user());
        try {
            PGProperty.PASSWORD.set(properties, settings.password());
        } catch (IOException e) {
            throw new SQLException("the password file cannot be read: " + e, "28000", e);
        }
        PGProperty.SSL_MODE.set(properties, settings.tls() ? "verify-full" : "disable");
        if (settings.caFile().isPresent()) {
            PGProperty.SSL_ROOT_CERT.set(properties, settings.caFile().get().toString());
        } else if (settings.tls()) {
            PGProperty.SSL_FACTORY.set(properties, "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        int connectSeconds = (int) Math.max(1, settings.limits().connect().toSeconds());
        PGProperty.CONNECT_TIMEOUT.set(properties, connectSeconds);
        PGProperty.LOGIN_TIMEOUT.set(properties, connectSeconds);
        // above the statement timeout: then the server answers first, and says why
        PGProperty.SOCKET_TIMEOUT.set(properties, (int) settings.limits().statement().toSeconds() + 10);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.PREPARE_THRESHOLD.set(properties, -1); // binary from the first execution
        PGProperty.PREFER_QUERY_MODE.set(properties, "extendedForPrepared"); // a migration is many statements in one text
        PGProperty.APPLICATION_NAME.set(properties, "gemello history");
        return properties;
    }

    /** Closes what may be broken already. */
    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a connection did not close in order: {}", e.getMessage());
        }
    }
}
