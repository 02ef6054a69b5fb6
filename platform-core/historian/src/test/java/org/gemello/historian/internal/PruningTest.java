package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.historian.internal.HistorianFixture.PATIENT;
import static org.gemello.historian.internal.HistorianFixture.files;
import static org.gemello.historian.internal.HistorianFixture.flush;
import static org.gemello.historian.internal.HistorianFixture.open;
import static org.gemello.historian.internal.Records.POWER;
import static org.gemello.historian.internal.Records.SECOND;
import static org.gemello.historian.internal.Records.START;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gemello.api.PointId;
import org.gemello.api.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged file shows which files a question opens. */
class PruningTest {
    private final Records log = new Records();
    @TempDir
    private Path folder;

    @Test
    void aQuestionOpensOnlyTheFilesOfItsTimeThoughAClockIsWrong() throws IOException {
        int lost = log.handle(PointId.parse("wt-02/WTUR.W"), "kW");
        try (Historian history = open(folder, PATIENT)) {
            for (int hour = 0; hour < 3; hour++) {
                history.accept(log.power(hour * 3600));
                history.accept(log.samples(batch -> batch.add(lost, 1L, 0, 77, 77))); // its clock stands in 1970
                flush(history);
            }
        }
        Files.write(files(folder).get(0), new byte[10]);
        Files.write(files(folder).get(2), new byte[10]);

        try (Historian history = open(folder, PATIENT)) {
            long hour = 3600 * SECOND;
            assertThat(history.read(POWER, Times.instant(START + hour - 1), Times.instant(START + 2 * hour), 10).samples()).hasSize(1);
            assertThat(files(folder.resolve("quarantine"))).isEmpty();
        }
    }
}
