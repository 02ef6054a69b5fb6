package org.gemello.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, 0", "1, 1", "1500, 1500", "0.1, 0.1", "-12.345678912, -12.34568", "123456789, 123456800",
        "0.000012, 1.200000e-05",
        "1e300, 1.000000e+300", "NaN, NaN", "-Infinity, -Infinity"})
    void numbersAreShort(double value, String text) {
        assertThat(Texts.value(value)).isEqualTo(text);
    }

    @Test
    void otherValuesAreAsTheyAre() {
        assertThat(Texts.value(null)).isEqualTo("-");
        assertThat(Texts.value(Long.MAX_VALUE)).isEqualTo("9223372036854775807");
        assertThat(Texts.value(true)).isEqualTo("true");
        assertThat(Texts.value("run")).isEqualTo("run");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0.0 s", "PT0.499S, 0.4 s", "PT9.99S, 9.9 s", "PT10S, 10 s", "PT119S, 119 s", "PT2M, 2 min", "PT119M, 119 min",
        "PT2H, 2 h", "PT47H, 47 h", "P2D, 2 d", "PT-3S, -3.0 s"})
    void agesHaveOneUnit(Duration age, String text) {
        assertThat(Texts.age(Instant.EPOCH, Instant.EPOCH.plus(age))).isEqualTo(text);
    }

    @Test
    void absentTimesAreADash() {
        assertThat(Texts.age(null, Instant.EPOCH)).isEqualTo("-");
        assertThat(Texts.time(null)).isEqualTo("-");
        assertThat(Texts.time(Instant.parse("2026-03-01T12:00:00.123456789Z"))).isEqualTo("2026-03-01T12:00:00.123Z");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1024 B (1.0 KiB)", "1610612736, 1610612736 B (1.5 GiB)"})
    void sizesHaveBoth(long bytes, String text) {
        assertThat(Texts.bytes(bytes)).isEqualTo(text);
    }
}
