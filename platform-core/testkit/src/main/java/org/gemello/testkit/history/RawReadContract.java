package org.gemello.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.gemello.testkit.history.RecordedLog.START;
import static org.gemello.testkit.history.RecordedLog.second;
import static org.gemello.testkit.history.StoreUnderTest.OTHER;
import static org.gemello.testkit.history.StoreUnderTest.POWER;
import static org.gemello.testkit.history.StoreUnderTest.SPEED;
import static org.gemello.testkit.history.StoreUnderTest.all;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.gemello.api.Gap;
import org.gemello.api.PointId;
import org.gemello.api.Sample;
import org.gemello.api.Times;
import org.gemello.api.history.HistoryResult;
import org.gemello.api.log.LogEntry;
import org.junit.jupiter.api.Test;

/** Values come back as they were, with unit, quality and both times. */
interface RawReadContract extends ContractPart {
    int BAD = 0x80310000;
    long NANOS = Times.nanos(START);

    @Test
    default void everyKindOfValueComesBackBitForBit() throws Exception {
        double[] doubles = {0.0, -0.0, 12.34, -1e300, Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        long[] longs = {0, Long.MIN_VALUE, Long.MAX_VALUE, -1, 1L << 53 | 1};
        int power = log().handle(POWER, "kW");
        log().samples(batch -> {
            for (double value : doubles) {
                batch.add(power, value, 0, NANOS + batch.size(), 0);
            }
            for (long value : longs) {
                batch.add(power, value, 0, NANOS + batch.size(), 0);
            }
            batch.add(power, true, 0, NANOS + batch.size(), 0);
            batch.add(power, false, 0, NANOS + batch.size(), 0);
            batch.add(power, "", 0, NANOS + batch.size(), 0);
            batch.add(power, "läuft \u0000 \uD83D\uDE00 'x'\t\\N\n", 0, NANOS + batch.size(), 0);
            batch.addNone(power, BAD, NANOS + batch.size(), 0);
        });

        store().check(history -> {
            List<Sample> samples = all(history, POWER).samples();
            assertThat(samples).extracting(Sample::value).containsExactly(0.0, -0.0, 12.34, -1e300, Double.MIN_VALUE, Double.NaN,
                    Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0L, Long.MIN_VALUE, Long.MAX_VALUE, -1L, 1L << 53 | 1,
                    true, false, "", "läuft \u0000 \uD83D\uDE00 'x'\t\\N\n", null);
            assertThat(samples).extracting(Sample::offset).containsExactlyElementsOf(LongStream.range(0, 18).boxed().toList());
            assertThat(samples).extracting(Sample::point).containsOnly(POWER);
        });
    }

    @Test
    default void qualitiesAndBothTimesComeBackExactly() throws Exception {
        int power = log().handle(POWER, "kW");
        int[] qualities = {0, 0x40000000, BAD, 0x808D0480, 1};
        log().samples(batch -> {
            for (int i = 0; i < qualities.length; i++) {
                batch.add(power, i, qualities[i], NANOS + 123_456_789 + i, NANOS - 987_654_321 - i);
            }
        });

        store().check(history -> assertThat(all(history, POWER).samples())
                .extracting(sample -> sample.quality().code(), sample -> Times.nanos(sample.sourceTime()),
                        sample -> Times.nanos(sample.receivedTime()))
                .containsExactly(tuple(0, NANOS + 123_456_789, NANOS - 987_654_321), tuple(0x40000000, NANOS + 123_456_790, NANOS - 987_654_322),
                        tuple(BAD, NANOS + 123_456_791, NANOS - 987_654_323), tuple(0x808D0480, NANOS + 123_456_792, NANOS - 987_654_324),
                        tuple(1, NANOS + 123_456_793, NANOS - 987_654_325)));
    }

    @Test
    default void timesOfWrongClocksAreKept() throws Exception {
        int power = log().handle(POWER, "kW");
        long[] times = {Long.MIN_VALUE, -1, 0, 1, NANOS, Long.MAX_VALUE - 1};
        log().samples(batch -> {
            for (long time : times) {
                batch.add(power, (double) time, 0, time, Long.MAX_VALUE);
            }
        });

        store().check(history -> {
            assertThat(history.read(POWER, Instant.MIN, Instant.MAX, 100).samples())
                    .extracting(sample -> Times.nanos(sample.sourceTime())).containsExactly(LongStream.of(times).boxed().toArray(Long[]::new));
            assertThat(history.read(POWER, Instant.EPOCH, Times.instant(1), 100).samples()).hasSize(1);
        });
    }

    @Test
    default void eachSampleKeepsItsUnit() throws Exception {
        String[] units = {"kW", "1", "m/s", "kW", "1"};
        for (int i = 0; i < units.length; i++) {
            int handle = log().handle(POWER, units[i]);
            long time = NANOS + i;
            log().samples(batch -> batch.add(handle, 0.1, 0, time, time));
        }

        store().check(history -> assertThat(all(history, POWER).samples()).extracting(Sample::unit).containsExactly(units));
    }

    @Test
    default void anIntervalHasItsBeginAndNotItsEnd() throws Exception {
        for (int i = 0; i < 10; i++) {
            log().sample(POWER, i, (long) i);
        }

        store().check(history -> {
            HistoryResult result = history.read(POWER, second(3), second(7), 100);
            assertThat(result.samples()).extracting(Sample::value).containsExactly(3L, 4L, 5L, 6L);
            assertThat(result.total()).isEqualTo(4);
            assertThat(result.downsampled()).isFalse();
        });
    }

    @Test
    default void pointsAreThoseWithSamples() throws Exception {
        log().sample(POWER, 0, 1.0);
        log().sample(OTHER, 0, null);
        log().gap(SPEED, 0, 1, "never read");
        log().append(new LogEntry.Tick(START));

        store().check(history -> {
            assertThat(history.points()).containsExactlyInAnyOrder(POWER, OTHER);
            assertThat(all(history, SPEED).samples()).isEmpty();
            assertThat(all(history, PointId.parse("wt-99/unknown"))).isEqualTo(new HistoryResult(List.of(), List.of(), 0, false));
        });
    }

    @Test
    default void gapsThatTouchTheIntervalAreTold() throws Exception {
        log().gap(POWER, 20, 80, "connection plant lost: Bad_ConnectionClosed");
        log().gap(POWER, 10, 50, "server restarted");
        log().gap(SPEED, 10, 50, "of another point");

        store().check(history -> {
            assertThat(history.read(POWER, second(0), second(100), 10).gaps())
                    .extracting(gap -> gap.definition().unit(), Gap::from, Gap::to, Gap::reason)
                    .containsExactly(tuple("kW", second(10), second(50), "server restarted"),
                            tuple("kW", second(20), second(80), "connection plant lost: Bad_ConnectionClosed"));
            assertThat(history.read(POWER, second(60), second(70), 10).gaps()).hasSize(1);
            assertThat(history.read(POWER, second(81), second(90), 10).gaps()).isEmpty();
        });
    }

    /** See the API: what a backfill brings after a gap was recorded counts as complete between its first and last sample. */
    @Test
    default void aBackfillNarrowsTheGapItFills() throws Exception {
        log().gap(POWER, 10, 50, "connection plant lost");
        log().sample(POWER, 30, 3.0);
        store().take();
        assertThat(history(40).gaps()).as("a late sample is no backfill").hasSize(1);
        int power = log().handle(POWER, "kW");
        for (double second : new double[] {20, 35}) { // the source's history comes in pages
            log().backfill(batch -> batch.add(power, 1.0, 0, Times.nanos(second(second)), 0).add(power, 2.0, 0, Times.nanos(second(second + 5)), 0));
        }
        log().gap(POWER, 60, 70, "later than the backfill");

        store().check(history -> {
            assertThat(history.read(POWER, second(0), second(100), 100).gaps()).extracting(Gap::from, Gap::to)
                    .containsExactly(tuple(second(10), second(20)), tuple(second(40), second(50)), tuple(second(60), second(70)));
            assertThat(history.read(POWER, second(25), second(32), 100).gaps()).isEmpty();
        });
    }

    private HistoryResult history(double second) {
        return store().history().read(POWER, second(second), second(second + 1), 10);
    }

    @Test
    default void questionsWithoutSenseAreRefused() {
        assertThatThrownBy(() -> store().history().read(POWER, second(1), second(1), 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().history().read(POWER, second(0), second(1), 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
