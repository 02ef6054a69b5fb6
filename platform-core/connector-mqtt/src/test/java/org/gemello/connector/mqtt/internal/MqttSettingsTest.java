package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.codec.mqtt.MqttVersion;
import java.time.Duration;
import java.util.List;
import org.gemello.api.PointTable;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.LinearScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MqttSettingsTest {
    private static MqttSettings read(String... keysAndValues) {
        return MqttSettings.of(Bindings.connection(keysAndValues));
    }

    @Test
    void hasDefaults() {
        MqttSettings settings = read("broker", "ssl://broker.example");
        assertThat(settings.broker()).hasToString("ssl://broker.example:8883");
        assertThat(settings.version()).isEqualTo(MqttVersion.MQTT_5);
        assertThat(settings.clientId()).isEqualTo("gemello-mast");
        assertThat(settings.keepAlive()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.sessionExpiry()).isEqualTo(Duration.ofDays(1));
        assertThat(settings.receiveMaximum()).isEqualTo(1_000);
        assertThat(settings.payloadLimit()).isEqualTo(262_144);
    }

    @Test
    void sendsNothingInTheClearUnlessTold() {
        assertThatThrownBy(() -> read("broker", "tcp://broker.example:1883")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ssl://").hasMessageContaining("allowInsecure");
        assertThat(read("broker", "tcp://broker.example:1883", "security.allowInsecure", "true").broker().tls()).isFalse();
        for (String here : List.of("localhost", "127.0.0.1", "127.1.2.3", "[::1]")) {
            assertThat(read("broker", "tcp://" + here).broker().isLoopback()).as(here).isTrue();
        }
        assertThatThrownBy(() -> read("broker", "tcp://[fe80::1]")).isInstanceOf(ConfigurationException.class);
    }

    @ParameterizedTest
    @CsvSource({"broker, http://localhost", "broker, tcp://user:secret@localhost", "broker, localhost:1883",
        "broker, tcp://localhost:99999", "version, 4", "keepAlive, 0 s", "keepAlive, 1 d", "sessionExpiry, 1 ms", "receiveMaximum, 0",
        "password, secret", "clientId, ''",
        "passwordFile, secret.txt"})
    void namesTheKeyThatIsWrong(String key, String value) {
        assertThatThrownBy(() -> read("broker".equals(key) ? "clientId" : "broker", "tcp://localhost", key, value))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("'" + key + "'").message().doesNotContain("user:secret");
    }

    @Test
    void namesTheBindingThatIsWrong() {
        PointTable points = new PointTable();
        assertThatThrownBy(() -> Bindings.topic("a/#/b").build()).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'topic'");
        assertThatThrownBy(() -> Bindings.topic("a").with("time", "at").build())
                .hasMessageContaining("'time'").hasMessageContaining("JSON pointer");
        assertThatThrownBy(() -> Bindings.topic("a").with("qos", "2").build()).hasMessageContaining("'qos'");
        assertThatThrownBy(() -> Bindings.topic("a").with("commandTopic", "a/+").build()).hasMessageContaining("wildcard");
        assertThatThrownBy(() -> Bindings.topic("a").with("format", "plain").with("time", "/at").build()).hasMessageContaining("plain");
        assertThatThrownBy(() -> Bindings.dialect(points, Bindings.topic("a").point("t/a", "v").build()))
                .hasMessageContaining("bindings.yaml:3:5");
        assertThatThrownBy(() -> Bindings.dialect(points, Bindings.topic("a/+").build(), Bindings.topic("a/b").build()))
                .hasMessageContaining("deliver a message twice");
        TopicBinding nowhere = Bindings.topic("a").point("t/a", "/v", LinearScale.IDENTITY, true).build();
        assertThatThrownBy(() -> CommandTopic.of(List.of(nowhere), points))
                .hasMessageContaining("commandTopic").hasMessageContaining("bindings.yaml:3:5");
    }
}
