package org.gemello.historian.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;
import static org.gemello.testkit.history.StoreUnderTest.POWER;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.gemello.api.Sample;
import org.gemello.api.health.PlatformAlarms.PlatformAlarm;
import org.gemello.historian.postgres.internal.PostgresSettings.Limits;
import org.gemello.testkit.health.MemoryAlarms;
import org.gemello.testkit.history.RecordedLog;
import org.gemello.testkit.history.StoreUnderTest;
import org.gemello.testkit.net.Fault;
import org.gemello.testkit.net.FaultProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong is said in words that help, nothing is lost by it, and it heals by itself. */
class TroubleTest {
    private final String schema = SharedServer.freshSchema();
    private final RecordedLog log = new RecordedLog();
    private final MemoryAlarms alarms = new MemoryAlarms();

    private PostgresHistory open(PostgresSettings settings) {
        return new PostgresHistory(settings, alarms, offset -> { }, () -> Long.MAX_VALUE);
    }

    private void feed(PostgresHistory history, int count) {
        for (int i = 0; i < count; i++) {
            history.accept(log.sample(POWER, log.end(), log.end()));
        }
    }

    private void awaitStored(PostgresHistory history) {
        await().until(() -> history.durable() == log.end());
        assertThat(StoreUnderTest.all(history, POWER).samples()).extracting(Sample::value)
                .containsExactlyElementsOf(LongStream.range(0, log.end()).boxed().toList());
        await().until(() -> alarms.active().isEmpty());
        assertThat(history.health().ready()).isTrue();
    }

    private void awaitUnwell(PostgresHistory history, String... words) {
        await().untilAsserted(() -> assertThat(history.health().text()).contains(words));
        assertThat(history.health().ready()).isFalse();
        assertThat(history.health().live()).isTrue();
        assertThat(alarms.active()).extracting(PlatformAlarm::message).singleElement().asString().contains(words);
    }

    @Test
    void aFullDiskIsSaidAndHeals() throws Exception {
        try (PostgresHistory history = open(SharedServer.settings(schema))) {
            feed(history, 10);
            awaitStored(history);
            // the server's own error, raised where it would come from: at the row that finds no room
            SharedServer.execute(schema, "CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION"
                    + " 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$",
                    "CREATE TRIGGER no_room BEFORE INSERT ON samples FOR EACH ROW EXECUTE FUNCTION no_room()");
            feed(history, 10);
            awaitUnwell(history, "disk", "full", "No space left on device");
            assertThat(StoreUnderTest.all(history, POWER).samples()).as("what is stored can be asked for").hasSize(10);
            SharedServer.execute(schema, "DROP TRIGGER no_room ON samples");
            awaitStored(history);
        }
    }

    @Test
    void aMissingPermissionIsSaidAndHeals() throws Exception {
        try (PostgresHistory history = open(SharedServer.settings(schema))) {
            feed(history, 10);
            awaitStored(history);
            SharedServer.execute(schema, "REVOKE INSERT ON samples FROM gemello");
            feed(history, 10);
            awaitUnwell(history, "gemello", "permission", "samples");
            SharedServer.execute(schema, "GRANT INSERT ON samples TO gemello");
            awaitStored(history);
        }
    }

    @Test
    void aWrongPasswordIsSaidWithoutTellingIt(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "guessed");
        PostgresSettings good = SharedServer.settings(schema);
        PostgresSettings wrong = new PostgresSettings(good.url(), good.user(), Optional.of(file), false, Optional.empty(), schema,
                good.limits(), good.retention());
        try (PostgresHistory history = open(wrong)) {
            feed(history, 3);
            awaitUnwell(history, "user gemello is refused", "password");
            assertThat(history.health().text()).doesNotContain("guessed");
            Files.copy(good.passwordFile().orElseThrow(), file, StandardCopyOption.REPLACE_EXISTING);
            awaitStored(history);
        }
    }

    @Test
    void aServerThatIsGoneAtTheStartHoldsUpNobodyForLong() throws Exception {
        try (FaultProxy proxy = new FaultProxy(SharedServer.get().port())) {
            proxy.cut();
            PostgresSettings settings = SharedServer.settings(SharedServer.get().url(proxy.port()), schema, SharedServer.QUICK,
                    SharedServer.FOR_EVER);
            try (PostgresHistory history = open(settings)) {
                assertThat(history.position()).as("everything is read again").isZero();
                feed(history, 10);
                awaitUnwell(history, "cannot be reached", String.valueOf(proxy.port()));
                proxy.mend();
                awaitStored(history);
            }
        }
    }

    @Test
    void aFullMemoryWaitsForTheServerAndLosesNothing() throws Exception {
        try (FaultProxy proxy = new FaultProxy(SharedServer.get().port())) {
            Limits small = new Limits(100, Duration.ofMillis(5), Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofMillis(20),
                    Duration.ofMillis(200), 2, Duration.ofMillis(50));
            PostgresSettings settings = SharedServer.settings(SharedServer.get().url(proxy.port()), schema, small, SharedServer.FOR_EVER);
            try (PostgresHistory history = open(settings)) {
                feed(history, 10);
                awaitStored(history);
                proxy.cut();
                Thread feeder = new Thread(() -> feed(history, 1_000));
                feeder.start();
                await().until(() -> feeder.getState() == Thread.State.WAITING);
                awaitUnwell(history, "cannot be reached");
                proxy.mend();
                feeder.join();
                awaitStored(history);
            }
        }
    }

    @Test
    void aConnectionThatFallsSilentIsCutAndMadeAnew() throws Exception {
        try (FaultProxy proxy = new FaultProxy(SharedServer.get().port())) {
            Limits hasty = new Limits(5_000, Duration.ofMillis(5), Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMillis(20),
                    Duration.ofMillis(200), 2, Duration.ofMillis(50));
            PostgresSettings settings = SharedServer.settings(SharedServer.get().url(proxy.port()), schema, hasty, SharedServer.FOR_EVER);
            try (PostgresHistory history = open(settings)) {
                feed(history, 10);
                awaitStored(history);
                proxy.halfOpen();
                feed(history, 10);
                await().until(() -> !history.health().ready());
                proxy.mend();
                awaitStored(history);
            }
        }
    }

    @Test
    void aBatchThatIsCutInTheMiddleIsStoredOnce() throws Exception {
        try (FaultProxy proxy = new FaultProxy(SharedServer.get().port())) {
            PostgresSettings settings = SharedServer.settings(SharedServer.get().url(proxy.port()), schema, SharedServer.QUICK,
                    SharedServer.FOR_EVER);
            try (PostgresHistory history = open(settings)) {
                feed(history, 10);
                awaitStored(history);
                for (int bytes = 100; bytes < 60_000; bytes *= 4) {
                    proxy.set(FaultProxy.Direction.TO_SERVER, Fault.truncate(bytes));
                    feed(history, 1_000);
                    await().until(() -> !history.health().ready() || history.durable() == log.end());
                    proxy.mend();
                    awaitStored(history);
                }
            }
        }
    }

    @Test
    void aHistoryPastTheEndOfTheLogBelongsToAnotherLog() throws Exception {
        PostgresSettings settings = SharedServer.settings(schema);
        try (PostgresHistory history = open(settings)) {
            feed(history, 10);
            awaitStored(history);
        }
        try (PostgresHistory history = new PostgresHistory(settings, new MemoryAlarms(), offset -> { }, () -> 3)) {
            await().until(() -> !history.health().live());
            assertThat(history.health().text()).contains("goes up to 10, but the log ends at 3", schema);
        }
    }

    @Test
    void aSecondPlatformInTheSameSchemaStopsTheFirst() throws Exception {
        try (PostgresHistory history = open(SharedServer.settings(schema))) {
            feed(history, 10);
            awaitStored(history);
            SharedServer.execute(schema, "UPDATE consumers SET position = position + 1000");
            feed(history, 10);
            await().until(() -> !history.health().live());
            assertThat(history.health().text()).contains("another platform", schema);
            assertThat(List.of(SharedServer.ask(schema, "SELECT count(*) FROM samples"))).containsExactly("10");
        }
    }
}
