package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.historian.internal.HistorianFixture.PATIENT;
import static org.gemello.historian.internal.HistorianFixture.files;
import static org.gemello.historian.internal.HistorianFixture.flush;
import static org.gemello.historian.internal.HistorianFixture.open;
import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gemello.api.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    private final Records log = new Records();
    @TempDir
    private Path folder;

    private static HistorySettings keeping(Duration age, long bytes) {
        return new HistorySettings(PATIENT.flushAge(), PATIENT.flushRows(), PATIENT.flushBytes(), age, bytes, PATIENT.rollupAge(),
                PATIENT.rollupBytes(), PATIENT.retryDelay());
    }

    private void sampleOfAge(Historian history, Duration age) {
        long time = Times.now() - age.toNanos();
        history.accept(log.samples(batch -> batch.add(log.power(), 1.5, 0, time, time)));
        flush(history);
    }

    @Test
    void removesWhatIsTooOldButTheNewest() {
        try (Historian history = open(folder, keeping(Duration.ofDays(1), Long.MAX_VALUE))) {
            sampleOfAge(history, Duration.ofDays(3));
            sampleOfAge(history, Duration.ofHours(1));
            sampleOfAge(history, Duration.ofDays(2));
            await().until(() -> files(folder).size() == 2);
            assertThat(history.position()).isEqualTo(3);
        }
        try (Historian again = open(folder, PATIENT)) {
            assertThat(again.position()).isEqualTo(3);
        }
    }

    @Test
    void removesTheOldestWhereThereIsTooMuch() {
        try (Historian history = open(folder, keeping(Duration.ofDays(1), 1))) {
            for (int i = 0; i < 3; i++) {
                sampleOfAge(history, Duration.ofHours(1));
            }
            await().until(() -> files(folder).size() == 1);
        }
        assertThat(files(folder).get(0).getFileName().toString()).startsWith("0000000000000000002-");
    }

    @Test
    void aFileThatIsReadStaysUntilTheReaderLeaves() throws IOException {
        try (Historian history = open(folder, PATIENT)) {
            history.accept(log.power(1));
        }
        FileStore store = new FileStore(folder);
        List<HistoryFile> read = store.enter(any -> true);
        store.remove(read.get(0));
        assertThat(store.all()).isEmpty();
        assertThat(read.get(0).path()).exists();
        read.get(0).leave();
        assertThat(read.get(0).path()).doesNotExist();
    }
}
