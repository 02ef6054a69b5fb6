package org.gemello.historian.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresSettingsTest {
    private final Map<String, String> given = new HashMap<>(Map.of("gemello.history.postgres.url", "jdbc:postgresql://localhost:5432/plant"));

    private PostgresSettings with(String name, String value) {
        given.put("gemello.history." + name, value);
        return PostgresSettings.from(given::get);
    }

    @Test
    void onlyTheUrlMustBeGiven() {
        PostgresSettings settings = PostgresSettings.from(given::get);
        assertThat(settings.user()).isEqualTo("gemello");
        assertThat(settings.schema()).isEqualTo("gemello");
        assertThat(settings.passwordFile()).isEmpty();
        assertThat(settings.tls()).isFalse();
        assertThat(settings.limits()).isEqualTo(PostgresSettings.Limits.DEFAULT);
        assertThat(settings.retention().samples()).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void theNetworkIsEncryptedUnlessSomebodySaysOtherwise() {
        String far = "jdbc:postgresql://db.plant.example/plant";
        assertThat(with("postgres.url", far).tls()).isTrue();
        assertThatThrownBy(() -> with("postgres.tls", "false")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in the clear").hasMessageContaining("allowInsecure");
        assertThat(with("postgres.allowInsecure", "true").tls()).isFalse();
    }

    @Test
    void whatIsGivenIsUsed() {
        with("postgres.passwordFile", "/run/secrets/postgres");
        with("postgres.readers", "9");
        with("postgres.retention.minutes", "2 h");
        PostgresSettings settings = with("retention.age", "30 min");
        assertThat(settings.passwordFile()).contains(Path.of("/run/secrets/postgres"));
        assertThat(settings.limits().readers()).isEqualTo(9);
        assertThat(settings.retention().minutes()).isEqualTo(Duration.ofHours(2));
        assertThat(settings.retention().samples()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void wrongValuesAreNamed() {
        Map<String, String> wrong = Map.of("postgres.url", "jdbc:postgresql://localhost/plant?password=secret", "postgres.tls", "yes",
                "postgres.readers", "0", "postgres.schema", "a; DROP", "retention.age", "90 years", "postgres.retention.hours", "0 d");
        wrong.forEach((name, value) -> {
            String before = given.get("gemello.history." + name);
            assertThatThrownBy(() -> with(name, value)).as(name).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("gemello.history." + name).hasMessageNotContaining("secret");
            given.put("gemello.history." + name, before);
        });
        given.clear();
        assertThatThrownBy(() -> PostgresSettings.from(given::get)).hasMessage("gemello.history.postgres.url is missing");
    }
}
