package org.gemello.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gemello.api.connection.DeadLetters.DeadLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterStoreTest {
    @TempDir
    Path directory;

    private static byte[] payload(int number) {
        return ("{broken " + number).getBytes(StandardCharsets.UTF_8);
    }

    private static void add(DeadLetterStore store, int number) {
        store.add("plant", "mast/" + number, payload(number), "line 1, column 9: expected a name in quotes");
    }

    private List<String> latest(int limit) {
        try (DeadLetterStore store = new DeadLetterStore(directory)) {
            return store.latest(limit).stream().map(DeadLetter::source).toList();
        }
    }

    @Test
    void lettersAreGivenNewestFirstAlsoAfterReopening() {
        for (int life = 0; life < 3; life++) {
            try (DeadLetterStore store = new DeadLetterStore(directory)) {
                add(store, 2 * life);
                add(store, 2 * life + 1);
                DeadLetter newest = store.latest(1).get(0);
                assertThat(newest.connection()).isEqualTo("plant");
                assertThat(newest.payload()).isEqualTo(payload(2 * life + 1));
                assertThat(newest.cause()).contains("column 9");
                assertThat(newest.time()).isNotNull();
            }
        }
        assertThat(latest(4)).containsExactly("mast/5", "mast/4", "mast/3", "mast/2");
        assertThat(latest(100)).hasSize(6);
        assertThat(latest(0)).isEmpty();
    }

    @Test
    void theOldestGoAndAreCounted() throws IOException {
        try (DeadLetterStore store = new DeadLetterStore(directory, 500)) {
            for (int i = 0; i < 200; i++) {
                add(store, i);
            }
            int kept = store.latest(1000).size();
            assertThat(kept).isLessThan(60);
            assertThat(store.removed()).isEqualTo(200 - kept);
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.count()).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void aLetterTornAtAnyByteIsPassedOverAndNoOtherIsLost() throws IOException {
        try (DeadLetterStore store = new DeadLetterStore(directory)) {
            add(store, 0);
        }
        Path file = directory.resolve(String.format("%018d.letters", 0));
        int one = (int) Files.size(file);
        byte[] two = Arrays.copyOf(Files.readAllBytes(file), 2 * one);
        System.arraycopy(two, 0, two, one, one);
        for (int length = one; length < two.length; length++) {
            Files.write(file, Arrays.copyOf(two, length));
            assertThat(latest(9)).containsExactly("mast/0");
        }
        try (DeadLetterStore store = new DeadLetterStore(directory)) {
            add(store, 1);
        }
        assertThat(latest(9)).containsExactly("mast/1", "mast/0");
    }

    @Test
    void aHugePayloadIsCutAndSaysSo() {
        try (DeadLetterStore store = new DeadLetterStore(directory)) {
            store.add("plant", "mast", new byte[3 << 20], "too large");
            DeadLetter letter = store.latest(1).get(0);
            assertThat(letter.payload()).hasSize(1 << 20);
            assertThat(letter.cause()).contains("too large").contains("3145728 bytes cut");
        }
    }

    @Test
    void aLetterIsFoundByItsNumberWhileItIsKept() {
        try (DeadLetterStore store = new DeadLetterStore(directory, 500)) {
            for (int i = 0; i < 200; i++) {
                add(store, i);
            }
            assertThat(store.letter(store.removed() - 1)).isEmpty();
        }
        try (DeadLetterStore store = new DeadLetterStore(directory, 500)) {
            for (DeadLetter letter : store.latest(1000)) {
                assertThat(letter.source()).isEqualTo("mast/" + letter.number());
                assertThat(store.letter(letter.number())).map(DeadLetter::source).contains(letter.source());
            }
            assertThat(store.latest(1).get(0).number()).isEqualTo(199);
            assertThat(store.letter(200)).isEmpty();
            assertThat(store.letter(-1)).isEmpty();
        }
    }
}
