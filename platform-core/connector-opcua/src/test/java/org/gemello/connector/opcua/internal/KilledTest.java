package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Path;
import java.time.Instant;
import org.gemello.api.PointId;
import org.gemello.api.TraceId;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.SampleLog;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.SampleLogs;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.OpcUaVariable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform ends without a word, with values under way; from some moment on, nothing of the connection comes to the log. */
class KilledTest {
    private final OpcUaTestServer server = new OpcUaTestServer();
    private final Site site = new Site(server.endpoint());
    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    private CloseableSampleLog log() {
        return SampleLogs.open(folder.resolve("log"));
    }

    /** Others still write to the log while the connection does not come through. */
    private static void others(SampleLog log, OpcUaVariable counter, int counts) {
        long now = (Long) counter.value();
        await().until(() -> {
            log.append(new LogEntry.Tick(Instant.now()), TraceId.random()).join();
            return (Long) counter.value() > now + counts;
        });
    }

    private void assertComplete(OpcUaVariable counter, PointId point) throws Exception {
        try (CloseableSampleLog log = log(); RunningConnector connector = new RunningConnector(site, folder, log)) {
            long later = (Long) counter.value() + 20;
            await().until(() -> new Ledger(Collector.of(log), point).last() > later && connector.consumer().unfilled() == 0);
            Collector all = Collector.of(log);
            assertThat(new Ledger(all, point).problems()).isEmpty();
            assertThat(new Ledger(all, point).missing()).isZero();
            assertThat(all.gaps(point)).isEmpty();
            assertThat(connector.log.backfill(point)).isNotEmpty();
        }
    }

    @Test
    void whatWasUnderWayIsFilledInAndNothingIsThereTwice() throws Exception {
        OpcUaVariable counter = server.counters("counter", 1, 50).get(0).withHistory();
        OpcUaVariable still = server.add("still", "unchanged").withHistory();
        PointId point = site.bind("t/counter", counter.nodeId());
        PointId unchanged = site.bind("t/still", still.nodeId());
        server.start();
        for (int kills = 0; kills < 2; kills++) {
            try (CloseableSampleLog log = log(); RunningConnector connector = new RunningConnector(site, folder, log)) {
                await().until(() -> connector.log.samples(point).size() > 20 && connector.log.last(unchanged) != null);
                connector.log.hold();
                others(log, counter, 20);
            }
        }
        assertComplete(counter, point);
        try (CloseableSampleLog log = log()) {
            assertThat(Collector.of(log).backfill(unchanged)).as("a value that did not change is not stored from the history").isEmpty();
        }
    }

    @Test
    void aServerThatWasGoneAsThePlatformEndedIsFilledInFromItsLastValueOn() throws Exception {
        OpcUaVariable counter = server.counters("counter", 1, 50).get(0).withHistory();
        PointId point = site.bind("t/counter", counter.nodeId());
        server.start();
        try (CloseableSampleLog log = log(); RunningConnector connector = new RunningConnector(site, folder, log)) {
            await().until(() -> connector.log.samples(point).size() > 20);
            server.stop();
            await().until(() -> connector.connection().view().state() == ConnectionState.DISCONNECTED);
            connector.log.hold();
            others(log, counter, 20);
        }
        assertThat(folder.resolve("plant.lost")).exists();
        server.start();
        assertComplete(counter, point);
    }

    @Test
    void theTimeOfALossIsForgottenOnceNothingIsMissing() throws Exception {
        PointId point = site.bind("t/value", server.add("value", 1L).nodeId());
        site.bind("t/never", "nsu=" + OpcUaTestServer.NAMESPACE + ";s=never");
        try (RunningConnector connector = new RunningConnector(site, "opcua:plant?silentSince=1000", folder)) {
            assertThat(folder.resolve("plant.lost")).hasContent("1000");
            server.start();
            await().until(() -> connector.log.last(point) != null && connector.log.last(point).value() != null);
            await().untilAsserted(() -> assertThat(folder.resolve("plant.lost")).doesNotExist());
        }
    }
}
