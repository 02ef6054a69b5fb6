package org.gemello.historian.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gemello.testkit.Patience.await;
import static org.gemello.testkit.history.RecordedLog.second;
import static org.gemello.testkit.history.StoreUnderTest.POWER;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import org.gemello.history.Nanos;
import org.gemello.history.Row;
import org.gemello.historian.postgres.internal.PostgresSettings.Retention;
import org.gemello.testkit.history.RecordedLog;
import org.junit.jupiter.api.Test;

/** Answers out of sums are those out of the samples. */
class SumsTest {
    private static final int SECONDS = 4 * 3600;
    private final String schema = SharedServer.freshSchema();
    private final RecordedLog log = new RecordedLog();
    private final Random random = new Random(7);

    private PostgresHistory open() {
        return SharedServer.open(SharedServer.settings(schema));
    }

    /** A value every ten seconds for four hours, some bad, with holes of some minutes. */
    private void record(PostgresHistory history) {
        int power = log.handle(POWER, "kW");
        history.accept(log.samples(batch -> {
            for (int i = 0; i < SECONDS; i += 10) {
                if (i / 600 % 5 != 3) {
                    int quality = random.nextInt(20) == 0 ? Quality.BAD.code() : random.nextInt(20) == 0 ? Quality.UNCERTAIN.code() : 0;
                    batch.add(power, random.nextGaussian() * 100, quality, Times.nanos(second(i)) + random.nextInt(1_000_000), 0);
                }
            }
        }));
    }

    private void awaitSummed(PostgresHistory history) {
        await().until(() -> history.durable() == log.end()
                && SharedServer.ask(schema, "SELECT count(*) FROM unsummed").equals("0"));
    }

    /** The same question put to the samples alone. */
    private static List<Aggregate> fromSamples(PostgresHistory history, Instant from, Instant to, Duration length) {
        Interval interval = Interval.of(from, to);
        List<GapRow> gaps = history.read(POWER, from, to, 10).gaps().stream().map(gap -> GapRow.of(gap, 0)).toList();
        Row[] before = new Row[1];
        history.scan(POWER, second(-1e6), from, sample -> before[0] = row(sample));
        Aggregation aggregation = new Aggregation(POWER, interval, interval.part(length), before[0], gaps);
        history.scan(POWER, from, to, sample -> aggregation.accept(row(sample)));
        return aggregation.end();
    }

    private static Row row(Sample sample) {
        return Row.of(Nanos.of(sample.sourceTime()), Nanos.of(sample.receivedTime()), sample.offset(), sample.quality().code(), sample.value(),
                sample.unit());
    }

    private static void assertSame(PostgresHistory history) {
        for (Duration length : List.of(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(3))) {
            for (int from : new int[] {0, 1_800, -3_600}) {
                List<Aggregate> expected = fromSamples(history, second(from), second(SECONDS - 77), length);
                List<Aggregate> actual = history.aggregate(POWER, second(from), second(SECONDS - 77), length);
                assertThat(actual).usingRecursiveComparison().withComparatorForType(SumsTest::nearly, Double.class).isEqualTo(expected);
            }
        }
        List<Sample> all = new ArrayList<>();
        history.scan(POWER, second(0), second(SECONDS), all::add);
        for (Downsampling how : Downsampling.values()) {
            HistoryResult thin = history.read(POWER, second(0), second(SECONDS), 60, how);
            assertThat(thin.total()).isEqualTo(all.size());
            assertThat(thin.samples()).hasSizeBetween(20, 60).isSubsetOf(all);
        }
        List<Object> peaks = List.of(all.stream().filter(sample -> !sample.quality().isBad()).map(sample -> (Double) sample.value())
                .max(Double::compare).orElseThrow());
        assertThat(history.read(POWER, second(0), second(SECONDS), 60).samples()).extracting(Sample::value).containsAll(peaks);
    }

    private static int nearly(double a, double b) {
        return Double.compare(a, b) == 0 || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a) + Math.abs(b)) ? 0 : Double.compare(a, b);
    }

    @Test
    void sumsAnswerAsTheSamplesDo() throws Exception {
        try (PostgresHistory history = open()) {
            record(history);
            awaitSummed(history);
            assertThat(SharedServer.ask(schema, "SELECT count(*) FROM hours")).isEqualTo("4");
            assertSame(history);
        }
    }

    @Test
    void whatComesLateIsInTheAnswerAtOnceAndInTheSumsSoon() throws Exception {
        try (PostgresHistory history = open()) {
            record(history);
            awaitSummed(history);
            int power = log.handle(POWER, "kW");
            history.accept(log.backfill(batch -> {
                for (int i = 0; i < 200; i++) {
                    batch.add(power, 1_000.0 + i, 0, Times.nanos(second(random.nextInt(SECONDS))), 0);
                }
            }));
            assertSame(history);
            awaitSummed(history);
            assertSame(history);
        }
    }

    @Test
    void correctionsAndGapsAreInTheAnswer() throws Exception {
        try (PostgresHistory history = open()) {
            record(history);
            Sample some = history.read(POWER, second(5_000), second(6_000), 1_000).samples().get(5);
            awaitSummed(history);
            history.accept(log.append(new LogEntry.Corrected(new Correction(
                    new PointDefinition(POWER, "kW"), some.sourceTime(), 5_000.0, Quality.GOOD, "engineer", "spike", second(0)))));
            history.accept(log.correction(POWER, 2_000.5, -5_000.0, Quality.GOOD, "inserted"));
            history.accept(log.gap(POWER, 3_000, 3_333, "connection plant lost"));
            history.accept(log.gap(POWER, 7_100, 7_300, "connection plant lost"));
            assertSame(history);
            awaitSummed(history);
            assertSame(history);
            assertThat(history.aggregate(POWER, second(0), second(SECONDS), Duration.ofSeconds(SECONDS)).get(0).max()).isEqualTo(5_000);
        }
    }

    @Test
    void sumsOutliveTheSamples() throws Exception {
        Instant day = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(20));
        int power = log.handle(POWER, "kW");
        try (PostgresHistory history = open()) {
            history.accept(log.samples(batch -> {
                for (int i = 0; i < 2_000; i++) {
                    batch.add(power, (double) i, 0, Times.nanos(day) + i * 10_000_000_000L, 0);
                }
            }));
            awaitSummed(history);
        }
        Retention tenDays = new Retention(Duration.ofDays(10), Duration.ofDays(100), Duration.ofDays(1_000));
        try (PostgresHistory history = SharedServer.open(SharedServer.withRetention(schema, tenDays))) {
            await().until(() -> SharedServer.ask(schema, "SELECT count(*) FROM samples").equals("0"));
            Aggregate hour = history.aggregate(POWER, day, day.plusSeconds(3_600), Duration.ofHours(1)).get(0);
            assertThat(hour.count()).isEqualTo(360);
            assertThat(hour.mean()).isEqualTo(359 / 2.0, within(1e-9));
            HistoryResult chart = history.read(POWER, day, day.plusSeconds(20_000), 50);
            assertThat(chart.total()).isEqualTo(2_000);
            assertThat(chart.samples()).extracting(Sample::value).contains(0.0, 1_999.0);
        }
    }
}
