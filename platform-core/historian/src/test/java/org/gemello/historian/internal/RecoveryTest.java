package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.historian.internal.HistorianFixture.PATIENT;
import static org.gemello.historian.internal.HistorianFixture.files;
import static org.gemello.historian.internal.HistorianFixture.flush;
import static org.gemello.historian.internal.HistorianFixture.open;
import static org.gemello.historian.internal.HistorianFixture.readAll;
import static org.gemello.historian.internal.HistorianFixture.values;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gemello.api.Gap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
    private final Records log = new Records();
    @TempDir
    private Path folder;
    @TempDir
    private Path copy;

    private static List<Object> counted(int end) {
        return LongStream.range(0, end).mapToObj(n -> (Object) n).toList();
    }

    /** Leaves a history as a crash does: what is in memory is forgotten, the folder stays as it is at this moment. */
    private Path crashed(Historian running) throws IOException {
        for (Path file : files(folder)) {
            Files.copy(file, copy.resolve(file.getFileName()));
        }
        running.close();
        return copy;
    }

    @Test
    void replayAfterACrashLosesAndDoublesNothing() throws IOException {
        Historian running = open(folder, PATIENT);
        IntStream.range(0, 100).forEach(i -> running.accept(log.power(i)));
        flush(running);
        IntStream.range(100, 150).forEach(i -> running.accept(log.power(i)));
        Path left = crashed(running);

        try (Historian again = open(left, PATIENT)) {
            assertThat(again.position()).isEqualTo(100);
            log.replay(again.position(), again::accept);
            assertThat(values(again)).isEqualTo(counted(150));
        }
    }

    @Test
    void recordsThatAreAlreadyInFilesArePassedOverRowByRow() {
        try (Historian history = open(folder, PATIENT)) {
            log.samples(batch -> IntStream.range(0, 10).forEach(i -> batch.add(log.power(), (long) i, 0, Records.START + i, 0)));
            log.replay(0, history::accept);
            flush(history);
            log.replay(0, history::accept);
            assertThat(values(history)).isEqualTo(counted(10));
            assertThat(history.position()).isEqualTo(10);
        }
    }

    @Test
    void closeWritesWhatIsInMemory() {
        try (Historian history = open(folder, PATIENT)) {
            IntStream.range(0, 10).forEach(i -> history.accept(log.power(i)));
        }
        try (Historian again = open(folder, PATIENT)) {
            assertThat(again.position()).isEqualTo(10);
            assertThat(values(again)).isEqualTo(counted(10));
        }
    }

    @Test
    void aHalfWrittenFileIsRemoved() throws IOException {
        try (Historian history = open(folder, PATIENT)) {
            IntStream.range(0, 10).forEach(i -> history.accept(log.power(i)));
        }
        byte[] whole = Files.readAllBytes(files(folder).get(0));
        Files.write(folder.resolve("10.tmp"), Arrays.copyOf(whole, whole.length / 2));

        try (Historian again = open(folder, PATIENT)) {
            assertThat(files(folder)).hasSize(1).noneMatch(file -> file.toString().endsWith(".tmp"));
            assertThat(values(again)).isEqualTo(counted(10));
        }
    }

    @Test
    void aCorruptFileIsSetAsideAndTheRestIsRead() throws IOException {
        try (Historian history = open(folder, PATIENT)) {
            for (int i = 0; i < 3; i++) {
                history.accept(log.power(i));
                flush(history);
            }
        }
        Path damaged = files(folder).get(1);
        byte[] bytes = Files.readAllBytes(damaged);
        Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0x7f);
        Files.write(damaged, bytes);

        try (Historian history = open(folder, PATIENT)) {
            assertThat(values(history)).containsExactly(0L, 2L);
            assertThat(readAll(history).gaps()).extracting(Gap::reason).singleElement().asString().contains("quarantine");
            assertThat(folder.resolve("quarantine").resolve(damaged.getFileName())).hasBinaryContent(bytes);
            assertThat(history.health().text()).contains("1 corrupt files in quarantine");
        }
        try (Historian again = open(folder, PATIENT)) {
            assertThat(readAll(again).gaps()).hasSize(1);
        }
    }

    @Test
    void aCorruptNewestFileComesAgainFromTheLog() throws IOException {
        try (Historian history = open(folder, PATIENT)) {
            for (int i = 0; i < 2; i++) {
                history.accept(log.power(i));
                flush(history);
            }
        }
        Files.write(files(folder).get(1), new byte[100]);
        try (Historian history = open(folder, PATIENT)) {
            assertThat(values(history)).containsExactly(0L);
        }

        try (Historian again = open(folder, PATIENT)) {
            assertThat(again.position()).isEqualTo(1);
            log.replay(again.position(), again::accept);
            flush(again);
            assertThat(values(again)).containsExactly(0L, 1L);
            assertThat(readAll(again).gaps()).isEmpty();
        }
    }

    @Test
    void foreignFilesAreLeftAlone() throws IOException {
        Path foreign = Files.writeString(Files.createDirectories(folder).resolve("notes.txt"), "mine");
        try (Historian history = open(folder, PATIENT)) {
            assertThat(values(history)).isEmpty();
        }
        assertThat(foreign).hasContent("mine");
    }
}
