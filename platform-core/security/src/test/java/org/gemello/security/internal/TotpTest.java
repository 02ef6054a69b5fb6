package org.gemello.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, SHA-1; the last six of its eight digits, which are the same number modulo a million. */
    @ParameterizedTest
    @CsvSource({"59,94287082", "1111111109,07081804", "1111111111,14050471", "1234567890,89005924", "2000000000,69279037",
        "20000000000,65353130"})
    void itIsTheStandardsFunction(long time, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(time)))).isEqualTo(code.substring(2));
    }

    @Test
    void oneStepOfDriftIsTakenAndACodeOnlyOnce() {
        Instant now = Instant.ofEpochSecond(1_000_000_000);
        long step = Totp.step(now);
        for (long good = step - 1; good <= step + 1; good++) {
            assertThat(Totp.accepted(SECRET, Totp.code(SECRET, good), now, -1)).isEqualTo(OptionalLong.of(good));
        }
        assertThat(Totp.accepted(SECRET, Totp.code(SECRET, step - 2), now, -1)).isEmpty();
        assertThat(Totp.accepted(SECRET, Totp.code(SECRET, step + 2), now, -1)).isEmpty();
        assertThat(Totp.accepted(SECRET, Totp.code(SECRET, step), now, step)).isEmpty();
        assertThat(Totp.accepted(SECRET, "", now, -1)).isEmpty();
    }

    /** RFC 4648, 10, without padding. */
    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void base32IsTheStandards(String text, String code) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(code);
        assertThat(Base32.decode(code)).isEqualTo(text.getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> Base32.decode("M1")).isInstanceOf(IllegalArgumentException.class);
    }
}
