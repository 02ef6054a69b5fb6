package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.historian.internal.HistorianFixture.FROM;
import static org.gemello.historian.internal.HistorianFixture.PATIENT;
import static org.gemello.historian.internal.HistorianFixture.TO;
import static org.gemello.historian.internal.HistorianFixture.flush;
import static org.gemello.historian.internal.HistorianFixture.values;
import static org.gemello.historian.internal.Records.POWER;
import static org.gemello.historian.internal.Records.SECOND;
import static org.gemello.historian.internal.Records.START;
import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.gemello.api.Gap;
import org.gemello.api.PointId;
import org.gemello.api.Sample;
import org.gemello.api.Times;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.testkit.health.MemoryAlarms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the disk is nearly full, points of history class low are not kept, and that is told. */
class OmissionTest {
    private static final PointId NOISE = PointId.parse("wt-01/WNAC.Vib");
    private final Records log = new Records();
    private final AtomicBoolean tight = new AtomicBoolean();
    private final MemoryAlarms alarms = new MemoryAlarms();
    @TempDir
    private Path folder;

    private Historian open() throws IOException {
        return new Historian(folder, PATIENT, new Surroundings(alarms, tight::get, NOISE::equals), offset -> { });
    }

    private void second(Historian history, int n) {
        long time = START + n * SECOND;
        history.accept(log.samples(batch -> batch.add(log.power(), (long) n, 0, time, time)
                .add(log.handle(NOISE, "m/s2"), (long) n, 0, time, time)));
    }

    private static List<Gap> gaps(Historian history) {
        return history.read(NOISE, FROM, TO, 1_000).gaps();
    }

    private static List<Object> noise(Historian history) {
        return history.read(NOISE, FROM, TO, 1_000).samples().stream().map(Sample::value).toList();
    }

    @Test
    void omitsThemCountsThemAndTellsAGapOverFlushes() throws IOException {
        try (Historian history = open()) {
            IntStream.range(0, 3).forEach(n -> second(history, n));
            tight.set(true);
            IntStream.range(3, 6).forEach(n -> second(history, n));
            flush(history);
            await().untilAsserted(() -> assertThat(alarms.active()).extracting(PlatformAlarms.PlatformAlarm::name)
                    .containsExactly("history.low-class-omitted"));
            assertThat(alarms.active().get(0).message()).startsWith("3 samples");
            IntStream.range(6, 9).forEach(n -> second(history, n));
            tight.set(false);
            IntStream.range(9, 12).forEach(n -> second(history, n));
            flush(history);
            await().untilAsserted(() -> assertThat(alarms.active()).isEmpty());
        }
        try (Historian history = open()) {
            assertThat(history.position()).isEqualTo(log.end());
            assertThat(values(history)).hasSize(12);
            assertThat(noise(history)).containsExactly(0L, 1L, 2L, 9L, 10L, 11L);
            assertThat(gaps(history)).extracting(Gap::reason).containsOnly(Omission.REASON);
            assertThat(gaps(history).get(0).from()).isEqualTo(Times.instant(START + 2 * SECOND));
            assertThat(gaps(history)).extracting(Gap::to).last().isEqualTo(Times.instant(START + 9 * SECOND));
            assertThat(history.aggregate(NOISE, Times.instant(START), Times.instant(START + 10 * SECOND), Duration.ofSeconds(10))
                    .get(0).bad()).isEqualTo(0.7);
        }
    }

    @Test
    void theGapIsThereAtOnceAndAfterACrash() throws IOException {
        tight.set(true);
        try (Historian history = open()) {
            IntStream.range(0, 3).forEach(n -> second(history, n));
            assertThat(gaps(history)).hasSize(1);
            assertThat(history.durable()).isZero();
        }
        try (Historian history = open()) {
            assertThat(gaps(history)).singleElement().satisfies(gap -> {
                assertThat(gap.from()).isEqualTo(Times.instant(START));
                assertThat(gap.to()).isEqualTo(Times.instant(START + 2 * SECOND));
            });
            assertThat(history.points()).containsExactly(POWER);
        }
    }
}
