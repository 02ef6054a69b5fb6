package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.gemello.api.Gap;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.connection.WriteResult;
import org.gemello.binding.LinearScale;
import org.gemello.testkit.mqtt.MqttTestClient;
import org.gemello.testkit.mqtt.TestBroker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a connection promises, whatever the broker and the version of MQTT. */
abstract class MqttConnectionContract {
    private static final String WIND = "met/MMET1.HorWdSpd";
    private static final String TEMPERATURE = "met/MMET1.EnvTmp";
    private static final String SET_POINT = "met/power";
    private static final TraceId TRACE = new TraceId(1, 2);
    final KeptEntries log = new KeptEntries();
    final KeptLetters letters = new KeptLetters();
    final KeptTraces traces = new KeptTraces();
    final MqttServices services = new MqttServices(new PointTable(), letters, traces);
    private final List<MqttConnection> started = new ArrayList<>();
    @TempDir
    Path folder;
    TestBroker broker;
    MqttTestClient device;

    abstract TestBroker broker(Path empty);

    abstract String version();

    @BeforeEach
    void startBroker() {
        broker = broker(folder);
        broker.start();
        device = MqttTestClient.connect(broker.port());
    }

    @AfterEach
    void stopAll() {
        log.release();
        started.forEach(MqttConnection::stop);
        device.close();
        broker.close();
    }

    MqttConnection start(String receiveMaximum, int port, KeptEntries into, TopicBinding... bindings) {
        MqttSettings settings = MqttSettings.of(Bindings.connection("broker", "tcp://127.0.0.1:" + port, "version", version(),
                "receiveMaximum", receiveMaximum, "payloadLimit", "1000"));
        MqttConnection connection = new MqttConnection(Bindings.CONNECTION, settings, topics(bindings), services, into, new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)));
        started.add(connection);
        connection.start(0);
        awaitState(connection, ConnectionState.CONNECTED);
        return connection;
    }

    Dialect topics(TopicBinding... bindings) {
        return new BoundTopics(Bindings.CONNECTION, List.of(bindings), services.points());
    }

    MqttConnection start(TopicBinding... bindings) {
        return start("1000", broker.port(), log, bindings);
    }

    static void awaitState(MqttConnection connection, ConnectionState state) {
        await().pollInterval(Duration.ofMillis(5)).until(() -> connection.view().state() == state);
    }

    static TopicBinding wind() {
        return Bindings.topic("site/mast/wind").point(WIND, "/speed").build();
    }

    void awaitWind(Object... values) {
        await().pollInterval(Duration.ofMillis(5)).untilAsserted(() -> assertThat(log.values(WIND)).containsExactly(values));
    }

    @Test
    void takesValuesWithTheirSourceTimeQualityAndScale() {
        MqttConnection connection = start(Bindings.topic("site/mast/wind").with("time", "/at").with("quality", "/q")
                .point(WIND, "/wind/speed", new LinearScale(0.5, 1), false).point(TEMPERATURE, "/temperature").build());
        device.publish("site/mast/wind",
                "{\"at\":\"2026-11-21T19:45:00.250Z\",\"q\":1083179008,\"wind\":{\"speed\":12},\"temperature\":-3.5}");
        awaitWind(7.0);
        SampleBatch batch = log.batches().get(0);
        assertThat(Times.instant(batch.sourceTime(0))).isEqualTo(Instant.parse("2026-11-21T19:45:00.250Z"));
        assertThat(batch.quality(0)).isEqualTo(Quality.UNCERTAIN_LAST_USABLE_VALUE);
        assertThat(log.values(TEMPERATURE)).containsExactly(-3.5);
        assertThat(traces.steps(log.lastTrace()).get(0).detail()).isEqualTo("mqtt mast: 1 messages");
        assertThat(connection.view().received()).isEqualTo(2);
        assertThat(connection.view().points()).isEqualTo(2);
        assertThat(connection.view().lastData()).isNotNull();
    }

    @Test
    void takesPlainValuesUnderAWildcard() {
        start(Bindings.topic("site/+/state").with("format", "plain").point("met/state", "").build(), wind());
        device.publish("site/a/state", "12.5");
        device.publish("site/b/state", "true");
        device.publish("site/c/state", "running");
        device.publish("site/mast/wind", "{\"speed\":1}");
        awaitWind(1.0);
        assertThat(log.values("met/state")).containsExactly(12.5, true, "running");
    }

    @Test
    void takesWhatIsRetained() {
        device.retain("site/mast/wind", "{\"speed\":4}");
        start(wind());
        awaitWind(4.0);
    }

    @Test
    void keepsPoisonAndGoesOn() {
        MqttConnection connection = start(Bindings.topic("site/mast/wind").point(WIND, "/speed").point(TEMPERATURE, "/t").build());
        device.publish("site/mast/wind", "{\"speed\":");
        device.publish("site/mast/wind", "{\"speed\":1}");
        device.publish("site/mast/wind", new byte[1_001]);
        device.publish("site/mast/wind", new byte[(1 << 20) + 2_000]);
        await().until(() -> letters.all.size() == 4);
        device.publish("site/mast/wind", "{\"speed\":2,\"t\":20}");
        awaitWind(1.0, 2.0);
        assertThat(letters.causes().get(0)).contains("not JSON", "line 1");
        assertThat(letters.causes().get(1)).contains("pointer '/t' of met/MMET1.EnvTmp is missing");
        assertThat(letters.causes().get(2)).contains("1001 bytes");
        assertThat(letters.causes().get(3)).contains("not taken in");
        assertThat(letters.all.get(0).payload()).isEqualTo("{\"speed\":".getBytes(StandardCharsets.UTF_8));
        assertThat(connection.view().refused()).isEqualTo(4);
    }

    @Test
    void acknowledgesNothingThatIsNotStored() {
        log.hold();
        start(wind());
        device.publish("site/mast/wind", "{\"speed\":1}");
        await().until(() -> log.offered() >= 1);
        KeptEntries second = new KeptEntries();
        start("1000", broker.port(), second, wind()); // the same client id: the broker gives it the session of the first
        await().untilAsserted(() -> assertThat(second.values(WIND)).containsExactly(1.0));
    }

    @Test
    void takesAgainWhatCouldNotBeStored() {
        start(wind());
        log.hold();
        device.publish("site/mast/wind", "{\"speed\":1}");
        device.publish("site/mast/wind", "{\"speed\":2}");
        await().until(() -> log.offered() >= 2);
        log.drop();
        awaitWind(1.0, 2.0);
        assertThat(log.gaps()).isEmpty();
    }

    @Test
    void missesNothingWhileThePlatformIsDown() {
        MqttConnection before = start(wind());
        device.publish("site/mast/wind", "{\"speed\":1}");
        awaitWind(1.0);
        before.stop();
        assertThat(before.view().state()).isEqualTo(ConnectionState.STOPPED);
        device.publish("site/mast/wind", "{\"speed\":2}");
        device.publish("site/mast/wind", "{\"speed\":3}");
        start(wind());
        awaitWind(1.0, 2.0, 3.0);
        assertThat(log.gaps()).isEmpty();
    }

    @Test
    void saysWhatABrokerRestartCost() {
        MqttConnection connection = start(wind());
        Instant begun = Instant.now();
        device.publish("site/mast/wind", "{\"speed\":1}");
        awaitWind(1.0);
        broker.stop();
        awaitState(connection, ConnectionState.DISCONNECTED);
        await().untilAsserted(() -> assertThat(log.silences(WIND)).containsExactly(Quality.BAD_NO_COMMUNICATION));
        assertThat(connection.view().reason()).isNotEmpty();
        broker.start();
        awaitState(connection, ConnectionState.CONNECTED);
        device.close();
        device = MqttTestClient.connect(broker.port());
        await().untilAsserted(() -> {
            device.publish("site/mast/wind", "{\"speed\":2}");
            assertThat(log.values(WIND)).contains(2.0);
        });
        if (broker.keepsSessions()) {
            assertThat(log.gaps()).isEmpty();
        } else {
            Gap gap = log.gaps().get(0);
            assertThat(gap.definition().id()).hasToString(WIND);
            assertThat(gap.from()).isAfterOrEqualTo(begun.minusMillis(1)).isBefore(gap.to());
            assertThat(gap.reason()).contains("mast", "session");
        }
    }

    @Test
    void doesNotDoubleWhatIsStoredButNotAcknowledged() throws IOException {
        try (LossyProxy network = new LossyProxy(broker.port())) {
            start("1000", network.port(), log, wind());
            device.publish("site/mast/wind", "{\"speed\":1}");
            awaitWind(1.0);
            network.loseWhatTheClientSays();
            device.publish("site/mast/wind", "{\"speed\":2}");
            device.publish("site/mast/wind", "{\"speed\":3}");
            awaitWind(1.0, 2.0, 3.0);
            network.cut();
            device.publish("site/mast/wind", "{\"speed\":4}");
            awaitWind(1.0, 2.0, 3.0, 4.0);
            assertThat(log.gaps()).isEmpty();
        }
    }

    @Test
    void leavesWithTheBrokerWhatTheLogCannotTake() {
        start("50", broker.port(), log, wind());
        log.hold();
        int many = 3_000;
        for (int i = 0; i < many; i++) {
            String payload = "{\"speed\":" + i + ",\"filler\":\"" + "x".repeat(200) + "\"}";
            device.send("site/mast/wind", payload.getBytes(StandardCharsets.UTF_8), 1, false);
            if (i % 500 == 499) {
                device.drain(); // the embedded broker refuses more than 1,000 at once
            }
        }
        await().during(Duration.ofMillis(100)).until(() -> log.offered() > 0 && log.offered() < many / 2);
        log.release();
        await().untilAsserted(() -> assertThat(log.values(WIND)).hasSize(many));
        assertThat(log.values(WIND)).isEqualTo(IntStream.range(0, many).mapToObj(i -> (Object) (double) i).toList());
    }

    @Test
    void takesQualityOfServiceZero() {
        start(Bindings.topic("site/mast/wind").with("qos", "0").point(WIND, "/speed").build());
        device.send("site/mast/wind", "{\"speed\":1}".getBytes(StandardCharsets.UTF_8), 0, false);
        device.drain();
        awaitWind(1.0);
    }

    @Test
    void confirmsAWriteThatIsReadBack() throws Exception {
        MqttConnection connection = start(setPoint());
        device.subscribe("site/plant/set");
        CompletableFuture<WriteResult> write = connection.write(PointId.parse(SET_POINT), 1500, Instant.now().plusSeconds(10), TRACE);
        assertThat(device.receive(Duration.ofSeconds(10)))
                .isEqualTo(new MqttTestClient.Message("site/plant/set", "{\"set\":{\"power\":1.5}}"));
        device.publish("site/plant", "{\"set\":{\"power\":1.4}}");
        device.publish("site/plant", "{\"set\":{\"power\":1.5}}");
        assertThat(write.get(10, TimeUnit.SECONDS).outcome()).isEqualTo(WriteResult.Outcome.CONFIRMED);
        assertThat(log.lastTrace()).isEqualTo(TRACE);
    }

    @Test
    void doesNotKnowOfAWriteThatIsNotReadBack() throws Exception {
        MqttConnection connection = start(setPoint());
        device.subscribe("site/plant/set");
        WriteResult result = connection.write(PointId.parse(SET_POINT), 1500, Instant.now().plusMillis(200), TRACE)
                .get(10, TimeUnit.SECONDS);
        assertThat(result.outcome()).isEqualTo(WriteResult.Outcome.UNKNOWN);
    }

    @Test
    void doesNotSendAWriteWithoutAConnectionAndNeverLater() throws Exception {
        MqttConnection connection = start(setPoint(), wind());
        broker.stop();
        awaitState(connection, ConnectionState.DISCONNECTED);
        WriteResult result = connection.write(PointId.parse(SET_POINT), 1500, Instant.now().plusMillis(100), TRACE)
                .get(10, TimeUnit.SECONDS);
        assertThat(result.outcome()).isEqualTo(WriteResult.Outcome.NOT_SENT);
        result = connection.write(PointId.parse(WIND), 1, Instant.now().plusSeconds(1), TRACE).get(10, TimeUnit.SECONDS);
        assertThat(result.outcome()).isEqualTo(WriteResult.Outcome.REJECTED);
        assertThat(result.reason()).contains("mast", WIND, "write: true");
    }

    private static TopicBinding setPoint() {
        return Bindings.topic("site/plant").with("commandTopic", "site/plant/set")
                .point(SET_POINT, "/set/power", new LinearScale(1000, 0), true).build();
    }

    @Test
    void whatABrokerWithoutOurSessionDidNotKeepIsAGap() {
        MqttSettings settings = MqttSettings.of(Bindings.connection("broker", broker.address(), "version", version(), "clientId", "after-a-stop"));
        MqttConnection connection = new MqttConnection(Bindings.CONNECTION, settings, topics(wind()), services, log, new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)));
        started.add(connection);
        Instant since = Instant.now().minusSeconds(60);
        connection.start(Times.nanos(since));
        await().untilAsserted(() -> assertThat(log.gaps()).isNotEmpty().allSatisfy(gap -> assertThat(gap.from()).isEqualTo(since)));
    }

    @Test
    void keepsTryingWhereThereIsNoBroker() {
        broker.stop();
        MqttSettings settings = MqttSettings.of(Bindings.connection("broker", broker.address(), "version", version()));
        MqttConnection connection = new MqttConnection(Bindings.CONNECTION, settings, topics(wind()), services, log, new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)));
        started.add(connection);
        connection.start(0);
        awaitState(connection, ConnectionState.DISCONNECTED);
        assertThat(connection.view().reason()).contains("refused");
        await().untilAsserted(() -> assertThat(log.silences(WIND)).containsExactly(Quality.BAD_NO_COMMUNICATION));
        broker.start();
        awaitState(connection, ConnectionState.CONNECTED);
    }
}
