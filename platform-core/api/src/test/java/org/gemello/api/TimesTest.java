package org.gemello.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1_000_000_001L, -1, 0, 1, 999_999_999, 1_000_000_000, Long.MAX_VALUE})
    void everyNumberOfNanosecondsIsAnInstantAndBack(long nanos) {
        assertThat(Times.nanos(Times.instant(nanos))).isEqualTo(nanos);
    }

    @Test
    void timesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> Times.nanos(Instant.parse("2300-01-01T00:00:00Z"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Times.nanos(Instant.parse("1600-01-01T00:00:00Z"))).isInstanceOf(ArithmeticException.class);
    }
}
