package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.connection.ConnectionView;
import org.gemello.binding.LinearScale;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.OpcUaVariable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpcUaConsumerTest {
    private static final int UNCERTAIN_LIMIT_HIGH = 0x40A40600;
    private OpcUaTestServer server;
    private Site site;

    @BeforeEach
    void start() {
        server = OpcUaTestServer.running();
        site = new Site(server.endpoint());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void valuesCarrySourceTimeAllBitsOfTheStatusAndOneTracePerBatch() throws Exception {
        OpcUaVariable power = server.add("power", 0.0);
        PointId point = site.bind("wt-01/WTUR.W", power.nodeId());
        try (RunningConnector connector = new RunningConnector(site).awaitConnected()) {
            await().until(() -> connector.log.last(point) != null);
            Instant before = Instant.now();
            Instant source = Instant.parse("2026-03-01T10:15:30.1234567Z");
            power.set(1234.5, UNCERTAIN_LIMIT_HIGH, source);

            await().until(() -> Double.valueOf(1234.5).equals(connector.log.last(point).value()));
            Sample sample = connector.log.last(point);
            assertThat(sample.sourceTime()).isEqualTo(source);
            assertThat(sample.quality().code()).isEqualTo(UNCERTAIN_LIMIT_HIGH);
            assertThat(sample.receivedTime()).isBetween(before, Instant.now());
            assertThat(sample.trace().isPresent()).isTrue();
            assertThat(connector.traced).contains("COLLECT opcua plant: 1 values");
        }
    }

    @Test
    void withoutSourceTimeTheServersTimeCounts() throws Exception {
        OpcUaVariable power = server.add("power", 0.0);
        PointId point = site.bind("wt-01/WTUR.W", power.nodeId());
        try (RunningConnector connector = new RunningConnector(site).awaitConnected()) {
            await().until(() -> connector.log.last(point) != null);
            Instant before = Instant.now();
            power.set(7.0, 0, null);
            await().until(() -> Double.valueOf(7.0).equals(connector.log.last(point).value()));
            assertThat(connector.log.last(point).sourceTime()).isBetween(before.minusMillis(1), Instant.now());
        }
    }

    @Test
    void everyTypeKeepsItsKindAndOnlyNumbersAreScaled() throws Exception {
        LinearScale half = new LinearScale(0.5, 10);
        Map<PointId, Object> expected = Map.of(
                bind("int32", 7, LinearScale.IDENTITY), 7L,
                bind("uint32", Unsigned.uint(4_000_000_000L), LinearScale.IDENTITY), 4_000_000_000L,
                bind("byte", Unsigned.ubyte(200), LinearScale.IDENTITY), 200L,
                bind("int64", Long.MAX_VALUE, LinearScale.IDENTITY), Long.MAX_VALUE,
                bind("uint64", Unsigned.ulong(-1L), LinearScale.IDENTITY), 0x1p64, bind("scaled", (short) 8, half), 14.0,
                bind("float", 1.5f, half), 10.75, bind("flag", true, half), true, bind("text", "on", half), "on");
        try (RunningConnector connector = new RunningConnector(site)) {
            await().untilAsserted(() -> assertThat(values(connector)).containsExactlyInAnyOrderEntriesOf(expected));
        }
    }

    private PointId bind(String name, Object initial, LinearScale scale) {
        return site.bind("t/" + name, server.add(name, initial).nodeId(), scale, false);
    }

    private static Map<PointId, Object> values(RunningConnector connector) {
        return connector.log.samples().stream().collect(Collectors.toMap(Sample::point, Sample::value, (old, next) -> next));
    }

    @Test
    void whatCannotBeReadGoesToTheDeadLettersOnceAndIsABadSample() throws Exception {
        OpcUaVariable curve = server.add("curve", new Double[] {1.0, 2.0});
        PointId point = site.bind("wt-01/curve", curve.nodeId());
        try (RunningConnector connector = new RunningConnector(site).awaitConnected()) {
            await().until(() -> connector.log.last(point) != null);
            curve.set(new Double[] {3.0, 4.0});
            await().until(() -> connector.log.samples(point).size() == 2);
            assertThat(connector.log.samples(point)).allSatisfy(sample -> {
                assertThat(sample.value()).isNull();
                assertThat(sample.quality()).isEqualTo(Quality.BAD_TYPE_MISMATCH);
            });
            assertThat(connector.letters).singleElement().satisfies(letter -> {
                assertThat(letter.source()).isEqualTo(curve.nodeId());
                assertThat(letter.cause()).contains("bindings/test.yaml:1:5", "Double[]");
            });
            assertThat(connector.connection().view().refused()).isEqualTo(2);
        }
    }

    @Test
    void anUnknownNodeIsABadSampleAndTheOthersWork() throws Exception {
        PointId good = site.bind("wt-01/good", server.add("good", 1.0).nodeId());
        PointId noNode = site.bind("wt-01/no-node", "nsu=" + OpcUaTestServer.NAMESPACE + ";s=missing");
        PointId noNamespace = site.bind("wt-01/no-namespace", "nsu=urn:elsewhere;s=good");
        try (RunningConnector connector = new RunningConnector(site)) {
            await().until(() -> connector.log.last(good) != null && connector.log.last(noNode) != null
                    && connector.log.last(noNamespace) != null);
            assertThat(connector.log.last(noNode).quality().code()).as("Bad_NodeIdUnknown").isEqualTo(0x80340000);
            assertThat(connector.log.last(noNamespace).quality().code()).as("Bad_NodeIdUnknown").isEqualTo(0x80340000);
            assertThat(connector.log.last(good).value()).isEqualTo(1.0);
            assertThat(connector.connection().monitored().get(noNode).status()).isEqualTo(0x80340000);
        }
    }

    @Test
    void manyItemsAreMadeInCallsThatTheServerAllows() throws Exception {
        List<PointId> points = IntStream.range(0, 2_500)
                .mapToObj(i -> site.bind("t/p" + i, server.add("v" + i, (double) i).nodeId())).toList();
        site.with("queueSize", "17");
        try (RunningConnector connector = new RunningConnector(site)) {
            await().until(() -> connector.log.samples().size() == points.size());
            assertThat(connector.log.samples()).extracting(Sample::point).containsExactlyInAnyOrderElementsOf(points);
            assertThat(connector.connection().monitored().values()).hasSize(2_500)
                    .allMatch(item -> item.samplingInterval() == 10 && item.queueSize() == 17);
            ConnectionView view = connector.connection().view();
            assertThat(view.points()).isEqualTo(2_500);
            assertThat(view.received()).isEqualTo(2_500);
            assertThat(view.endpoint()).isEqualTo(server.endpoint());
        }
    }

    @Test
    void twoChangesInOnePublishingIntervalBothArrive() throws Exception {
        site.with("publishingInterval", "500 ms");
        OpcUaVariable counter = server.add("counter", 0L);
        PointId point = site.bind("t/counter", counter.nodeId());
        try (RunningConnector connector = new RunningConnector(site)) {
            await().until(() -> connector.log.last(point) != null);
            IntStream.rangeClosed(1, 50).forEach(i -> counter.set((long) i));
            await().until(() -> connector.log.last(point).value().equals(50L));
            assertThat(connector.log.samples(point)).extracting(Sample::value)
                    .containsExactlyElementsOf(IntStream.rangeClosed(0, 50).mapToObj(i -> (Object) (long) i).toList());
            assertThat(connector.log.gaps(point)).isEmpty();
        }
    }

    @Test
    void anOverflowOfTheServersQueueIsAGap() throws Exception {
        site.with("publishingInterval", "1 s").with("queueSize", "5");
        OpcUaVariable counter = server.add("counter", 0L);
        PointId point = site.bind("t/counter", counter.nodeId());
        try (RunningConnector connector = new RunningConnector(site)) {
            await().until(() -> connector.log.last(point) != null);
            Sample covered = connector.log.last(point);
            IntStream.rangeClosed(1, 20).forEach(i -> counter.set((long) i));
            await().until(() -> connector.log.last(point).value().equals(20L));
            List<Sample> samples = connector.log.samples(point);
            assertThat(samples).extracting(Sample::value).containsExactly(0L, 16L, 17L, 18L, 19L, 20L);
            assertThat(connector.log.gaps(point)).singleElement().satisfies(gap -> {
                assertThat(gap.from()).isEqualTo(covered.sourceTime());
                assertThat(gap.to()).isEqualTo(samples.get(1).sourceTime());
                assertThat(gap.reason()).contains("overflow");
            });
        }
    }

    @Test
    void theConnectionIsPublishedWhileItsRouteRuns() throws Exception {
        RunningConnector connector = new RunningConnector(site);
        assertThat(connector.connection()).isNotNull();
        connector.awaitConnected();
        connector.close();
        assertThat(connector.connection()).isNull();
        Set<String> threads = Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toSet());
        assertThat(threads).doesNotContain("opcua-plant");
    }

    @Test
    void aRouteCannotWriteAndMustNameAConnection() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            Services none = new Services(() -> null, () -> null, (name, connection) -> () -> { }, RunningConnector.UNUSED, Optional.empty());
            camel.addComponent("opcua", new OpcUaComponent(site, new PointTable(), none, null));
            assertThatThrownBy(() -> camel.getEndpoint("opcua:plant").createProducer()).hasMessageContaining("commands");
            assertThatThrownBy(() -> camel.getEndpoint("opcua:nowhere")).rootCause()
                    .hasMessage("there is no connection 'nowhere'; configured are [plant, broker]");
            assertThatThrownBy(() -> camel.getEndpoint("opcua:broker")).rootCause().hasMessageContaining("routes begin with 'mqtt:broker'");
        }
    }
}
