package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.connection.WriteResult;
import org.gemello.binding.Binding;
import org.gemello.binding.LinearScale;
import org.gemello.binding.PointBinding;
import org.gemello.binding.Settings;
import org.gemello.connector.mqtt.internal.sparkplug.SparkplugHost;
import org.gemello.connector.mqtt.internal.sparkplug.SparkplugSettings;
import org.gemello.testkit.mqtt.Mosquitto;
import org.gemello.testkit.node.NodePackage;
import org.gemello.testkit.node.NodeProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Sparkplug host with an edge node of another make. */
class ForeignNodeTest {
    private static final Object GONE = Quality.BAD_NO_COMMUNICATION;
    private final KeptEntries log = new KeptEntries();
    private final KeptLetters letters = new KeptLetters();
    @TempDir
    Path folder;
    private Mosquitto broker;
    private MqttConnection connection;
    private static NodePackage peer;
    private NodeProcess node;

    @BeforeAll
    static void needsBoth() throws Exception {
        MosquittoNeeded.orSkip("Sparkplug with a foreign edge node");
        peer = NodePackage.orSkip("Sparkplug with a foreign edge node", Path.of("src/test/node"), Path.of("target/sparkplug-peer"));
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60)); // the machine may be busy
    }

    @BeforeEach
    void start() throws Exception {
        broker = Mosquitto.in(folder);
        broker.start();
        String address = "tcp://127.0.0.1:" + broker.port();
        node = peer.start("edge-node.js", "mqtt://127.0.0.1:" + broker.port());
        PointTable points = new PointTable();
        Settings sparkplug = Settings.of(Map.of("sparkplug.host", "gemello", "sparkplug.groups", "+"));
        SparkplugHost host = new SparkplugHost("mast", SparkplugSettings.of(sparkplug).orElseThrow(),
                List.of(binding("foreign/tank-farm", "Temperature", "Operating Hours", "Heap", "Serial"),
                        binding("foreign/tank-farm/tank-1", "Level", "Limit", "Open", "Pump/Speed")), points, 1 << 18);
        connection = new MqttConnection("mast", MqttSettings.of(Bindings.connection("broker", address, "sparkplug.host", "gemello",
                "sparkplug.groups", "+")), host, new MqttServices(points, letters, new NoTraces()), log,
                new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)));
        connection.start(0, StoredBefore.NOTHING);
        await().until(() -> connection.view().state() == ConnectionState.CONNECTED);
    }

    private static Binding binding(String node, String... metrics) {
        return new Binding("mast", new TwinId("tank"), Settings.of(Map.of("node", node)), Stream.of(metrics)
                .map(metric -> new PointBinding(new PointDefinition(PointId.parse(point(metric)), "1"), "mast", metric, LinearScale.IDENTITY,
                        metric.equals("Limit"), "a:1:1")).toList());
    }

    private static String point(String metric) {
        return "tank/" + metric.replaceAll("[ /]", "");
    }

    @AfterEach
    void stop() throws Exception {
        connection.stop();
        node.close();
        broker.close();
    }

    private void awaitLast(String metric, Object value) {
        await().untilAsserted(() -> assertThat(log.values(point(metric))).isNotEmpty().last().isEqualTo(value));
    }

    @Test
    void understandsItsBirthsAndDataAndIsUnderstood() throws Exception {
        awaitLast("PumpSpeed", 0.25);
        awaitLast("Temperature", -7L);
        awaitLast("OperatingHours", 4_000_000_000L);
        awaitLast("Heap", 9_007_199_254_740_991L);
        awaitLast("Serial", "Füllstand 7");
        awaitLast("Open", true);
        awaitLast("Level", 1.5);
        assertThat(quality("tank/Level")).isEqualTo(Quality.UNCERTAIN_LAST_USABLE_VALUE);
        node.tell("data 2.5");
        awaitLast("Level", 2.5);
        assertThat(quality("tank/Level")).isEqualTo(Quality.GOOD);
        node.tell("compressed 3.5");
        awaitLast("Level", 3.5);
        WriteResult written = connection.write(PointId.parse("tank/Limit"), -300, Instant.now().plusSeconds(60), TraceId.NONE)
                .get(90, TimeUnit.SECONDS);
        assertThat(written.outcome()).isEqualTo(WriteResult.Outcome.CONFIRMED);
        assertThat(letters.causes()).isEmpty();
    }

    @Test
    void seesItsDeathsWhetherAnnouncedOrNot() throws Exception {
        awaitLast("Level", 1.5);
        node.tell("death");
        await().untilAsserted(() -> assertThat(log.silences("tank/Level")).containsExactly(GONE));
        assertThat(log.silences("tank/Serial")).isEmpty();
        node.tell("stop");
        await().untilAsserted(() -> assertThat(log.silences("tank/Serial")).containsExactly(GONE));
        node.close();
        node = peer.start("edge-node.js", "mqtt://127.0.0.1:" + broker.port());
        await().until(() -> log.values("tank/Level").size() > 1);
        node.kill();
        await().untilAsserted(() -> assertThat(log.silences("tank/Level")).containsExactly(GONE, GONE));
    }

    private Quality quality(String point) {
        Quality last = null;
        for (SampleBatch batch : log.batches()) {
            for (int row = 0; row < batch.size(); row++) {
                last = batch.point(row).toString().equals(point) ? batch.quality(row) : last;
            }
        }
        return last;
    }
}
