package org.gemello.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeOptionsTest {
    @Test
    void theLimitOfACallIsTenSecondsOrAsSet() {
        assertThat(RuntimeOptions.in(Path.of("twins"), name -> null).limit()).isEqualTo(Duration.ofSeconds(10));
        assertThat(RuntimeOptions.in(Path.of("twins"), name -> name.equals(RuntimeOptions.LIMIT) ? " 25 " : null).limit()).isEqualTo(Duration.ofSeconds(25));
    }

    @Test
    void aCommandWaitsForApprovalForAnHourOrAsSet() {
        assertThat(RuntimeOptions.in(Path.of("twins")).approval()).isEqualTo(Duration.ofHours(1));
        assertThat(RuntimeOptions.in(Path.of("twins"), name -> name.equals(RuntimeOptions.APPROVAL) ? "480" : null).approval()).isEqualTo(Duration.ofHours(8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1441", "an hour", "-1"})
    void aWrongTimeOfApprovalIsNamed(String text) {
        assertThatThrownBy(() -> RuntimeOptions.in(Path.of("twins"), name -> name.equals(RuntimeOptions.APPROVAL) ? text : null))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(RuntimeOptions.APPROVAL).hasMessageContaining(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3601", "ten", "-1", "1.5", "99999"})
    void aWrongLimitIsNamed(String text) {
        assertThatThrownBy(() -> RuntimeOptions.in(Path.of("twins"), name -> text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(RuntimeOptions.LIMIT).hasMessageContaining(text);
    }
}
