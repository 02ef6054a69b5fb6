package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gemello.historian.internal.HistorianFixture.PATIENT;
import static org.gemello.historian.internal.HistorianFixture.files;
import static org.gemello.historian.internal.HistorianFixture.flush;
import static org.gemello.historian.internal.HistorianFixture.open;
import static org.gemello.historian.internal.Records.POWER;
import static org.gemello.historian.internal.Records.SECOND;
import static org.gemello.historian.internal.Records.START;
import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.gemello.api.PointDefinition;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.Times;
import org.gemello.api.history.Aggregate;
import org.gemello.api.history.Correction;
import org.gemello.api.history.Downsampling;
import org.gemello.api.history.HistoryResult;
import org.gemello.api.log.LogEntry;
import org.gemello.history.Aggregation;
import org.gemello.history.GapRow;
import org.gemello.history.Interval;
import org.gemello.history.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers from sums are those that the rows themselves would give. */
class RollupTest {
    private static final int FLUSHES = 64;
    /** One every ten seconds: all flushes together are two thirds of a day. */
    private static final int ROWS_PER_FLUSH = 90;
    private static final long STEP = 10 * SECOND;
    private static final long END = START + FLUSHES * ROWS_PER_FLUSH * STEP;
    private final Records log = new Records();
    private final Random random = new Random(7);
    private final List<Row> rows = new ArrayList<>();
    @TempDir
    private Path folder;

    /** A walk with now and then an uncertain or bad sample, one without a value, and one that comes an hour late. */
    @BeforeEach
    void summedUp() {
        try (Historian history = open(folder, PATIENT)) {
            double value = 100;
            for (int flush = 0; flush < FLUSHES; flush++) {
                for (int i = 0; i < ROWS_PER_FLUSH; i++) {
                    value += random.nextGaussian();
                    long time = START + (long) (flush * ROWS_PER_FLUSH + i) * STEP + random.nextInt(1_000_000);
                    boolean late = flush > 8 && random.nextInt(1000) == 0;
                    sample(history, late ? time - 3_600 * SECOND : time, value, random.nextInt(50));
                }
                flush(history);
            }
            await().until(() -> !files(folder.resolve("rollup")).isEmpty());
        }
        rows.sort(Row.ORDER);
    }

    private void sample(Historian history, long time, double value, int luck) {
        int quality = luck == 0 ? Quality.BAD.code() : luck == 1 ? Quality.UNCERTAIN.code() : 0;
        rows.add(Row.of(time, time + 5, log.end(), quality, luck == 2 ? null : (Object) value, "kW"));
        history.accept(log.samples(batch -> batch.addValue(log.power(), luck == 2 ? null : value, quality, time, time + 5)));
    }

    private static Instant at(long nanos) {
        return Times.instant(nanos);
    }

    private void sameAsFromRows(Historian history, long from, long to, Duration length, List<GapRow> gaps) {
        Interval interval = new Interval(from, to);
        Row before = rows.stream().filter(row -> row.time() < from).reduce((a, b) -> b).orElse(null);
        Aggregation expected = new Aggregation(POWER, interval, interval.part(length), before, gaps);
        rows.stream().filter(row -> interval.contains(row.time())).forEach(expected);
        List<Aggregate> wanted = expected.end();
        List<Aggregate> given = history.aggregate(POWER, at(from), at(to), length);
        assertThat(given).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            same(given.get(i), wanted.get(i));
        }
    }

    private static void same(Aggregate given, Aggregate wanted) {
        assertThat(given).usingRecursiveComparison().ignoringFields("first.receivedTime", "last.receivedTime")
                .withComparatorForType((a, b) -> a.equals(b) || Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b), Double.class)
                .isEqualTo(wanted);
    }

    @Test
    void aggregatesAreThoseOfTheRows() {
        try (Historian history = open(folder, PATIENT)) {
            sameAsFromRows(history, START, END, Duration.ofHours(1), List.of());
            sameAsFromRows(history, START - 7_200 * SECOND, END + 7_200 * SECOND, Duration.ofHours(6), List.of());
            sameAsFromRows(history, START, END, Duration.ofMinutes(5), List.of());
            sameAsFromRows(history, START + 1, END - 1, Duration.ofMinutes(90), List.of());
            sameAsFromRows(history, START + 77 * SECOND, END, Duration.ofMinutes(15), List.of());
            sameAsFromRows(history, START + 77 * SECOND, END, Duration.ofDays(1), List.of());
        }
    }

    @Test
    void whatIsNotSummedUpYetIsCounted() {
        try (Historian history = open(folder, PATIENT)) {
            sample(history, START + 5_000 * SECOND + 1, 1e6, 9);
            sample(history, END + 1, 5, 9);
            flush(history);
            sample(history, START + 9_000 * SECOND + 1, -1e6, 9);
            rows.sort(Row.ORDER);
            sameAsFromRows(history, START, END + 3_600 * SECOND, Duration.ofHours(1), List.of());
            assertThat(history.read(POWER, at(START), at(END), 40).samples()).extracting(Sample::value).contains(1e6, -1e6);
        }
    }

    @Test
    void correctionsAndGapsAreInTheAnswer() {
        try (Historian history = open(folder, PATIENT)) {
            Row wrong = rows.get(1_000);
            history.accept(log.entry(new LogEntry.Corrected(new Correction(new PointDefinition(POWER, "kW"), at(wrong.time()), 4711.0,
                    Quality.GOOD, "engineer", "ice", at(END)))));
            rows.set(1_000, Row.of(wrong.time(), END, log.end() - 1, 0, 4711.0, "kW"));
            history.accept(log.gap(POWER, at(START + 20_000 * SECOND + 3), at(START + 29_000 * SECOND), "lost"));
            List<GapRow> gaps = List.of(new GapRow(START + 20_000 * SECOND + 3, START + 29_000 * SECOND, log.end() - 1, "kW", "lost"));
            sameAsFromRows(history, START, END, Duration.ofHours(1), gaps);
            assertThat(history.read(POWER, at(START), at(END), 40).samples()).extracting(Sample::value).contains(4711.0);
        }
    }

    @Test
    void aChartKeepsEveryPeakWithItsTimeAndOffset() {
        List<Row> numbers = rows.stream().filter(Row::isUsableNumber).toList();
        Row highest = numbers.stream().max(Row::compareNumber).orElseThrow();
        Row lowest = numbers.stream().min(Row::compareNumber).orElseThrow();
        try (Historian history = open(folder, PATIENT)) {
            for (Downsampling how : Downsampling.values()) {
                HistoryResult result = history.read(POWER, at(START), at(END), 20, how);
                assertThat(result.total()).isEqualTo(rows.size());
                assertThat(result.downsampled()).isTrue();
                assertThat(result.samples()).hasSizeBetween(10, 20).isSortedAccordingTo(Comparator.comparing(Sample::sourceTime));
                assertThat(result.samples()).allSatisfy(sample -> assertThat(rows).anySatisfy(row -> {
                    assertThat(row.offset()).isEqualTo(sample.offset());
                    assertThat(Times.instant(row.time())).isEqualTo(sample.sourceTime());
                    assertThat(row.value()).isEqualTo(sample.value());
                    assertThat(row.quality()).isEqualTo(sample.quality().code());
                }));
            }
            assertThat(history.read(POWER, at(START), at(END), 20).samples()).extracting(Sample::offset)
                    .contains(highest.offset(), lowest.offset());
        }
    }

    @Test
    void aDamagedFileOfSumsIsSetAsideAndTheRowsAreReadInstead() throws IOException {
        Path sums = files(folder.resolve("rollup")).get(0);
        Files.write(sums, new byte[100]);
        try (Historian history = open(folder, PATIENT)) {
            sameAsFromRows(history, START, END, Duration.ofHours(1), List.of());
            sameAsFromRows(history, START, END, Duration.ofHours(1), List.of());
            assertThat(files(folder.resolve("rollup").resolve("quarantine"))).hasSize(1);
        }
    }

    @Test
    void sumsThatWereHalfWrittenAreMadeAgain() throws IOException {
        Path sums = files(folder.resolve("rollup")).get(0);
        Files.move(sums, sums.resolveSibling("0.tmp"));
        try (Historian history = open(folder, PATIENT)) {
            sameAsFromRows(history, START, END, Duration.ofHours(1), List.of());
            sample(history, END + 1, 5, 9);
            flush(history);
            await().until(() -> files(folder.resolve("rollup")).equals(List.of(sums)));
            sameAsFromRows(history, START, END, Duration.ofHours(1), List.of());
        }
    }

    @Test
    void sumsOutliveTheRows() {
        List<Aggregate> before;
        try (Historian history = open(folder, PATIENT)) {
            before = history.aggregate(POWER, at(START), at(END), Duration.ofHours(1));
        }
        HistorySettings brief = new HistorySettings(PATIENT.flushAge(), PATIENT.flushRows(), PATIENT.flushBytes(), Duration.ofSeconds(1),
                PATIENT.retentionBytes(), PATIENT.rollupAge(), PATIENT.rollupBytes(), PATIENT.retryDelay());
        try (Historian history = open(folder, brief)) {
            for (int i = 0; i < 2; i++) { // the newest file stays in any case
                long now = Times.now();
                history.accept(log.samples(batch -> batch.add(log.power(), 1.0, 0, now, now)));
                flush(history);
            }
            await().until(() -> files(folder).stream().noneMatch(file -> file.toString().contains("_L0_")));

            List<Aggregate> after = history.aggregate(POWER, at(START), at(END), Duration.ofHours(1));
            for (int i = 0; i < after.size(); i++) {
                assertThat(after.get(i).count()).isEqualTo(before.get(i).count());
                assertThat(after.get(i).min()).isEqualTo(before.get(i).min());
                assertThat(after.get(i).max()).isEqualTo(before.get(i).max());
                assertThat(after.get(i).mean()).isCloseTo(before.get(i).mean(), within(1e-9));
            }
            assertThat(history.read(POWER, at(START), at(END), 20).total()).isEqualTo(rows.size());
        }
    }
}
