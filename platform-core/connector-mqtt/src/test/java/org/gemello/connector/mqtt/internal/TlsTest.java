package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.PointTable;
import org.gemello.api.connection.ConnectionState;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.connector.mqtt.internal.Authority.Identity;
import org.gemello.testkit.mqtt.Mosquitto;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the platform trusts, and how it shows who it is, on a real broker. */
class TlsTest {
    @TempDir
    Path folder;
    private Authority authority;

    @BeforeAll
    static void needsMosquitto() {
        MosquittoNeeded.orSkip("TLS");
    }

    @BeforeEach
    void makeAuthority() throws Exception {
        authority = new Authority(folder, "authority");
    }

    @Test
    void trustsTheGivenAuthorityForTheRightName() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        assertThat(connect("127.0.0.1", trusting("username", "gemello", "passwordFile", password.toString()))).isEmpty();
    }

    @Test
    void doesNotTrustAnotherNameUnlessItIsTheOneThatWasGiven() throws Exception {
        assertThat(connect("broker.example", trusting())).contains("No subject alternative names matching IP address 127.0.0.1",
                "security.serverName");
        assertThat(connect("broker.example", trusting("security.serverName", "broker.example"))).isEmpty();
        assertThat(connect("broker.example", trusting("security.serverName", "other.example"))).contains("security.serverName");
    }

    @Test
    void doesNotTrustAnUnknownAuthority() throws Exception {
        assertThat(connect("127.0.0.1", List.of())).contains("unable to find valid certification path", "security.caFile");
    }

    @Test
    void showsACertificateFromPemFiles() throws Exception {
        Identity platform = authority.issue("platform");
        assertThat(connect("127.0.0.1", trusting("security.certFile", platform.certificate().toString(),
                "security.keyFile", platform.key().toString()), wantsCertificates())).isEmpty();
    }

    @Test
    void showsACertificateFromAKeyStore() throws Exception {
        Identity platform = authority.issue("platform");
        Path password = Files.writeString(folder.resolve("password"), Authority.PASSWORD + "\n");
        assertThat(connect("127.0.0.1", trusting("security.keyStore", platform.store().toString(),
                "security.keyPasswordFile", password.toString()), wantsCertificates())).isEmpty();
        Files.writeString(password, "wrong");
        assertThat(connect("127.0.0.1", trusting("security.keyStore", platform.store().toString(),
                "security.keyPasswordFile", password.toString()), wantsCertificates()))
                .contains(platform.store().toString(), "not with this password").doesNotContain("wrong");
    }

    @Test
    void saysThatTheBrokerRefusesUs() throws Exception {
        assertThat(connect("127.0.0.1", trusting(), wantsCertificates())).as("none").contains("the broker refuses our certificate",
                "security.certFile");
        Identity stranger = new Authority(Files.createDirectory(folder.resolve("other")), "other").issue("stranger");
        assertThat(connect("127.0.0.1", trusting("security.certFile", stranger.certificate().toString(),
                "security.keyFile", stranger.key().toString()), wantsCertificates())).as("unknown").contains("the broker refuses our certificate");
    }

    @Test
    void saysThatOurCertificateIsRevoked() throws Exception {
        Identity revoked = authority.issue("revoked");
        String list = "crlfile " + authority.revoke(revoked);
        assertThat(connect("127.0.0.1", trusting("security.certFile", revoked.certificate().toString(),
                "security.keyFile", revoked.key().toString()), wantsCertificates(), list)).contains("the broker refuses our certificate", "revoked");
        Identity good = authority.issue("good");
        assertThat(connect("127.0.0.1", trusting("security.certFile", good.certificate().toString(),
                "security.keyFile", good.key().toString()), wantsCertificates(), list)).isEmpty();
    }

    @Test
    void namesTheFileThatCannotBeUsed() throws Exception {
        Identity platform = authority.issue("platform");
        assertThat(connect("127.0.0.1", trusting("security.certFile", platform.certificate().toString(),
                "security.keyFile", folder.resolve("absent.key").toString()))).contains("absent.key", "cannot be read");
        assertThat(connect("127.0.0.1", trusting("security.certFile", platform.certificate().toString(),
                "security.keyFile", platform.certificate().toString()))).contains("no private key in PEM");
        assertThat(connect("127.0.0.1", List.of("security.caFile", platform.key().toString()))).contains("no certificates in PEM");
    }

    @ParameterizedTest
    @CsvSource({"security.certFile, security.keyFile", "security.keyFile, security.certFile", "security.keyPasswordFile, security.keyStore"})
    void wantsBothHalves(String key, String missing) {
        assertThatThrownBy(() -> MqttSettings.of(Bindings.connection("broker", "ssl://localhost", key, "/tmp/file")))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("'" + key + "'").hasMessageContaining(missing);
        assertThatThrownBy(() -> MqttSettings.of(Bindings.connection("broker", "tcp://localhost", key, "/tmp/file")))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("ssl://");
    }

    private List<String> trusting(String... more) {
        List<String> all = new ArrayList<>(List.of("security.caFile", authority.certificate.toString()));
        all.addAll(List.of(more));
        return all;
    }

    private String wantsCertificates() {
        return "cafile " + authority.certificate + "\nrequire_certificate true";
    }

    /** @return why the connection failed, empty where it did not */
    private String connect(String brokerName, List<String> settings, String... brokerLines) throws Exception {
        Identity server = authority.issue("broker", brokerName);
        try (Mosquitto broker = Mosquitto.in(folder).with("certfile " + server.certificate(), "keyfile " + server.key()).with(brokerLines)) {
            broker.start();
            List<String> all = new ArrayList<>(List.of("broker", "ssl://127.0.0.1:" + broker.port()));
            all.addAll(settings);
            ConnectionDefinition definition = Bindings.connection(all.toArray(String[]::new));
            PointTable points = new PointTable();
            MqttConnection connection = new MqttConnection(Bindings.CONNECTION, MqttSettings.of(definition),
                    Bindings.dialect(definition, points, Bindings.topic("a").point("t/a", "").build()),
                    new MqttServices(points, new KeptLetters(), new KeptTraces()), new KeptEntries(),
                    new Backoff(Duration.ofMillis(500), Duration.ofSeconds(1)));
            connection.start(0, StoredBefore.NOTHING);
            await().pollInterval(Duration.ofMillis(5)).until(() ->
                    connection.view().state() == ConnectionState.CONNECTED || connection.view().state() == ConnectionState.DISCONNECTED);
            String reason = connection.view().reason();
            connection.stop();
            return reason;
        }
    }
}
