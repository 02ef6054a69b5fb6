package org.gemello.connector.mqtt.internal.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemello.binding.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkplugSettingsTest {

    @Test
    void hasDefaults() {
        SparkplugSettings settings = SparkplugSettings.of(Settings.of(Map.of("sparkplug.host", "h", "sparkplug.groups", "a,  b c")))
                .orElseThrow();
        assertThat(settings).isEqualTo(new SparkplugSettings("h", List.of("a", "b c"), true, Duration.ofSeconds(2), Duration.ofSeconds(5)));
        assertThat(SparkplugSettings.of(Settings.of(Map.of("broker", "tcp://b")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sparkplug.host,a/b", "sparkplug.host,''", "sparkplug.groups,'a,+'", "sparkplug.groups,STATE", "sparkplug.groups,'a,,b'",
            "sparkplug.reorderTimeout,1 h", "sparkplug.rebirthInterval,1 ms", "sparkplug.primary,yes"})
    void namesWhatIsWrong(String key, String value) {
        Map<String, String> texts = new HashMap<>(Map.of("sparkplug.host", "h", "sparkplug.groups", "g"));
        texts.put(key, value);
        Settings settings = Settings.of(texts);
        assertThatThrownBy(() -> SparkplugSettings.of(settings)).hasMessageContaining("'" + key + "'");
    }

    @ParameterizedTest
    @CsvSource({"plant,write group/node", "plant//x,write group/node", "a/b/c/d,write group/node", "other/node,group 'other' is not one"})
    void namesABindingThatIsNoNode(String node, String problem) {
        HostUnderTest plant = new HostUnderTest().bind(node, "p", "m");
        assertThatThrownBy(plant::make).hasMessageContaining(problem);
    }
}
