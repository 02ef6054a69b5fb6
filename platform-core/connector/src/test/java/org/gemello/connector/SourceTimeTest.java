package org.gemello.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.gemello.api.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T19:45:00.250Z, 2026-11-21T19:45:00.250Z",
        "2026-11-21T20:45:00.123456789+01:00, 2026-11-21T19:45:00.123456789Z",
        "1700000000, 2023-11-14T22:13:20Z",
        "1700000000.25, 2023-11-14T22:13:20.250Z",
        "17000000002.5e-1, 2023-11-14T22:13:20.250Z",
        "1700000000250, 2023-11-14T22:13:20.250Z"
    })
    void readsTextAndNumbers(String text, Instant expected) {
        assertThat(Times.instant(SourceTime.parse(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-11-21T19:45:00", "-5", "NaN", "9.3e12", "1e999", "0x1p30", "1700000000d"})
    void refusesWhatIsNoTime(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SourceTime.parse(text)).withMessageStartingWith("is not a time");
    }

    @Test
    void aNumberOfMillisecondsIsExact() {
        assertThat(SourceTime.of(1.700000000001e12)).isEqualTo(1_700_000_000_001_000_000L);
    }
}
