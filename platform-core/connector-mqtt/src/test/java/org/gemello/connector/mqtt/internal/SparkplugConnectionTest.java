package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.gemello.api.Gap;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.connection.WriteResult;
import org.gemello.binding.Binding;
import org.gemello.binding.LinearScale;
import org.gemello.binding.PointBinding;
import org.gemello.binding.Settings;
import org.gemello.connector.mqtt.internal.sparkplug.SimulatedNode;
import org.gemello.connector.mqtt.internal.sparkplug.SparkplugHost;
import org.gemello.connector.mqtt.internal.sparkplug.SparkplugSettings;
import org.gemello.testkit.mqtt.Mosquitto;
import org.gemello.testkit.mqtt.MqttTestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host on a real broker, with an edge node that shares no code with it. */
class SparkplugConnectionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60); // the machine may be busy
    private static final String NODE = "plant/line-1";
    private static final String COUNTER = "press/Cycles";
    private static final String SET_POINT = "press/Set";
    private static final Object GONE = Quality.BAD_NO_COMMUNICATION;
    private final KeptEntries log = new KeptEntries();
    private final KeptLetters letters = new KeptLetters();
    private final List<AutoCloseable> open = new ArrayList<>();
    @TempDir
    Path folder;
    private Mosquitto broker;

    @BeforeAll
    static void needsMosquitto() {
        MosquittoNeeded.orSkip("Sparkplug B on a broker");
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    @BeforeEach
    void startBroker() {
        broker = Mosquitto.in(folder);
        broker.start();
        open.add(broker);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    private MqttConnection host(String version) {
        Map<String, String> texts = Map.of("broker", "tcp://127.0.0.1:" + broker.port(), "version", version, "keepAlive", "2 s",
                "sparkplug.host", "gemello", "sparkplug.groups", "plant", "sparkplug.rebirthInterval", "500 ms");
        PointTable points = new PointTable();
        SparkplugHost host = new SparkplugHost("plant", SparkplugSettings.of(Settings.of(texts)).orElseThrow(), List.of(binding()), points,
                1 << 18);
        MqttSettings settings = MqttSettings.of(Bindings.connection(texts.entrySet().stream()
                .flatMap(entry -> List.of(entry.getKey(), entry.getValue()).stream()).toArray(String[]::new)));
        MqttConnection connection = new MqttConnection("plant", settings, host, new MqttServices(points, letters, new NoTraces()), log,
                new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)));
        open.add(connection::stop);
        connection.start(0, StoredBefore.NOTHING);
        await().until(() -> connection.view().state() == ConnectionState.CONNECTED);
        return connection;
    }

    private static Binding binding() {
        TwinId twin = new TwinId("press");
        return new Binding("plant", twin, Settings.of(Map.of("node", NODE + "/press")), List.of(
                point(COUNTER, "Counter", false), point(SET_POINT, "SetPoint", true)));
    }

    private static PointBinding point(String id, String metric, boolean writable) {
        return new PointBinding(new PointDefinition(PointId.parse(id), "1"), "plant", metric, LinearScale.IDENTITY, writable, "a:1:1");
    }

    private SimulatedNode node(String primaryHost) throws Exception {
        SimulatedNode node = new SimulatedNode(NODE, "tcp://127.0.0.1:" + broker.port(), primaryHost).connect();
        open.add(node);
        return node;
    }

    private void awaitCounter(Object... values) {
        await().untilAsserted(() -> assertThat(log.values(COUNTER)).containsExactly(values));
    }

    @Test
    void asksANodeThatWasThereBefore() throws Exception {
        SimulatedNode node = node("");
        host("5");
        awaitCounter(0L);
        node.count();
        node.count();
        awaitCounter(0L, 1L, 2L);
    }

    @Test
    void aNodeThatWaitsForItsPrimaryHostIsBornWhenItComesAndKeepsWhatItCountsWhenItGoes() throws Exception {
        SimulatedNode node = node("gemello");
        node.count();
        assertThat(node.isBorn()).isFalse();
        MqttConnection connection = host("3.1.1");
        awaitCounter(1L);
        await().untilAsserted(() -> assertThat(log.historical(COUNTER)).containsExactly(1L));
        connection.stop();
        await().until(() -> !node.isBorn());
        node.count();
        host("3.1.1");
        await().untilAsserted(() -> assertThat(log.historical(COUNTER)).containsExactly(1L, 2L));
    }

    @Test
    void stateIsRetainedAndTheWillWhenWeAreGone() throws Exception {
        MqttConnection connection = host("5");
        try (MqttTestClient watcher = MqttTestClient.connect(broker.port()).subscribe("spBv1.0/STATE/#")) {
            assertThat(watcher.receive(PATIENCE).payload()).contains("\"online\":true");
            connection.stop();
            assertThat(watcher.receive(PATIENCE).payload()).contains("\"online\":false");
        }
    }

    @Test
    void aMissingMessageIsAGapThatEndsWithTheRebirth() throws Exception {
        SimulatedNode node = node("");
        host("5");
        awaitCounter(0L);
        node.skip();
        node.count();
        await().untilAsserted(() -> assertThat(log.values(COUNTER)).containsExactly(0L, 1L));
        assertThat(log.gaps()).extracting(Gap::reason).anyMatch(reason -> reason.contains("skipped from message"));
        node.count();
        awaitCounter(0L, 1L, 2L);
    }

    @Test
    void whatIsGoneHasNoValue() throws Exception {
        SimulatedNode node = node("");
        host("5");
        awaitCounter(0L);
        node.loseDevice();
        await().untilAsserted(() -> assertThat(log.silences(COUNTER)).containsExactly(GONE));
        node.vanish();
        node.comeBack();
        await().untilAsserted(() -> assertThat(log.values(COUNTER)).hasSizeGreaterThan(1));
        node.vanish();
        await().untilAsserted(() -> assertThat(log.silences(COUNTER)).containsExactly(GONE, GONE));
        assertThat(log.silences(SET_POINT)).containsExactly(GONE, GONE);
    }

    @Test
    void aCommandIsConfirmedByTheNextDataOfItsMetric() throws Exception {
        SimulatedNode node = node("");
        MqttConnection connection = host("5");
        awaitCounter(0L);
        assertThat(write(connection, 1.1, PATIENCE).outcome()).isEqualTo(WriteResult.Outcome.CONFIRMED);
        node.disobey();
        assertThat(write(connection, 2.2, Duration.ofMillis(300)).outcome()).isEqualTo(WriteResult.Outcome.UNKNOWN);
        node.vanish();
        await().untilAsserted(() -> assertThat(log.silences(COUNTER)).containsExactly(GONE));
        WriteResult gone = write(connection, 3.3, PATIENCE);
        assertThat(gone.outcome()).isEqualTo(WriteResult.Outcome.REJECTED);
        assertThat(gone.reason()).contains("plant/line-1/press is not there");
    }

    private static WriteResult write(MqttConnection connection, double value, Duration patience) throws Exception {
        Instant deadline = Instant.now().plus(patience);
        CompletableFuture<WriteResult> result = connection.write(PointId.parse(SET_POINT), value, deadline, TraceId.NONE);
        return result.get(90, TimeUnit.SECONDS);
    }

    @Test
    void poisonBecomesADeadLetter() throws Exception {
        node("");
        host("5");
        awaitCounter(0L);
        try (MqttTestClient device = MqttTestClient.connect(broker.port())) {
            device.publish("spBv1.0/plant/DDATA/line-1/press", "no protobuf");
            await().untilAsserted(() -> assertThat(letters.causes()).singleElement().asString().contains("not a Sparkplug payload"));
        }
    }

    /** Short form of the proof: the broker is restarted under load; nothing is lost that is not in a gap. */
    @Test
    void brokerRestartsUnderLoadLoseNothingThatIsNotAGap() throws Exception {
        int restarts = Integer.getInteger("gemello.prove.restarts", 3);
        SimulatedNode node = node("gemello");
        host("5");
        awaitCounter(0L);
        for (int i = 0; i < restarts; i++) {
            int before = log.values(COUNTER).size();
            load(node, () -> log.values(COUNTER).size() > before + 100);
            broker.kill();
            load(node, () -> !node.isBorn());
            broker.start();
            load(node, () -> {
                node.comeBack();
                return node.isBorn();
            });
            await().until(() -> log.values(COUNTER).size() > before + 101);
        }
        node.count();
        long last = node.counted().get(node.counted().size() - 1)[0];
        await().untilAsserted(() -> assertThat(log.values(COUNTER)).contains(last));
        List<Object> stored = new ArrayList<>(log.values(COUNTER));
        stored.addAll(log.historical(COUNTER));
        Set<Object> distinct = new HashSet<>(stored);
        List<Gap> gaps = log.gaps().stream().filter(gap -> gap.definition().id().toString().equals(COUNTER)).toList();
        List<Long> unaccounted = node.counted().stream().filter(one -> !distinct.contains(one[0]))
                .filter(one -> gaps.stream().noneMatch(gap -> covers(gap, one[1]))).map(one -> one[0]).toList();
        assertThat(unaccounted).isEmpty();
        assertThat(gaps).hasSizeGreaterThanOrEqualTo(restarts);
        System.err.printf("Sparkplug, %d broker restarts: %d counted, %d stored, %d of them historical, the rest in %d gaps%n", restarts,
                node.counted().size(), distinct.size(), log.historical(COUNTER).size(), gaps.size());
    }

    private interface Reached {
        boolean now() throws Exception;
    }

    /** Counts about a thousand times a second until something is reached. */
    private static void load(SimulatedNode node, Reached end) throws Exception {
        await().pollInterval(Duration.ofMillis(1)).until(() -> {
            node.count();
            return end.now();
        });
    }

    private static boolean covers(Gap gap, long millis) {
        return !gap.from().isAfter(Instant.ofEpochMilli(millis)) && !gap.to().isBefore(Instant.ofEpochMilli(millis));
    }
}
