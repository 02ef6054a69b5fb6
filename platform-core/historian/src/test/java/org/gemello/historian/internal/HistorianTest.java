package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.gemello.historian.internal.HistorianFixture.FROM;
import static org.gemello.historian.internal.HistorianFixture.PATIENT;
import static org.gemello.historian.internal.HistorianFixture.TO;
import static org.gemello.historian.internal.HistorianFixture.flush;
import static org.gemello.historian.internal.HistorianFixture.open;
import static org.gemello.historian.internal.HistorianFixture.readAll;
import static org.gemello.historian.internal.HistorianFixture.values;
import static org.gemello.historian.internal.Records.POWER;
import static org.gemello.historian.internal.Records.SECOND;
import static org.gemello.historian.internal.Records.START;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gemello.api.Gap;
import org.gemello.api.PointId;
import org.gemello.api.Sample;
import org.gemello.api.Times;
import org.gemello.api.history.HistoryResult;
import org.gemello.api.history.HistoryWriting;
import org.gemello.api.log.LogEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistorianTest {
    private static final int BAD = 0x80310000;
    private static final String[] UNITS = {"kW", "1", "m/s"};
    private final Records log = new Records();
    @TempDir
    private Path folder;

    private List<Sample> throughMemoryAndFile() {
        HistoryResult fromMemory;
        try (Historian history = open(folder, PATIENT)) {
            log.replay(0, history::accept);
            fromMemory = readAll(history);
            flush(history);
            assertThat(readAll(history)).isEqualTo(fromMemory);
        }
        return fromMemory.samples();
    }

    @Test
    void tellsWhatWaitsAndHowLongWritingTakes() {
        log.samples(batch -> batch.add(log.power(), 1.5, 0, START, START));
        try (Historian history = open(folder, PATIENT)) {
            log.replay(0, history::accept);
            HistoryWriting waiting = history.writing().orElseThrow();
            assertThat(waiting.rows()).isEqualTo(1);
            assertThat(waiting.bytes()).isPositive();
            assertThat(waiting.flushes().values()).containsOnly(0L);
            flush(history);
            HistoryWriting written = history.writing().orElseThrow();
            assertThat(written.rows()).isZero();
            assertThat(written.flushes().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(1);
            assertThat(written.flushSeconds()).isPositive();
        }
    }

    @Test
    void keepsEveryKindBitForBit() {
        double[] doubles = {0.0, -0.0, 12.34, -1e300, Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        long[] longs = {0, Long.MIN_VALUE, Long.MAX_VALUE, -1, Long.MIN_VALUE, 1L << 53 | 1};
        log.samples(batch -> {
            for (double value : doubles) {
                batch.add(log.power(), value, 0, START + batch.size(), START + 7);
            }
            for (long value : longs) {
                batch.add(log.power(), value, BAD, START + batch.size(), START - 7);
            }
            batch.add(log.power(), true, 0x40000000, START + batch.size(), Long.MIN_VALUE);
            batch.add(log.power(), false, 1, START + batch.size(), Long.MAX_VALUE);
            batch.add(log.power(), "", 0, START + batch.size(), 0);
            batch.add(log.power(), "läuft \u0000 \uD83D\uDE00", 0, START + batch.size(), 0);
            batch.addNone(log.power(), BAD, START + batch.size(), 0);
        });

        List<Sample> samples = throughMemoryAndFile();

        assertThat(samples).extracting(Sample::value).containsExactly(0.0, -0.0, 12.34, -1e300, Double.MIN_VALUE, Double.NaN,
                Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0L, Long.MIN_VALUE, Long.MAX_VALUE, -1L, Long.MIN_VALUE, 1L << 53 | 1,
                true, false, "", "läuft \u0000 \uD83D\uDE00", null);
        assertThat(samples).extracting(sample -> sample.quality().code())
                .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, BAD, BAD, BAD, BAD, BAD, BAD, 0x40000000, 1, 0, 0, BAD);
        assertThat(samples).extracting(Sample::receivedTime).startsWith(Times.instant(START + 7)).endsWith(Instant.EPOCH)
                .contains(Times.instant(Long.MIN_VALUE), Times.instant(Long.MAX_VALUE), Times.instant(START - 7));
        assertThat(samples).extracting(Sample::offset).containsExactlyElementsOf(LongStream.range(0, 19).boxed().toList());
        assertThat(samples).extracting(Sample::unit).containsOnly("kW");
    }

    @Test
    void keepsTheUnitOfEachSample() {
        for (int i = 0; i < 9; i++) {
            int n = i;
            log.samples(batch -> batch.add(log.handle(POWER, UNITS[n % 3]), n * 0.1, 0, START + n, START));
        }

        assertThat(throughMemoryAndFile()).extracting(Sample::unit).containsExactly("kW", "1", "m/s", "kW", "1", "m/s", "kW", "1", "m/s");
    }

    @Test
    void keepsAllSamplesOfOneInstantInTheOrderOfTheLog() {
        log.samples(batch -> IntStream.range(0, 500).forEach(i -> batch.add(log.power(), (long) i, 0, START + i / 100, START)));

        List<Sample> samples = throughMemoryAndFile();

        assertThat(samples).extracting(Sample::value)
                .containsExactlyElementsOf(LongStream.range(0, 500).mapToObj(i -> (Object) i).toList());
        assertThat(samples).extracting(sample -> Times.nanos(sample.sourceTime()))
                .containsExactlyElementsOf(LongStream.range(0, 500).map(i -> START + i / 100).boxed().toList());
    }

    @Test
    void tiesDoNotLeakOverTheBoundsOfAQuestion() {
        log.samples(batch -> IntStream.range(0, 300).forEach(i -> batch.add(log.power(), (long) i, 0, START + i / 100, START)));
        throughMemoryAndFile();

        try (Historian history = open(folder, PATIENT)) {
            HistoryResult middle = history.read(POWER, Times.instant(START + 1), Times.instant(START + 2), 1000);
            assertThat(middle.samples()).hasSize(100).extracting(Sample::value).startsWith(100L).endsWith(199L);
        }
    }

    @Test
    void sortsWhatComesOutOfOrderAndLate() {
        try (Historian history = open(folder, PATIENT)) {
            for (int second : new int[] {50, 10, 40}) {
                history.accept(log.power(second));
            }
            flush(history);
            for (int second : new int[] {45, 5}) {
                history.accept(log.power(second));
            }
            flush(history);
            history.accept(log.power(1));

            assertThat(values(history)).containsExactly(1L, 5L, 10L, 40L, 45L, 50L);
        }
    }

    @Test
    void readsAnIntervalWithoutItsEnd() {
        try (Historian history = open(folder, PATIENT)) {
            IntStream.range(0, 10).forEach(i -> history.accept(log.power(i)));
            flush(history);
            IntStream.range(10, 20).forEach(i -> history.accept(log.power(i)));

            HistoryResult result = history.read(POWER, Times.instant(START + 5 * SECOND), Times.instant(START + 12 * SECOND), 100);

            assertThat(result.samples()).extracting(Sample::value).containsExactly(5L, 6L, 7L, 8L, 9L, 10L, 11L);
            assertThat(result.total()).isEqualTo(7);
            assertThat(result.downsampled()).isFalse();
            assertThat(history.read(PointId.parse("wt-02/WTUR.W"), FROM, TO, 10).samples()).isEmpty();
        }
    }

    @Test
    void keepsGapsWithTheirReason() {
        Instant lost = Times.instant(START);
        log.gap(POWER, lost, lost.plusSeconds(60), "connection plant lost: Bad_ConnectionClosed");
        log.gap(POWER, lost, lost.plusSeconds(30), "server restarted");
        log.gap(POWER, Instant.MIN, lost.minusSeconds(100), "never seen before");
        try (Historian history = open(folder, PATIENT)) {
            log.replay(0, history::accept);
            List<Gap> inMemory = readAll(history).gaps();
            flush(history);

            assertThat(readAll(history).gaps()).isEqualTo(inMemory).hasSize(3);
            assertThat(history.read(POWER, lost.plusSeconds(40), lost.plusSeconds(50), 10).gaps())
                    .extracting(gap -> gap.definition().unit(), Gap::from, Gap::to, Gap::reason)
                    .containsExactly(tuple("kW", lost, lost.plusSeconds(60), "connection plant lost: Bad_ConnectionClosed"));
            assertThat(history.read(POWER, lost.plusSeconds(61), lost.plusSeconds(62), 10).gaps()).isEmpty();
        }
    }

    @Test
    void passesOverWhatIsNoSampleButCountsIt() {
        try (Historian history = open(folder, PATIENT)) {
            history.accept(log.entry(new LogEntry.Tick(Instant.EPOCH)));
            assertThat(history.position()).isEqualTo(1);
            assertThat(history.durable()).isEqualTo(1);
            history.accept(log.power(1));
            assertThat(history.durable()).isEqualTo(1);
            flush(history);
            assertThat(history.durable()).isEqualTo(2);
        }
    }

    @Test
    void answersAtMostMaxPoints() {
        try (Historian history = open(folder, PATIENT)) {
            IntStream.range(0, 2000).forEach(i -> history.accept(log.power(i)));
            flush(history);
            IntStream.range(2000, 4000).forEach(i -> history.accept(log.power(i)));

            HistoryResult result = history.read(POWER, FROM, TO, 50);

            assertThat(result.samples()).hasSizeLessThanOrEqualTo(50).extracting(Sample::value).contains(0L, 3999L);
            assertThat(result.total()).isEqualTo(4000);
            assertThat(result.downsampled()).isTrue();
        }
    }

    @Test
    void refusesQuestionsWithoutSense() {
        try (Historian history = open(folder, PATIENT)) {
            assertThatThrownBy(() -> history.read(POWER, TO, FROM, 10)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not before");
            assertThatThrownBy(() -> history.read(POWER, FROM, TO, 1)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("at least 2");
            assertThat(history.read(POWER, Instant.MIN, Instant.MAX, 2).samples()).isEmpty();
        }
    }

    @Test
    void takesAThousandPointsOfAThousandRows() {
        List<PointId> points = IntStream.range(0, 1000).mapToObj(i -> PointId.parse("wt-" + i + "/WTUR.W")).toList();
        try (Historian history = open(folder, HistorianFixture.settings(200_000))) {
            for (int second = 0; second < 1000; second++) {
                long time = START + second * SECOND;
                history.accept(log.samples(batch -> points.forEach(
                        point -> batch.add(log.handle(point, "kW"), (time / SECOND % 977) / 100.0, 0, time, time + 1000))));
            }
            HistoryResult one = history.read(points.get(500), FROM, TO, 2000);
            assertThat(one.samples()).hasSize(1000).isSortedAccordingTo((a, b) -> a.sourceTime().compareTo(b.sourceTime()));
        }
    }
}
