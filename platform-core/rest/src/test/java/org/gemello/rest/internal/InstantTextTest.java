package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InstantTextTest {
    private static final int[] FRACTIONS = {0, 1, 1_000, 8_000_000, 120_000_000, 999_999_999, 999_999_000, 100};

    @Test
    void writesTimesAsTheyWriteThemselves() throws JsonProcessingException {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long second = random.nextLong(-100_000_000_000L, 300_000_000_000L); // years before 0 and after 9999 too
            Instant time = Instant.ofEpochSecond(second, i % 2 == 0 ? FRACTIONS[random.nextInt(FRACTIONS.length)] : random.nextInt(1_000_000_000));
            assertThat(Json.mapper().writeValueAsString(time)).isEqualTo('"' + time.toString() + '"');
        }
        assertThat(Stream.of(Instant.MIN, Instant.MAX, Instant.EPOCH, Instant.parse("9999-12-31T23:59:59.999999999Z"), Instant.parse("0000-01-01T00:00:00Z")))
                .allSatisfy(time -> assertThat(Json.mapper().writeValueAsString(time)).isEqualTo('"' + time.toString() + '"'));
    }
}
