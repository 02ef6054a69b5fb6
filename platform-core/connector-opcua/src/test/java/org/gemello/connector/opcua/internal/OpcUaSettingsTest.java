package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gemello.api.PointTable;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.Place;
import org.gemello.binding.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpcUaSettingsTest {
    private static final String FILE = "connections/plant.yaml";
    private final Map<String, String> texts = new LinkedHashMap<>(Map.of(
            "endpoint", "opc.tcp://localhost:4840/plant", "security.policy", "none"));

    private OpcUaSettings read() {
        Map<String, Settings.Value> values = new LinkedHashMap<>();
        int line = 3;
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            Place place = new Place(FILE, entry.getKey().equals("endpoint") ? 2 : line++, 11);
            values.put(entry.getKey(), new Settings.Value(entry.getValue(), place));
        }
        return OpcUaSettings.of(new ConnectionDefinition("plant", "opcua", new Settings(new Place(FILE, 1, 1), values)));
    }

    @Test
    void defaultsSuitAPlantAtTenHertz() {
        OpcUaSettings settings = read();
        assertThat(settings.samplingInterval()).isEqualTo(Duration.ofMillis(100));
        assertThat(settings.publishingInterval()).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.queueSize(Duration.ofMillis(100))).as("ten seconds and a publishing interval").isEqualTo(103);
        assertThat(settings.queueSize(Duration.ZERO)).as("as fast as it can").isEqualTo(1_025);
        assertThat(settings.maxInFlight()).isEqualTo(65_536);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opc.tcp://localhost:4840", "opc.tcp://127.0.0.1:4840/a", "opc.tcp://127.8.9.1:4840", "opc.tcp://[::1]:4840/a"})
    void withoutSecurityOnlyThisMachineIsReached(String endpoint) {
        texts.put("endpoint", endpoint);
        assertThat(read().endpoint()).hasToString(endpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opc.tcp://plc-7.example:4840", "opc.tcp://10.0.0.7:4840",
        "opc.tcp://localhost.example:4840", "opc.tcp://127.evil.example:4840"})
    void anotherMachineNeedsAnExplicitWord(String endpoint) {
        texts.put("endpoint", endpoint);
        assertThatThrownBy(this::read).isInstanceOf(ConfigurationException.class).hasMessageContaining("security.allowInsecure: true")
                .hasMessageStartingWith(FILE + ":3:11");
        texts.put("security.allowInsecure", "true");
        assertThat(read().endpoint()).hasToString(endpoint);
    }

    @ParameterizedTest
    @CsvSource({"endpoint, http://localhost:4840, 2, opc.tcp://host:port/path",
        "endpoint, opc.tcp://localhost, 2, opc.tcp://host:port/path",
        "endpoint, opc.tcp://user:secret@localhost:4840, 2, without user name", "security.policy, Basic512, 3, it must be 'best'",
        "samplingInterval, 100, 4, 100 ms", "publishingInterval, 1 ms, 4, from 10 to 60000 ms", "queueSize, 0, 4, from 1 to 100000",
        "sampelInterval, 100 ms, 4, not known here"})
    void everyErrorNamesPlaceAndRemedy(String key, String text, int line, String remedy) {
        texts.put(key, text);
        assertThatThrownBy(this::read).isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(FILE + ":" + line + ":11").hasMessageContaining(remedy);
    }

    @ParameterizedTest
    @CsvSource({"security.policy, Basic256, security.allowDeprecated: true", "security.policy, Basic128Rsa15, Write 'best'",
        "security.mode, Sign, has no meaning with 'security.policy: none'", "hostname, theirs, 'configured, server, strict'",
        "passwordFile, /secret, needs a 'username'", "userKey, /key.pem, needs a 'userCertificate'"})
    void whatWouldWeakenOrCannotBeIsRefused(String key, String text, String remedy) {
        texts.put(key, text);
        assertThatThrownBy(this::read).isInstanceOf(ConfigurationException.class).hasMessageStartingWith(FILE).hasMessageContaining(remedy);
    }

    @Test
    void theSecurityPolicyHasNoDefault() {
        texts.remove("security.policy");
        assertThatThrownBy(this::read).hasMessageStartingWith(FILE + ":1:1")
                .hasMessageContaining("'security.policy' is missing");
    }

    @Test
    void anAddressThatIsNoNodeIdIsRefusedWithItsPlace() {
        Site site = new Site("opc.tcp://localhost:4840");
        site.bind("t/good", "ns=2;i=7");
        site.bind("t/bad", "Motor.Speed");
        assertThatThrownBy(() -> new Items(site.bindings("plant"), read(), new PointTable()))
                .isInstanceOf(ConfigurationException.class).hasMessageStartingWith("bindings/test.yaml:2:5: 'Motor.Speed'");
    }
}
