package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistorySettingsTest {

    @Test
    void hasDefaults() {
        assertThat(HistorySettings.from(name -> null)).isEqualTo(HistorySettings.DEFAULT);
    }

    @Test
    void readsQuantities() {
        HistorySettings settings = HistorySettings.from(Map.of("gemello.history.flush.age", "5 min",
                "gemello.history.retention.age", "12h", "gemello.history.retention.bytes", " 3 GB ")::get);
        assertThat(settings.flushAge()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.retentionAge()).isEqualTo(Duration.ofHours(12));
        assertThat(settings.retentionBytes()).isEqualTo(3_000_000_000L);
    }

    @Test
    void namesThePropertyThatIsWrong() {
        assertThatThrownBy(() -> HistorySettings.from(Map.of("gemello.history.retention.age", "3 GB")::get))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("gemello.history.retention.age")
                .hasMessageContaining("3 GB").hasMessageContaining("90 d");
    }
}
