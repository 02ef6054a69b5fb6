package org.gemello.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.history.RawReadContract.NANOS;
import static org.gemello.testkit.history.RecordedLog.second;
import static org.gemello.testkit.history.StoreUnderTest.OTHER;
import static org.gemello.testkit.history.StoreUnderTest.POWER;
import static org.gemello.testkit.history.StoreUnderTest.SPEED;
import static org.gemello.testkit.history.StoreUnderTest.all;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gemello.api.PointId;
import org.gemello.api.Sample;
import org.gemello.api.Times;
import org.gemello.api.history.History;
import org.junit.jupiter.api.Test;

/** Source time orders, and where it is the same, the log. */
interface OrderContract extends ContractPart {

    @Test
    default void samplesOfOneInstantKeepTheOrderOfTheLog() throws Exception {
        int power = log().handle(POWER, "kW");
        log().samples(batch -> IntStream.range(0, 300).forEach(i -> batch.add(power, (long) i, 0, NANOS + i / 100, NANOS)));
        log().samples(batch -> IntStream.range(300, 400).forEach(i -> batch.add(power, (long) i, 0, NANOS + 2, NANOS)));

        store().check(history -> {
            assertThat(values(history, POWER)).containsExactlyElementsOf(LongStream.range(0, 400).boxed().toList());
            assertThat(history.read(POWER, Times.instant(NANOS + 1), Times.instant(NANOS + 2), 1000).samples())
                    .hasSize(100).extracting(Sample::value).startsWith(100L).endsWith(199L);
        });
    }

    @Test
    default void whatComesLateStandsAtItsTime() throws Exception {
        for (int second : new int[] {50, 10, 40}) {
            log().sample(POWER, second, (long) second);
        }
        store().take();
        store().restart();
        log().sample(POWER, 45, 45L);
        log().backfill(batch -> {
            int power = log().handle(POWER, "kW");
            batch.add(power, 5L, 0, Times.nanos(second(5)), NANOS).add(power, 20L, 0, Times.nanos(second(20)), NANOS);
        });
        log().sample(POWER, 1, 1L);

        store().check(history -> {
            assertThat(values(history, POWER)).containsExactly(1L, 5L, 10L, 20L, 40L, 45L, 50L);
            assertThat(history.last(List.of(POWER)).get(POWER).value()).isEqualTo(50L);
        });
    }

    @Test
    default void theLastSampleIsThatOfTheNewestSourceTime() throws Exception {
        log().sample(POWER, 10, 10L);
        log().sample(SPEED, 5, "first");
        store().take();
        assertThat(store().history().last(List.of(POWER)).get(POWER).value()).isEqualTo(10L);
        log().sample(POWER, 20, 20L);
        log().sample(POWER, 15, 15L);
        log().sample(SPEED, 5, "second of the same time");

        store().check(history -> {
            Map<PointId, Sample> last = history.last(List.of(POWER, SPEED, OTHER));
            assertThat(last).containsOnlyKeys(POWER, SPEED);
            assertThat(last.get(POWER).value()).isEqualTo(20L);
            assertThat(last.get(SPEED).value()).isEqualTo("second of the same time");
            assertThat(history.last(List.of())).isEmpty();
        });
    }

    @Test
    default void aScanGivesEverythingInOrder() throws Exception {
        int power = log().handle(POWER, "kW");
        for (int block = 0; block < 20; block++) {
            long first = (block ^ 1) * 1000L; // every second block comes before the one it follows
            log().samples(batch -> LongStream.range(first, first + 1000).forEach(i -> batch.add(power, i, 0, NANOS + i, NANOS)));
        }

        store().check(history -> {
            List<Object> seen = new ArrayList<>();
            history.scan(POWER, Times.instant(NANOS + 5), Times.instant(NANOS + 19_990), sample -> seen.add(sample.value()));
            assertThat(seen).containsExactlyElementsOf(LongStream.range(5, 19_990).boxed().toList());
        });
    }

    @Test
    default void anExceptionOfTheReaderEndsTheScan() throws Exception {
        IntStream.range(0, 10).forEach(i -> log().sample(POWER, i, (long) i));
        store().check(history -> {
            List<Object> seen = new ArrayList<>();
            assertThatThrownBy(() -> history.scan(POWER, second(0), second(10), sample -> {
                seen.add(sample.value());
                if (seen.size() == 3) {
                    throw new IllegalStateException("enough");
                }
            })).isInstanceOf(IllegalStateException.class).hasMessage("enough");
            assertThat(seen).containsExactly(0L, 1L, 2L);
            assertThat(values(history, POWER)).hasSize(10);
        });
    }

    private static List<Object> values(History history, PointId point) {
        return all(history, point).samples().stream().map(Sample::value).toList();
    }
}
