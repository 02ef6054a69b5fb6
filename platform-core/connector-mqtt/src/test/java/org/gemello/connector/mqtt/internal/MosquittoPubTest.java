package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.gemello.api.PointTable;
import org.gemello.api.connection.ConnectionState;
import org.gemello.testkit.mqtt.Mosquitto;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JSON published by a program of another make, {@code mosquitto_pub}, in both versions of MQTT. */
class MosquittoPubTest {
    private static final String WIND = "met/wind";
    private final KeptEntries log = new KeptEntries();
    @TempDir
    Path folder;

    @BeforeAll
    static void needsBoth() throws InterruptedException {
        MosquittoNeeded.orSkip("mosquitto_pub");
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60)); // the machine may be busy
        try {
            new ProcessBuilder("mosquitto_pub", "--help").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
                    .waitFor();
        } catch (IOException e) {
            String loud = "NOT TESTED: JSON from mosquitto_pub. It is not on this machine; install it (apt-get install mosquitto-clients)";
            System.err.println("*".repeat(loud.length()) + '\n' + loud + '\n' + "*".repeat(loud.length()));
            Assumptions.abort(loud);
        }
    }

    @Test
    void isTakenWhateverItsVersionAndQuality() throws Exception {
        try (Mosquitto broker = Mosquitto.in(folder)) {
            broker.start();
            PointTable points = new PointTable();
            MqttSettings settings = MqttSettings.of(Bindings.connection("broker", "tcp://127.0.0.1:" + broker.port()));
            MqttConnection connection = new MqttConnection(Bindings.CONNECTION, settings,
                    Bindings.dialect(points, Bindings.topic("site/+").point(WIND, "/wind/speed").build()),
                    new MqttServices(points, new KeptLetters(), new NoTraces()), log, new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)));
            connection.start(0, StoredBefore.NOTHING);
            await().until(() -> connection.view().state() == ConnectionState.CONNECTED);
            publish(broker, "1.5", "-V", "mqttv5", "-q", "1");
            publish(broker, "2.5", "-V", "mqttv311", "-q", "0");
            publish(broker, "3.5", "-V", "mqttv311", "-q", "2"); // the broker hands it on at the QoS that was subscribed
            await().untilAsserted(() -> assertThat(log.values(WIND)).containsExactly(1.5, 2.5, 3.5));
            connection.stop();
        }
    }

    private static void publish(Mosquitto broker, String speed, String... options) throws IOException, InterruptedException {
        String[] command = new String[options.length + 9];
        System.arraycopy(options, 0, command, 9, options.length);
        String[] common = {"mosquitto_pub", "-h", "127.0.0.1", "-p", Integer.toString(broker.port()), "-t", "site/mast", "-m",
            "{\"wind\": {\"speed\": " + speed + "}}"};
        System.arraycopy(common, 0, command, 0, common.length);
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0).isTrue();
    }
}
