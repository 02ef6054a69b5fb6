package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.gemello.api.Gap;
import org.gemello.api.PointId;
import org.gemello.api.Sample;
import org.gemello.api.connection.ConnectionState;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.OpcUaVariable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackPressureTest {
    private static final int ROUNDS = 40;
    private final OpcUaTestServer server = OpcUaTestServer.running();
    private final Site site = new Site(server.endpoint());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsInFlightIsBoundedAndTheServersQueueKeepsTheRest() throws Exception {
        site.with("maxInFlight", "1000").with("queueSize", "100");
        List<OpcUaVariable> variables = LongStream.range(0, 200).mapToObj(i -> server.add("v" + i, 0L)).toList();
        List<PointId> points = variables.stream().map(variable -> site.bind("t/" + variable.name(), variable.nodeId())).toList();
        try (RunningConnector connector = new RunningConnector(site)) {
            await().until(() -> connector.log.samples().size() == points.size());

            connector.log.hold();
            for (long round = 1; round <= ROUNDS; round++) {
                long value = round;
                variables.forEach(variable -> variable.set(value));
            }
            await().until(() -> connector.consumer().inFlight() > 0);
            // several times the silence after which a subscription counts as dead: waiting for the log is not silence
            Instant begun = Instant.now();
            await().until(() -> Instant.now().isAfter(begun.plusSeconds(2)));
            assertThat(connector.consumer().inFlight()).isLessThanOrEqualTo(1_000);
            assertThat(connector.connection().view().state()).isEqualTo(ConnectionState.CONNECTED);

            connector.log.release();
            await().until(() -> connector.log.samples().size() == points.size() * (ROUNDS + 1));
            assertThat(connector.log.samples(points.get(0))).extracting(Sample::value)
                    .containsExactlyElementsOf(LongStream.rangeClosed(0, ROUNDS).mapToObj(i -> (Object) i).toList());
            assertThat(points).allSatisfy(point -> assertThat(connector.log.gaps(point)).isEmpty());
            assertThat(connector.log.batches()).as("no batch is larger than what may be in flight").allMatch(size -> size <= 1_000);
            await().until(() -> connector.consumer().inFlight() == 0);
        }
    }

    @Test
    void whatTheLogRefusedIsAGapOnceItWorksAgain() throws Exception {
        OpcUaVariable counter = server.add("counter", 0L);
        PointId point = site.bind("t/counter", counter.nodeId());
        try (RunningConnector connector = new RunningConnector(site)) {
            await().until(() -> connector.log.last(point) != null);
            connector.log.refuse(true);
            Instant refused = Instant.parse("2026-03-01T00:00:01Z");
            long received = connector.connection().view().received();
            counter.set(1L, 0, refused);
            await().until(() -> connector.connection().view().received() == received + 1 && connector.consumer().inFlight() == 0);
            counter.set(2L, 0, refused.plusSeconds(1));
            await().until(() -> connector.connection().view().received() == received + 2 && connector.consumer().inFlight() == 0);
            connector.log.refuse(false);
            counter.set(3L, 0, refused.plusSeconds(2));

            await().until(() -> connector.log.last(point).value().equals(3L));
            assertThat(connector.log.samples(point)).extracting(Sample::value).containsExactly(0L, 3L);
            assertThat(connector.log.gaps(point)).singleElement().isEqualTo(new Gap(site.point(point).orElseThrow().point(),
                    refused.minusNanos(1), refused.plusSeconds(2), "not stored: disk full"));
        }
    }

    @Test
    void aRouteStopsAlsoWhileTheLogIsStuck() throws Exception {
        site.with("maxInFlight", "1000");
        List<OpcUaVariable> variables = LongStream.range(0, 1_500).mapToObj(i -> server.add("v" + i, 0L)).toList();
        variables.forEach(variable -> site.bind("t/" + variable.name(), variable.nodeId()));
        RunningConnector connector = new RunningConnector(site);
        connector.log.hold();
        variables.forEach(variable -> variable.set(1L));
        await().until(() -> connector.consumer().inFlight() > 0);
        OpcUaConsumer consumer = connector.consumer();
        consumer.stop();
        assertThat(connector.connection()).isNull();
        connector.log.release();
        await().until(() -> consumer.inFlight() == 0);
        connector.close();
    }
}
