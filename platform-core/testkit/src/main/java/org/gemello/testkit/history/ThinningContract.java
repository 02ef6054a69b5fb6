package org.gemello.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.history.RawReadContract.NANOS;
import static org.gemello.testkit.history.StoreUnderTest.POWER;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.gemello.api.Sample;
import org.gemello.api.Times;
import org.gemello.api.history.Downsampling;
import org.gemello.api.history.HistoryResult;
import org.junit.jupiter.api.Test;

/** Many samples become few, and these are real ones. */
interface ThinningContract extends ContractPart {
    int ROWS = 5_000;
    int PEAK = 3_217;
    long SECOND = 1_000_000_000L;

    /** A slow wave at 1 Hz with one peak up and one down, of one sample each. */
    private void wave() {
        int power = log().handle(POWER, "kW");
        log().samples(batch -> {
            for (int i = 0; i < ROWS; i++) {
                double value = i == PEAK ? 1_000 : i == PEAK + 1_000 ? -1_000 : Math.sin(i / 300.0);
                batch.add(power, value, 0, NANOS + i * SECOND, NANOS);
            }
        });
    }

    @Test
    default void minMaxKeepsEveryPeak() throws Exception {
        wave();
        store().check(history -> {
            // two answers may differ in what lies between the peaks: a store may have summed up more meanwhile
            for (HistoryResult result : List.of(history.read(POWER, from(), to(), 50), history.read(POWER, from(), to(), 50, Downsampling.MIN_MAX))) {
                thinned(result, 50);
                assertThat(result.samples()).extracting(Sample::value).contains(1_000.0, -1_000.0);
            }
        });
    }

    @Test
    default void largestTriangleKeepsTheEndsAndThePeaks() throws Exception {
        wave();
        store().check(history -> {
            HistoryResult result = history.read(POWER, from(), to(), 50, Downsampling.LTTB);
            thinned(result, 50);
            assertThat(result.samples()).extracting(Sample::value).contains(1_000.0, -1_000.0).startsWith(0.0)
                    .endsWith(Math.sin((ROWS - 1) / 300.0));
        });
    }

    @Test
    default void twoPointsAreEnoughToAskFor() throws Exception {
        wave();
        store().check(history -> {
            for (Downsampling how : Downsampling.values()) {
                thinned(history.read(POWER, from(), to(), 2, how), 2);
            }
        });
    }

    @Test
    default void whatFitsIsNotThinnedOut() throws Exception {
        wave();
        store().check(history -> {
            for (Downsampling how : Downsampling.values()) {
                HistoryResult result = history.read(POWER, from(), to(), ROWS, how);
                assertThat(result.samples()).hasSize(ROWS);
                assertThat(result.downsampled()).isFalse();
            }
        });
    }

    private static void thinned(HistoryResult result, int maxPoints) {
        assertThat(result.samples()).hasSizeBetween(Math.min(maxPoints / 3, 1), maxPoints)
                .isSortedAccordingTo(Comparator.comparing(Sample::sourceTime));
        assertThat(result.samples()).allSatisfy(sample ->
                assertThat(Times.nanos(sample.sourceTime())).isEqualTo(NANOS + sample.offset() * SECOND));
        assertThat(result.total()).isEqualTo(ROWS);
        assertThat(result.downsampled()).isTrue();
    }

    private static Instant from() {
        return Times.instant(NANOS);
    }

    private static Instant to() {
        return Times.instant(NANOS + ROWS * SECOND);
    }
}
