package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.historian.internal.HistorianFixture.PATIENT;
import static org.gemello.historian.internal.HistorianFixture.files;
import static org.gemello.historian.internal.HistorianFixture.flush;
import static org.gemello.historian.internal.HistorianFixture.open;
import static org.gemello.historian.internal.HistorianFixture.readAll;
import static org.gemello.historian.internal.HistorianFixture.values;
import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.gemello.api.Times;
import org.gemello.api.history.Aggregate;
import org.gemello.api.history.HistoryResult;
import org.gemello.history.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
    private static final int PARTS = 64;
    private final Records log = new Records();
    @TempDir
    private Path folder;
    @TempDir
    private Path parts;

    private static List<Object> counted(int end) {
        return LongStream.range(0, end).mapToObj(n -> (Object) n).toList();
    }

    @Test
    void spillFilesBecomeOneTsFileAndNothingChanges() {
        try (Historian history = open(folder, PATIENT)) {
            for (int i = PARTS - 1; i > 0; i--) {
                history.accept(log.power(i));
                flush(history);
            }
            assertThat(files(folder)).hasSize(PARTS - 1).allMatch(file -> file.toString().endsWith(".spill"));
            history.accept(log.gap(Records.POWER, Times.instant(Records.START), Times.instant(Records.START + 1), "lost"));
            history.accept(log.power(0));
            HistoryResult before = readAll(history);
            flush(history);
            await().until(() -> files(folder).size() == 1);

            assertThat(files(folder).get(0).toString()).endsWith(".tsfile");
            assertThat(files(folder.resolve("rollup"))).hasSize(1);
            assertThat(readAll(history)).isEqualTo(before);
            assertThat(values(history)).isEqualTo(counted(PARTS));
        }
        try (Historian again = open(folder, PATIENT)) {
            assertThat(again.position()).isEqualTo(PARTS + 1);
        }
    }

    @Test
    void eightShortTsFilesBecomeOne() throws IOException {
        FileStore store = new FileStore(folder);
        for (int i = 0; i < 8; i++) {
            Path path = store.unfinished(i);
            try (HistoryFileWriter writer = new HistoryFileWriter(path)) {
                SeriesRows rows = new SeriesRows(1);
                rows.add(Row.of(Records.START + i, 7, i, 0, (long) i, "kW"));
                writer.receptions(new ReceivedTimes(), 1);
                writer.samples(Records.POWER, rows);
                store.add(store.finished(path, writer.finish(i, i + 1, 0)));
            }
        }
        new Compaction(store, new SampleMerge()).run();

        assertThat(files(folder)).singleElement().asString().contains("_L1_");
        try (Historian history = open(folder, PATIENT)) {
            assertThat(values(history)).isEqualTo(counted(8));
        }
    }

    /** The folder as a crash leaves it between the rename of the whole and the removal of its parts. */
    private void mergeAndPutThePartsBack() throws IOException {
        try (Historian history = open(folder, PATIENT)) {
            for (int i = 0; i < PARTS - 1; i++) {
                history.accept(log.power(i));
                flush(history);
                Path newest = files(folder).get(i);
                Files.copy(newest, parts.resolve(newest.getFileName()));
            }
            history.accept(log.power(PARTS - 1));
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
            assertThat(values(again)).isEqualTo(counted(PARTS));
        }
    }

    /** The folder as a crash leaves it between the sums and the TsFile of the same merge. */
    @Test
    void whatACrashLeftSummedUpIsNotSummedUpTwice() throws IOException {
        mergeAndPutThePartsBack();
        List<Path> sums = files(folder.resolve("rollup"));
        Files.delete(files(folder).stream().filter(file -> file.toString().endsWith(".tsfile")).findFirst().orElseThrow());
        try (Historian again = open(folder, PATIENT)) {
            log.replay(again.position(), again::accept);
            flush(again);
            await().until(() -> files(folder).size() == 1);
            assertThat(files(folder.resolve("rollup"))).isEqualTo(sums);
            Aggregate hour = again.aggregate(Records.POWER, Times.instant(Records.START), Times.instant(Records.START + 3_600 * Records.SECOND),
                    Duration.ofHours(1)).get(0);
            assertThat(hour.count()).isEqualTo(PARTS);
        }
    }

    @Test
    void partsStayWhereTheWholeIsDamaged() throws IOException {
        mergeAndPutThePartsBack();
        Path whole = files(folder).stream().filter(file -> file.toString().endsWith(".tsfile")).findFirst().orElseThrow();
        Files.write(whole, new byte[100]);

        try (Historian again = open(folder, PATIENT)) {
            assertThat(values(again)).isEqualTo(counted(PARTS - 1));
            log.replay(again.position(), again::accept);
            flush(again);
            assertThat(values(again)).isEqualTo(counted(PARTS));
            assertThat(readAll(again).gaps()).isEmpty();
        }
    }

    @Test
    void aSilentlyChangedFileIsFoundBeforeItIsMerged() throws IOException {
        try (Historian history = open(folder, PATIENT)) {
            for (int i = 0; i < PARTS - 1; i++) {
                history.accept(log.power(i));
                flush(history);
            }
            byte[] bytes = Files.readAllBytes(files(folder).get(3));
            bytes[20] ^= 1;
            Files.write(files(folder).get(3), bytes);
            history.accept(log.power(PARTS - 1));
            flush(history);
            await().until(() -> files(folder.resolve("quarantine")).size() == 1);

            List<Object> left = new ArrayList<>(counted(PARTS));
            left.remove(3);
            assertThat(values(history)).isEqualTo(left);
            assertThat(readAll(history).gaps()).hasSize(1);
            await().until(() -> files(folder).stream().anyMatch(file -> file.toString().endsWith(".tsfile"))); // nothing follows on those
            assertThat(values(history)).isEqualTo(left);
        }
    }
}
