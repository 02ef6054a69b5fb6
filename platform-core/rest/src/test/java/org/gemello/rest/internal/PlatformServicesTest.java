package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.ServiceUnavailableException;
import org.gemello.api.health.HealthCheck.Health;
import org.junit.jupiter.api.Test;

class PlatformServicesTest {
    private final PlatformServices platform = new PlatformServices();

    @Test
    void aServiceThatIsNotThereIsUnavailable() {
        assertThatThrownBy(platform::twins).isInstanceOf(ServiceUnavailableException.class);
        assertThatThrownBy(platform::log).isInstanceOf(ServiceUnavailableException.class);
    }

    @Test
    void aServiceThatIsNotThereIsAPartThatIsNotReady() {
        assertThat(platform.health()).extracting(Health::part)
                .containsExactly("commands", "connections", "history", "log", "packs", "traces", "twins");
        assertThat(platform.health()).allMatch(part -> part.live() && !part.ready());
    }
}
