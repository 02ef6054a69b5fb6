package org.gemello.historian.postgres.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gemello.api.Folders;

/**
 * Where the database is and how much of it is used.
 *
 * @param url           {@code jdbc:postgresql://host:port/database}
 * @param user          who connects
 * @param passwordFile  file with the password and nothing else; read at each connection, so that it can be changed
 * @param tls           whether the server must prove who it is
 * @param caFile        certificates (PEM) of the authorities that are trusted, instead of those of the Java runtime
 * @param schema        where the tables are
 * @param limits        how much is gathered and how long is waited
 * @param retention     how long what is kept
 */
record PostgresSettings(String url, String user, Optional<Path> passwordFile, boolean tls, Optional<Path> caFile, String schema,
                        Limits limits, Retention retention) {
    static final String PREFIX = "gemello.history.postgres.";
    private static final String PASSWORD_VARIABLE = "GEMELLO_HISTORY_POSTGRES_PASSWORD";
    private static final Pattern URL = Pattern.compile("jdbc:postgresql://(\\[[0-9a-fA-F:]+]|[^/:?,\\s]+)(?::\\d{1,5})?/[^/?\\s]+");
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\..*|\\[::1]");

    /**
     * Bounds of memory and time.
     *
     * @param rows       rows of a batch; twice as many are the most ever held
     * @param age        a row waits no longer than this for its batch
     * @param statement  longest time of one statement
     * @param connect    longest time to connect
     * @param firstRetry first wait after an error; doubled each time, up to {@code lastRetry}
     * @param readers    connections for questions; more questions wait
     * @param sums       how often minutes and hours that are over are summed up, and how long after their end
     */
    record Limits(int rows, Duration age, Duration statement, Duration connect, Duration firstRetry, Duration lastRetry, int readers, Duration sums) {
        static final Limits DEFAULT = new Limits(50_000, Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(10),
                Duration.ofMillis(500), Duration.ofSeconds(30), 4, Duration.ofSeconds(10));
    }

    /**
     * How long what is kept, by source time.
     *
     * @param samples samples as they came, with their corrections
     * @param minutes sums of minutes
     * @param hours   sums of hours, and gaps
     */
    record Retention(Duration samples, Duration minutes, Duration hours) {
    }

    /**
     * From the properties of the platform, as {@code docs/history-postgres.md} lists them.
     *
     * @throws IllegalArgumentException for a value that cannot be used, naming the property
     */
    static PostgresSettings from(UnaryOperator<String> property) {
        Properties given = new Properties(property);
        String url = given.text("url", null);
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException(PREFIX + "url should be of the form jdbc:postgresql://host:port/database, without"
                    + " options: user, password file and TLS have properties of their own");
        }
        boolean local = LOOPBACK.matcher(parts.group(1)).matches();
        boolean tls = given.flag("tls", !local);
        if (!tls && !local && !given.flag("allowInsecure", false)) {
            throw new IllegalArgumentException(PREFIX + "tls=false would send everything in the clear over the network; allow it with "
                    + PREFIX + "allowInsecure=true");
        }
        String schema = given.text("schema", "gemello");
        if (!NAME.matcher(schema).matches()) {
            throw new IllegalArgumentException(PREFIX + "schema '" + schema + "' is not of the form " + NAME);
        }
        Limits limits = Limits.DEFAULT;
        return new PostgresSettings(url, given.text("user", "gemello"), given.file("passwordFile", Folders::data), tls,
                given.file("caFile", Folders::config), schema,
                new Limits(given.integer("batchRows", limits.rows, 1, 1_000_000), limits.age, given.span("statementTimeout", "60 s"),
                        limits.connect, limits.firstRetry, limits.lastRetry, given.integer("readers", limits.readers, 1, 64), limits.sums),
                new Retention(given.span("gemello.history.retention.age", "90 d"), given.span("retention.minutes", "400 d"),
                        given.span("retention.hours", "3650 d")));
    }

    /** The password: of the file, else of the environment variable {@value #PASSWORD_VARIABLE}; empty for none. */
    String password() throws IOException {
        if (passwordFile.isPresent()) {
            return Files.readString(passwordFile.get()).stripTrailing();
        }
        return Optional.ofNullable(System.getenv(PASSWORD_VARIABLE)).orElse("");
    }
}
