package org.gemello.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gemello.api.history.Interpolation.LINEAR;
import static org.gemello.api.history.Interpolation.STEPPED;
import static org.gemello.testkit.history.RecordedLog.second;
import static org.gemello.testkit.history.StoreUnderTest.OTHER;
import static org.gemello.testkit.history.StoreUnderTest.POWER;
import static org.gemello.testkit.history.StoreUnderTest.SPEED;

import java.util.Map;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.history.History;
import org.gemello.api.history.Interpolation;
import org.junit.jupiter.api.Test;

/** Values between samples, and the quality that says so. */
interface InterpolationContract extends ContractPart {
    int NO_DATA = 0x809B0000;

    private static Sample at(History history, double second, Interpolation how) {
        return history.at(POWER, second(second), how).orElseThrow();
    }

    @Test
    default void betweenGoodSamplesTheValueIsGood() throws Exception {
        log().sample(POWER, 0, 10.0);
        log().sample(POWER, 10, 20.0);
        store().check(history -> {
            assertThat((Double) at(history, 2.5, LINEAR).value()).isEqualTo(12.5, within(1e-9));
            assertThat(at(history, 2.5, LINEAR).quality().isGood()).isTrue();
            assertThat(at(history, 2.5, LINEAR).unit()).isEqualTo("kW");
            assertThat(at(history, 9.999, STEPPED).value()).isEqualTo(10.0);
            assertThat(at(history, 9.999, STEPPED).quality().isGood()).isTrue();
        });
    }

    @Test
    default void atASampleItIsThatSample() throws Exception {
        log().sample(POWER, 0, 10.0);
        log().sample(POWER, 10, 20.0, Quality.UNCERTAIN_LAST_USABLE_VALUE);
        log().sample(POWER, 20, 30.0);
        store().check(history -> {
            for (Interpolation how : Interpolation.values()) {
                assertThat(at(history, 10, how)).isEqualTo(StoreUnderTest.all(history, POWER).samples().get(1));
            }
        });
    }

    @Test
    default void beforeTheFirstSampleThereIsNothing() throws Exception {
        log().sample(POWER, 0, 10.0);
        store().check(history -> {
            for (Interpolation how : Interpolation.values()) {
                assertThat(history.at(POWER, second(-0.001), how)).isEmpty();
                assertThat(history.at(OTHER, second(5), how)).isEmpty();
            }
        });
    }

    @Test
    default void onALineTheWorseNeighbourDecides() throws Exception {
        log().sample(POWER, 0, 10.0);
        log().sample(POWER, 10, 20.0, Quality.UNCERTAIN_ENGINEERING_UNITS_EXCEEDED);
        store().check(history -> assertThat(at(history, 5, LINEAR).quality()).isEqualTo(Quality.UNCERTAIN_ENGINEERING_UNITS_EXCEEDED));
    }

    @Test
    default void aBadSampleBetweenMakesTheLineUncertain() throws Exception {
        log().sample(POWER, 0, 10.0);
        log().sample(POWER, 4, null, Quality.BAD_SENSOR_FAILURE);
        log().sample(POWER, 10, 20.0);
        store().check(history -> {
            Sample between = at(history, 5, LINEAR);
            assertThat((Double) between.value()).isEqualTo(15.0, within(1e-9));
            assertThat(between.quality().isUncertain()).isTrue();
        });
    }

    @Test
    default void withoutASampleAfterTheLastOneHoldsUncertainOnALine() throws Exception {
        log().sample(POWER, 0, 10.0);
        store().check(history -> {
            assertThat(at(history, 5, LINEAR).value()).isEqualTo(10.0);
            assertThat(at(history, 5, LINEAR).quality().isUncertain()).isTrue();
            assertThat(at(history, 5, STEPPED).value()).isEqualTo(10.0);
            assertThat(at(history, 5, STEPPED).quality().isGood()).isTrue();
        });
    }

    @Test
    default void inAGapThereIsNoValue() throws Exception {
        log().sample(POWER, 0, 10.0);
        log().gap(POWER, 5, 15, "connection plant lost");
        log().sample(POWER, 15, 20.0);
        store().check(history -> {
            for (Interpolation how : Interpolation.values()) {
                assertThat(at(history, 10, how).value()).isNull();
                assertThat(at(history, 10, how).quality().code()).isEqualTo(NO_DATA);
                assertThat(at(history, 4, STEPPED).value()).isEqualTo(10.0);
                assertThat(at(history, 15, how).value()).isEqualTo(20.0);
            }
        });
    }

    @Test
    default void aTwinHasTheStateOfThatTime() throws Exception {
        log().sample(POWER, 0, 10.0);
        log().sample(POWER, 10, 20.0);
        log().sample(SPEED, 5, 1L);
        log().sample(OTHER, 0, 99.0);
        store().check(history -> {
            assertThat(history.state(POWER.twin(), second(-1))).isEmpty();
            assertThat(history.state(POWER.twin(), second(4))).containsOnlyKeys(POWER);
            Map<PointId, Sample> state = history.state(POWER.twin(), second(9));
            assertThat(state).containsOnlyKeys(POWER, SPEED);
            assertThat(state.get(POWER).value()).isEqualTo(10.0);
            assertThat(state.get(SPEED).value()).isEqualTo(1L);
            assertThat(history.state(POWER.twin(), second(100)).get(POWER).value()).isEqualTo(20.0);
        });
    }
}
