package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gemello.api.PointTable;
import org.gemello.api.connection.ConnectionState;
import org.gemello.testkit.mqtt.Mosquitto;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void needsMosquitto() {
        MosquittoNeeded.orSkip("TLS");
    }

    @Test
    void trustsTheGivenAuthorityForTheRightName() throws Exception {
        assertThat(connect("ip:127.0.0.1", true)).isEmpty();
    }

    @Test
    void doesNotTrustAnotherName() throws Exception {
        assertThat(connect("dns:other.example", true)).contains("No subject alternative names matching IP address 127.0.0.1");
    }

    @Test
    void doesNotTrustAnUnknownAuthority() throws Exception {
        assertThat(connect("ip:127.0.0.1", false)).contains("unable to find valid certification path");
    }

    /** @return why the connection failed, empty where it did not */
    private String connect(String names, boolean trusted) throws Exception {
        Certificates certificates = new Certificates(folder, names);
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        try (Mosquitto broker = Mosquitto.in(folder).with("certfile " + certificates.certificate, "keyfile " + certificates.key)) {
            broker.start();
            String address = "ssl://127.0.0.1:" + broker.port();
            MqttSettings settings = MqttSettings.of(trusted
                    ? Bindings.connection("broker", address, "security.caFile", certificates.certificate.toString(),
                            "username", "gemello", "passwordFile", password.toString())
                    : Bindings.connection("broker", address));
            PointTable points = new PointTable();
            Dialect dialect = Bindings.dialect(points, Bindings.topic("a").point("t/a", "").build());
            MqttConnection connection = new MqttConnection(Bindings.CONNECTION, settings, dialect,
                    new MqttServices(points, new KeptLetters(), new KeptTraces()), new KeptEntries(),
                    new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)));
            connection.start(0);
            await().pollInterval(Duration.ofMillis(5)).until(() -> connection.view().state() == ConnectionState.CONNECTED
                    || connection.view().state() == ConnectionState.DISCONNECTED);
            String reason = connection.view().reason();
            connection.stop();
            return reason;
        }
    }
}
