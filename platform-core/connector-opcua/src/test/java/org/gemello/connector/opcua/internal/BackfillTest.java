package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.assertj.core.data.TemporalUnitOffset;
import org.gemello.api.Gap;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.Times;
import org.gemello.api.connection.ConnectionState;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.OpcUaVariable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillTest {
    private final OpcUaTestServer server = new OpcUaTestServer();
    private final Site site = new Site(server.endpoint()).with("historyPatience", "5 s");

    @AfterEach
    void stop() {
        server.close();
    }

    private OpcUaVariable counter() {
        return server.counters("counter", 1, 50).get(0).withHistory();
    }

    private void restart(OpcUaVariable counter, RunningConnector connector) {
        server.stop();
        await().until(() -> connector.connection().view().state() == ConnectionState.DISCONNECTED);
        long lost = (Long) counter.value();
        await().until(() -> (Long) counter.value() > lost + 20);
        server.start();
        goesOn(counter, connector);
    }

    private static void goesOn(OpcUaVariable counter, RunningConnector connector) {
        PointId point = PointId.parse("t/counter");
        long later = (Long) counter.value() + 20;
        await().until(() -> connector.log.last(point) != null && connector.log.last(point).value() instanceof Long count
                && count > later);
    }

    @Test
    void whatTheServerKeptWhileItWasAwayIsFilledInWithoutAGap() throws Exception {
        OpcUaVariable counter = counter();
        PointId point = site.bind("t/counter", counter.nodeId());
        server.historyPage(7).start();
        try (RunningConnector connector = new RunningConnector(site)) {
            await().until(() -> connector.log.samples(point).size() > 20);
            for (int i = 0; i < 2; i++) {
                restart(counter, connector);
            }
            await().untilAsserted(() -> assertThat(new Ledger(connector.log, point).missing())
                    .as("missing, where the gaps are %s", connector.log.gaps(point)).isZero());
            assertThat(new Ledger(connector.log, point).problems()).isEmpty();
            assertThat(connector.log.backfill(point)).hasSizeGreaterThan(40).extracting(Sample::sourceTime).isSorted();
            assertThat(connector.log.gaps(point)).isEmpty();
        }
    }

    @Test
    void aHistoryThatIsRefusedIsAskedAgainAndThenLeavesAGap() throws Exception {
        OpcUaVariable refusing = server.add("counter", 0L).withHistory();
        OpcUaVariable starting = server.add("other", 0L).withHistory();
        PointId never = site.bind("t/counter", refusing.nodeId());
        PointId later = site.bind("t/other", starting.nodeId());
        server.start();
        try (RunningConnector connector = new RunningConnector(site)) {
            await().until(() -> connector.log.last(never) != null && connector.log.last(later) != null);
            server.stop();
            await().until(() -> connector.connection().view().state() == ConnectionState.DISCONNECTED);
            for (long i = 1; i <= 2; i++) {
                refusing.set(i);
                starting.set(i);
            }
            refusing.history().refuse(Integer.MAX_VALUE);
            starting.history().refuse(2);
            server.start();
            await().until(() -> !connector.log.gaps(never).isEmpty() && !connector.log.backfill(later).isEmpty());
            assertThat(connector.log.gaps(never)).singleElement()
                    .satisfies(gap -> assertThat(gap.reason()).contains("Bad_HistoryOperationUnsupported"));
            assertThat(connector.log.backfill(later)).extracting(Sample::value).containsExactly(1L);
            assertThat(connector.log.gaps(later)).isEmpty();
        }
    }

    @Test
    void whatTheHistoryHasNotIsAGapOfExactlyThat() throws Exception {
        OpcUaVariable value = server.add("counter", 0L).withHistory();
        PointId point = site.bind("t/counter", value.nodeId());
        server.start();
        try (RunningConnector connector = new RunningConnector(site)) {
            Instant start = Instant.now();
            await().until(() -> connector.log.last(point) != null);
            value.set(1L, 0, start.plusSeconds(1));
            await().until(() -> connector.log.last(point).value().equals(1L));
            server.stop();
            await().until(() -> connector.connection().view().state() == ConnectionState.DISCONNECTED);
            value.set(2L, 0, start.plusSeconds(2));
            value.history().pause();
            value.set(3L, 0, start.plusSeconds(3));
            value.set(4L, 0, start.plusSeconds(4));
            server.start();

            await().until(() -> !connector.log.gaps(point).isEmpty());
            assertThat(connector.log.backfill(point)).extracting(Sample::value).containsExactly(2L);
            assertThat(connector.log.samples(point)).extracting(Sample::value).containsExactly(0L, 1L, null, 4L);
            Gap gap = connector.log.gaps(point).get(0);
            assertThat(gap.from()).isEqualTo(connector.log.backfill(point).get(0).sourceTime());
            assertThat(gap.to()).isEqualTo(connector.log.last(point).sourceTime());
            assertThat(gap.reason()).contains("; the server's history did not come as far");
        }
    }

    @Test
    void aServerThatWasDownWithItsHistoryLeavesAGap() throws Exception {
        OpcUaVariable value = server.add("counter", 0L).withHistory();
        PointId point = site.bind("t/counter", value.nodeId());
        server.start();
        try (RunningConnector connector = new RunningConnector(site)) {
            await().until(() -> connector.log.last(point) != null);
            server.stop();
            await().until(() -> connector.connection().view().state() == ConnectionState.DISCONNECTED);
            value.history().pause();
            value.set(1L);
            value.history().resume();
            server.start();
            value.set(2L);
            await().until(() -> !connector.log.gaps(point).isEmpty());
            assertThat(connector.log.gaps(point)).singleElement()
                    .satisfies(gap -> assertThat(gap.reason()).contains("started anew"));
        }
    }

    @Test
    void theTimeInWhichThePlatformWasDownIsFilledToo() throws Exception {
        OpcUaVariable counter = counter();
        PointId point = site.bind("t/counter", counter.nodeId());
        server.start();
        await().until(() -> counter.history().size() > 50);
        Instant silent = Instant.now().minusMillis(500);
        try (RunningConnector connector = new RunningConnector(site, "opcua:plant?silentSince=" + Times.nanos(silent))) {
            goesOn(counter, connector);
            await().until(() -> connector.connection().view().state() == ConnectionState.CONNECTED
                    && !connector.log.backfill(point).isEmpty() && connector.consumer().unfilled() == 0);
            assertThat(new Ledger(connector.log, point).problems()).isEmpty();
            assertThat(connector.log.backfill(point).get(0).sourceTime()).isBetween(silent, silent.plusMillis(200));
            assertThat(connector.log.gaps(point)).isEmpty();
        }
    }

    @Test
    void whatIsNotYetFilledWhenTheRouteStopsIsFilledByTheNextOne(@TempDir Path folder) throws Exception {
        OpcUaVariable value = server.add("counter", 0L).withHistory();
        PointId point = site.bind("t/counter", value.nodeId());
        site.with("historyPatience", "1 h");
        server.start();
        Instant start = Instant.now();
        try (RunningConnector connector = new RunningConnector(site, "opcua:plant", folder)) {
            await().until(() -> connector.log.last(point) != null);
            server.stop();
            await().until(() -> connector.connection().view().state() == ConnectionState.DISCONNECTED);
            value.set(1L, 0, start.plusSeconds(1));
            value.history().pause();
            value.set(2L, 0, start.plusSeconds(2));
            server.start();
            await().until(() -> connector.consumer().unfilled() == 1 && !connector.log.backfill(point).isEmpty());
        }
        assertThat(Files.readString(folder.resolve("plant.pending"))).contains("t/counter");
        site.with("historyPatience", "100 ms");
        try (RunningConnector connector = new RunningConnector(site, "opcua:plant", folder)) {
            await().until(() -> !connector.log.gaps(point).isEmpty());
            assertThat(connector.log.backfill(point)).as("what was filled by the first is not filled again").isEmpty();
            assertThat(connector.log.gaps(point)).singleElement().satisfies(gap -> {
                assertThat(gap.from()).isCloseTo(start.plusSeconds(1), oneMilli());
                assertThat(gap.to()).isCloseTo(start.plusSeconds(2), oneMilli());
            });
            await().until(() -> Files.size(folder.resolve("plant.pending")) == 0);
        }
    }

    private static TemporalUnitOffset oneMilli() {
        return within(1, ChronoUnit.MILLIS);
    }

    @Test
    void aRouteThatIsStoppedTellsThatNobodyFollowsItsPoints() throws Exception {
        PointId point = site.bind("t/counter", server.add("counter", 1L).nodeId());
        server.start();
        RunningConnector connector = new RunningConnector(site);
        await().until(() -> connector.log.last(point) != null);
        connector.close();
        assertThat(connector.log.last(point).quality()).isEqualTo(Quality.BAD_NO_COMMUNICATION);
    }
}
