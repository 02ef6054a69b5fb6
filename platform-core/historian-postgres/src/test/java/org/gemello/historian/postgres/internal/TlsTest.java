package org.gemello.historian.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;
import static org.gemello.testkit.history.StoreUnderTest.POWER;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Optional;
import org.gemello.testkit.history.RecordedLog;
import org.gemello.testkit.postgres.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An encrypted connection, to a server that proves who it is. */
class TlsTest {
    @TempDir
    private Path folder;

    private static PostgresSettings settings(String url, Optional<Path> caFile) {
        PostgresSettings plain = SharedServer.settings(url, "tls", SharedServer.QUICK, SharedServer.FOR_EVER);
        return new PostgresSettings(plain.url(), plain.user(), plain.passwordFile(), true, caFile, plain.schema(), plain.limits(),
                plain.retention());
    }

    @Test
    void onlyAServerThatIsTrustedGetsTheHistory() throws Exception {
        Path certificate = folder.resolve("server.pem");
        RecordedLog log = new RecordedLog();
        try (PostgresServer server = PostgresServer.launchWithTls(certificate, "fsync=off")) {
            try (PostgresHistory history = SharedServer.open(settings(server.url(), Optional.empty()))) {
                await().untilAsserted(() -> assertThat(history.health().text()).contains("cannot be reached", "SSL"));
            }
            PostgresSettings trusting = settings(server.url(), Optional.of(certificate));
            try (PostgresHistory history = SharedServer.open(trusting)) {
                history.accept(log.sample(POWER, 0, 1.0));
                await().until(() -> history.durable() == log.end());
            }
            try (Connection connection = new Database(trusting).connect(); Statement statement = connection.createStatement();
                 ResultSet rows = statement.executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
                rows.next();
                assertThat(rows.getBoolean(1)).isTrue();
            }
            try (PostgresHistory history = SharedServer.open(settings(server.url().replace("127.0.0.1", "localhost"),
                    Optional.of(certificate)))) {
                await().untilAsserted(() -> assertThat(history.health().text()).contains("localhost", "cannot be reached"));
            }
        }
    }
}
