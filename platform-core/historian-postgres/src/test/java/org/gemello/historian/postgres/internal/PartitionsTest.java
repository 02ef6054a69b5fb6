package org.gemello.historian.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;
import static org.gemello.testkit.history.StoreUnderTest.POWER;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.gemello.api.Times;
import org.gemello.historian.postgres.internal.PostgresSettings.Retention;
import org.gemello.testkit.history.RecordedLog;
import org.junit.jupiter.api.Test;

/** Days have tables of their own, which go as a whole. */
class PartitionsTest {
    private static final String OTHER = "SELECT count(*) FROM samples_other";
    private final String schema = SharedServer.freshSchema();
    private final RecordedLog log = new RecordedLog();

    private void sample(PostgresHistory history, Instant time) {
        int power = log.handle(POWER, "kW");
        history.accept(log.samples(batch -> batch.add(power, 1.0, 0, Times.nanos(time), Times.nanos(time))));
    }

    private void awaitStored(PostgresHistory history) {
        await().until(() -> history.durable() == log.end());
    }

    private static String table(Instant time) {
        return "samples_" + LocalDate.ofInstant(time, ZoneOffset.UTC).format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private String count(String table) throws Exception {
        return SharedServer.ask(schema, "SELECT count(*) FROM " + table);
    }

    @Test
    void aDayIsATableAndWrongClocksMakeNone() throws Exception {
        Instant now = Instant.now();
        Instant before = now.minus(Duration.ofDays(5));
        try (PostgresHistory history = SharedServer.open(SharedServer.settings(schema))) {
            sample(history, now);
            sample(history, before);
            sample(history, Instant.EPOCH);
            sample(history, now.plus(Duration.ofDays(3_000)));
            awaitStored(history);
        }
        assertThat(count(table(now))).isEqualTo("1");
        assertThat(count(table(before))).isEqualTo("1");
        assertThat(SharedServer.ask(schema, OTHER)).isEqualTo("2");
        assertThat(count(table(now.plus(Duration.ofDays(1))))).as("made ahead").isEqualTo("0");
    }

    @Test
    void whatCameBeforeItsPartitionMovesThere() throws Exception {
        Instant time = Instant.now().minus(Duration.ofDays(5));
        try (PostgresHistory history = SharedServer.open(SharedServer.settings(schema))) {
            sample(history, time);
            awaitStored(history);
            SharedServer.execute(schema, "INSERT INTO samples_other SELECT time - 86400000000000, log_offset, received, number, whole, point,"
                    + " quality, kind, trace, text, raw, unit FROM " + table(time));
            Instant dayBefore = time.minus(Duration.ofDays(1));
            sample(history, dayBefore.plusNanos(1));
            awaitStored(history);
            assertThat(count(table(dayBefore))).isEqualTo("2");
            assertThat(SharedServer.ask(schema, OTHER)).isEqualTo("0");
        }
    }

    @Test
    void aLongExportDoesNotHoldUpWhatComes() throws Exception {
        Instant time = Instant.now().minus(Duration.ofDays(5));
        PostgresSettings settings = SharedServer.settings(SharedServer.get().url(), schema, new PostgresSettings.Limits(5_000,
                Duration.ofMillis(20), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofMillis(20), Duration.ofMillis(200), 3,
                Duration.ofMillis(50)), SharedServer.FOR_EVER);
        try (PostgresHistory history = SharedServer.open(settings)) {
            sample(history, Instant.now());
            awaitStored(history);
            try (Connection export = new Database(settings).connect(); Statement statement = export.createStatement()) {
                statement.executeQuery("SELECT count(*) FROM samples");
                sample(history, time);
                awaitStored(history);
                assertThat(SharedServer.ask(schema, OTHER)).as("where it waits for its partition").isEqualTo("1");
                assertThat(history.health().ready()).isTrue();
            }
        }
    }

    @Test
    void whatIsPastItsRetentionGoes() throws Exception {
        Instant old = Instant.now().minus(Duration.ofDays(40));
        try (PostgresHistory history = SharedServer.open(SharedServer.settings(schema))) {
            sample(history, old);
            sample(history, Instant.EPOCH);
            sample(history, Instant.now());
            awaitStored(history);
            assertThat(history.last(List.of(POWER))).hasSize(1);
        }
        Retention month = new Retention(Duration.ofDays(30), Duration.ofDays(30), Duration.ofDays(30));
        try (PostgresHistory history = SharedServer.open(SharedServer.withRetention(schema, month))) {
            await().until(() -> count("samples").equals("1"));
            assertThat(SharedServer.ask(schema, "SELECT count(*) FROM pg_tables WHERE schemaname = '" + schema + "' AND tablename = '"
                    + table(old) + "'")).isEqualTo("0");
            assertThat(history.points()).containsExactly(POWER);
        }
    }
}
