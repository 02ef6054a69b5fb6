package org.gemello.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gemello.testkit.history.RecordedLog.second;
import static org.gemello.testkit.history.StoreUnderTest.POWER;

import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.gemello.api.Quality;
import org.gemello.api.history.Aggregate;
import org.gemello.api.history.History;
import org.junit.jupiter.api.Test;

/** Aggregates against values computed by hand. */
interface AggregateContract extends ContractPart {
    Offset<Double> EXACT = within(1e-9);

    /** 10 from second 0, 20 from 10, uncertain 40 from 15, nothing from 20, 30 from 30 on. */
    private void steps() {
        log().sample(POWER, 0, 10.0);
        log().sample(POWER, 10, 20.0);
        log().sample(POWER, 15, 40.0, Quality.UNCERTAIN);
        log().sample(POWER, 20, null, Quality.BAD_NO_COMMUNICATION);
        log().sample(POWER, 30, 30.0);
    }

    private static Aggregate one(History history, double from, double to) {
        List<Aggregate> all = history.aggregate(POWER, second(from), second(to), Duration.between(second(from), second(to)));
        assertThat(all).hasSize(1);
        assertThat(all.get(0).start()).isEqualTo(second(from));
        return all.get(0);
    }

    private static void shares(Aggregate aggregate, double good, double uncertain, double bad) {
        assertThat(aggregate.good()).as("good").isEqualTo(good, EXACT);
        assertThat(aggregate.uncertain()).as("uncertain").isEqualTo(uncertain, EXACT);
        assertThat(aggregate.bad()).as("bad").isEqualTo(bad, EXACT);
    }

    @Test
    default void numbersOfAnIntervalAreThoseOfItsUsableSamples() throws Exception {
        steps();
        store().check(history -> {
            Aggregate aggregate = one(history, 0, 20);
            assertThat(aggregate.count()).isEqualTo(3);
            assertThat(aggregate.min()).isEqualTo(10);
            assertThat(aggregate.max()).isEqualTo(40);
            assertThat(aggregate.mean()).isEqualTo(70 / 3.0, EXACT);
            assertThat(aggregate.timeWeighted()).isEqualTo((10 * 10 + 20 * 5 + 40 * 5) / 20.0, EXACT);
            assertThat(aggregate.deviation()).isEqualTo(Math.sqrt((100 + 400 + 1600) / 3.0 - 70 / 3.0 * (70 / 3.0)), EXACT);
            assertThat(aggregate.first().value()).isEqualTo(10.0);
            assertThat(aggregate.last().value()).isEqualTo(40.0);
            shares(aggregate, 0.75, 0.25, 0);
        });
    }

    @Test
    default void badSamplesCountButGiveNoNumber() throws Exception {
        steps();
        store().check(history -> {
            Aggregate aggregate = one(history, 20, 40);
            assertThat(aggregate.count()).isEqualTo(2);
            assertThat(aggregate.min()).isEqualTo(30);
            assertThat(aggregate.mean()).isEqualTo(30, EXACT);
            assertThat(aggregate.deviation()).isEqualTo(0, EXACT);
            assertThat(aggregate.timeWeighted()).isEqualTo(30, EXACT);
            assertThat(aggregate.first().quality()).isEqualTo(Quality.BAD_NO_COMMUNICATION);
            shares(aggregate, 0.5, 0, 0.5);
        });
    }

    @Test
    default void theValueBeforeHoldsAtTheBegin() throws Exception {
        steps();
        store().check(history -> {
            Aggregate aggregate = one(history, 5, 15);
            assertThat(aggregate.count()).isEqualTo(1);
            assertThat(aggregate.mean()).isEqualTo(20, EXACT);
            assertThat(aggregate.timeWeighted()).isEqualTo(15, EXACT);
            shares(aggregate, 1, 0, 0);
            Aggregate without = one(history, 100, 110);
            assertThat(without.count()).isZero();
            assertThat(without.first()).isNull();
            assertThat(without.last()).isNull();
            assertThat(without.min()).isNaN();
            assertThat(without.mean()).isNaN();
            assertThat(without.deviation()).isNaN();
            assertThat(without.timeWeighted()).isEqualTo(30, EXACT);
            shares(without, 1, 0, 0);
        });
    }

    @Test
    default void beforeTheFirstValueAllIsBad() throws Exception {
        steps();
        store().check(history -> {
            shares(one(history, -10, 10), 0.5, 0, 0.5);
            assertThat(one(history, -10, 10).timeWeighted()).isEqualTo(10, EXACT);
            shares(one(history, -10, 0), 0, 0, 1);
            assertThat(one(history, -10, 0).timeWeighted()).isNaN();
        });
    }

    @Test
    default void aGapIsBadTimeWithoutAValue() throws Exception {
        log().sample(POWER, 0, 10.0);
        log().sample(POWER, 20, 30.0);
        log().gap(POWER, 10, 20, "connection plant lost");
        store().check(history -> {
            Aggregate aggregate = one(history, 0, 40);
            shares(aggregate, 0.75, 0, 0.25);
            assertThat(aggregate.timeWeighted()).isEqualTo((10 * 10 + 30 * 20) / 30.0, EXACT);
            assertThat(aggregate.mean()).isEqualTo(20, EXACT);
            shares(one(history, 12, 18), 0, 0, 1);
            assertThat(one(history, 12, 18).timeWeighted()).isNaN();
        });
    }

    @Test
    default void intervalsFollowOneAnotherAndTheLastMayBeShorter() throws Exception {
        steps();
        store().check(history -> {
            List<Aggregate> all = history.aggregate(POWER, second(0), second(35), Duration.ofSeconds(10));
            assertThat(all).extracting(Aggregate::start).containsExactly(second(0), second(10), second(20), second(30));
            assertThat(all).extracting(Aggregate::length).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(10),
                    Duration.ofSeconds(10), Duration.ofSeconds(5));
            assertThat(all).extracting(Aggregate::count).containsExactly(1L, 2L, 1L, 1L);
            assertThat(all).allSatisfy(one -> assertThat(one.good() + one.uncertain() + one.bad()).isEqualTo(1, EXACT));
        });
    }

    /** Two days of one sample a minute, so that a store may answer from what it has summed up before. */
    @Test
    default void longTimesAreExactToo() throws Exception {
        int power = log().handle(POWER, "kW");
        long first = RawReadContract.NANOS;
        log().samples(batch -> {
            for (int i = 0; i < 2_880; i++) {
                batch.add(power, (long) i, 0, first + i * 60_000_000_000L, first);
            }
        });
        store().check(history -> {
            List<Aggregate> hours = history.aggregate(POWER, second(-1_800), second(172_800), Duration.ofHours(6));
            assertThat(hours).hasSize(9);
            assertThat(hours.get(0).count()).isEqualTo(330);
            assertThat(hours.get(1).count()).isEqualTo(360);
            assertThat(hours.get(1).min()).isEqualTo(330);
            assertThat(hours.get(1).max()).isEqualTo(689);
            assertThat(hours.get(1).mean()).isEqualTo((330 + 689) / 2.0, EXACT);
            assertThat(hours.get(1).timeWeighted()).isEqualTo((330 + 689) / 2.0, EXACT);
            assertThat(hours.get(1).deviation()).isEqualTo(Math.sqrt((360.0 * 360 - 1) / 12), within(1e-6));
            assertThat(hours.get(1).first().value()).isEqualTo(330L);
            assertThat(hours.get(1).last().value()).isEqualTo(689L);
        });
    }

    @Test
    default void whatComesLateIsCounted() throws Exception {
        steps();
        store().take();
        assertThat(one(store().history(), 0, 10).mean()).isEqualTo(10, EXACT);
        log().sample(POWER, 5, 30.0);
        store().check(history -> {
            assertThat(one(history, 0, 10).mean()).isEqualTo(20, EXACT);
            assertThat(one(history, 0, 10).timeWeighted()).isEqualTo(20, EXACT);
        });
    }

    @Test
    default void intervalsWithoutSenseAreRefused() {
        assertThatThrownBy(() -> store().history().aggregate(POWER, second(1), second(1), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().history().aggregate(POWER, second(0), second(1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().history().aggregate(POWER, second(0), second(100_001), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
