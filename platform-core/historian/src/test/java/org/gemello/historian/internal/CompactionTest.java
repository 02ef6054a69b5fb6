package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gemello.historian.internal.HistorianFixture.PATIENT;
import static org.gemello.historian.internal.HistorianFixture.files;
import static org.gemello.historian.internal.HistorianFixture.flush;
import static org.gemello.historian.internal.HistorianFixture.open;
import static org.gemello.historian.internal.HistorianFixture.readAll;
import static org.gemello.historian.internal.HistorianFixture.values;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.gemello.api.Times;
import org.gemello.api.history.HistoryResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
    private final Records log = new Records();
    @TempDir
    private Path folder;
    @TempDir
    private Path parts;

    private static List<Object> counted(int end) {
        return LongStream.range(0, end).mapToObj(n -> (Object) n).toList();
    }

    @Test
    void eightBecomeOneAndNothingChanges() {
        try (Historian history = open(folder, PATIENT)) {
            for (int i = 7; i > 0; i--) {
                history.accept(log.power(i));
                flush(history);
            }
            history.accept(log.gap(Records.POWER, Times.instant(Records.START), Times.instant(Records.START + 1), "lost"));
            history.accept(log.power(0));
            HistoryResult before = readAll(history);
            flush(history);
            await().until(() -> files(folder).size() == 1);

            assertThat(readAll(history)).isEqualTo(before);
            assertThat(values(history)).isEqualTo(counted(8));
        }
    }

    @Test
    void sixtyFourFlushesEndInOneFile() {
        try (Historian history = open(folder, PATIENT)) {
            for (int i = 0; i < 64; i++) {
                history.accept(log.power(i));
                flush(history);
            }
            await().until(() -> files(folder).size() == 1);
            assertThat(values(history)).isEqualTo(counted(64));
        }
        try (Historian again = open(folder, PATIENT)) {
            assertThat(again.position()).isEqualTo(64);
        }
    }

    /** The folder as a crash leaves it between the rename of the whole and the removal of its parts. */
    private void mergeAndPutThePartsBack() throws IOException {
        try (Historian history = open(folder, PATIENT)) {
            for (int i = 0; i < 7; i++) {
                history.accept(log.power(i));
                flush(history);
                Path newest = files(folder).get(i);
                Files.copy(newest, parts.resolve(newest.getFileName()));
            }
            history.accept(log.power(7));
            flush(history);
            await().until(() -> files(folder).size() == 1);
        }
        for (Path part : files(parts)) {
            Files.copy(part, folder.resolve(part.getFileName()));
        }
    }

    @Test
    void partsThatACrashLeftBesideTheWholeAreRemoved() throws IOException {
        mergeAndPutThePartsBack();
        try (Historian again = open(folder, PATIENT)) {
            assertThat(files(folder)).hasSize(1);
            assertThat(values(again)).isEqualTo(counted(8));
        }
    }

    @Test
    void partsStayWhereTheWholeIsDamaged() throws IOException {
        mergeAndPutThePartsBack();
        Path whole = files(folder).stream().filter(file -> file.toString().contains("_L1_")).findFirst().orElseThrow();
        Files.write(whole, new byte[100]);

        try (Historian again = open(folder, PATIENT)) {
            assertThat(values(again)).isEqualTo(counted(7));
            log.replay(again.position(), again::accept);
            flush(again);
            assertThat(values(again)).isEqualTo(counted(8));
            assertThat(readAll(again).gaps()).isEmpty();
        }
    }

    @Test
    void aSilentlyChangedFileIsFoundBeforeItIsMerged() throws IOException {
        try (Historian history = open(folder, PATIENT)) {
            for (int i = 0; i < 7; i++) {
                history.accept(log.power(i));
                flush(history);
            }
            byte[] bytes = Files.readAllBytes(files(folder).get(3));
            bytes[20] ^= 1;
            Files.write(files(folder).get(3), bytes);
            history.accept(log.power(7));
            flush(history);
            await().until(() -> files(folder.resolve("quarantine")).size() == 1);

            assertThat(values(history)).containsExactly(0L, 1L, 2L, 4L, 5L, 6L, 7L);
            assertThat(readAll(history).gaps()).hasSize(1);
        }
    }
}
