package org.gemello.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.gemello.log.LogOptions.Commit;
import org.junit.jupiter.api.Test;

class LogOptionsTest {

    @Test
    void absentPropertiesHaveTheirDefaults() {
        assertThat(LogOptions.from(key -> null)).isEqualTo(LogOptions.DEFAULT);
    }

    @Test
    void propertiesAreReadWithTheirUnits() {
        Map<String, String> properties = Map.of("gemello.log.commit", "always", "gemello.log.commit.window", "5 ms",
                "gemello.log.segment.bytes", "8 MB", "gemello.log.unsynced.bytes", "1048576", "gemello.log.retention.bytes", "1gb",
                "gemello.log.retention.age", "30 d");
        assertThat(LogOptions.from(properties::get)).isEqualTo(
                new LogOptions(Commit.ALWAYS, Duration.ofMillis(5), 8 << 20, 1 << 20, 1 << 30, Duration.ofDays(30)));
    }

    @Test
    void whatIsNotUnderstoodIsNamedWithARemedy() {
        assertThatThrownBy(() -> LogOptions.from(Map.of("gemello.log.commit", "sometimes")::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gemello.log.commit").hasMessageContaining("sometimes").hasMessageContaining("[none, batch, always]");
        assertThatThrownBy(() -> LogOptions.from(Map.of("gemello.log.segment.bytes", "64 Miles")::get))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("gemello.log.segment.bytes")
                .hasMessageContaining("'64 MB'");
        assertThatThrownBy(() -> LogOptions.from(Map.of("gemello.log.segment.bytes", "1")::get))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("segment size is 1");
    }
}
