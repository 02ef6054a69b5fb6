package org.gemello.rest.internal.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptAnswersTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    @TempDir
    private Path folder;

    private KeptAnswers at(Instant time) throws IOException {
        return new KeptAnswers(folder.resolve("answers.jsonl"), Clock.fixed(time, ZoneOffset.UTC));
    }

    private static KeptAnswer answer(Instant time, int bytes) {
        return new KeptAnswer(time, "ab12", "cd34", 200, "application/json", null, null, new byte[bytes]);
    }

    @Test
    void aDayLaterTheKeyIsFree() throws IOException {
        KeptAnswers now = at(NOON);
        assertThat(now.begin("olga", "k")).isEmpty();
        now.end("olga", "k", answer(NOON, 2));
        assertThat(at(NOON.plus(KeptAnswers.KEPT).minusSeconds(1)).begin("olga", "k")).get().extracting(KeptAnswer::status).isEqualTo(200);
        assertThat(at(NOON.plus(KeptAnswers.KEPT)).begin("olga", "k")).isEmpty();
    }

    @Test
    void whoSendsManyKeysLosesOwnOnesAlone() throws IOException {
        KeptAnswers now = at(NOON);
        now.begin("olga", "hers");
        for (int i = 0; i <= KeptAnswers.MOST_OF_ONE; i++) {
            now.begin("script", "k-" + i);
            now.end("script", "k-" + i, answer(NOON, 2));
        }
        assertThat(now.begin("script", "k-1")).isPresent();
        assertThat(now.begin("script", "k-0")).isEmpty();
        assertThat(now.begin("olga", "hers")).isPresent();
    }

    @Test
    void largeAnswersMakeRoomEarlier() throws IOException {
        KeptAnswers now = at(NOON);
        for (int i = 0; i < 5; i++) {
            now.begin("script", "k-" + i);
            now.end("script", "k-" + i, answer(NOON, 1 << 20));
        }
        assertThat(now.begin("script", "k-4")).isPresent();
        assertThat(now.begin("script", "k-0")).isEmpty();
    }

    @Test
    void theFileIsItsOwnersAndShrinksAtAStart() throws IOException {
        KeptAnswers now = at(NOON);
        for (int i = 0; i < 20; i++) {
            now.begin("olga", "k-" + i);
            now.end("olga", "k-" + i, i < 19 ? null : answer(NOON.minus(Duration.ofHours(1)), 2));
        }
        Path file = folder.resolve("answers.jsonl");
        assertThat(Files.readAllLines(file)).hasSize(40);
        at(NOON);
        assertThat(Files.readAllLines(file)).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }
}
