package org.gemello.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.history.RecordedLog.second;
import static org.gemello.testkit.history.StoreUnderTest.POWER;
import static org.gemello.testkit.history.StoreUnderTest.SPEED;
import static org.gemello.testkit.history.StoreUnderTest.all;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.history.CorrectedSample;
import org.gemello.api.history.History;
import org.gemello.api.history.Interpolation;
import org.junit.jupiter.api.Test;

/** What was put right is shown, and what it replaced is kept. */
interface CorrectionContract extends ContractPart {

    private void measured() {
        log().sample(POWER, 0, 10.0);
        log().sample(POWER, 10, 20.0);
        log().sample(POWER, 20, 30.0);
        store().take();
    }

    private static List<Object> values(History history) {
        return all(history, POWER).samples().stream().map(Sample::value).toList();
    }

    private static CorrectedSample only(History history) {
        List<CorrectedSample> corrections = history.corrections(POWER, second(0), second(100));
        assertThat(corrections).hasSize(1);
        return corrections.get(0);
    }

    @Test
    default void everyAnswerShowsTheRightValueAndTheOriginalIsKept() throws Exception {
        measured();
        log().correction(POWER, 10, 99.0, Quality.UNCERTAIN, "sensor was \u0000 covered with ice ❄");
        store().check(history -> {
            assertThat(values(history)).containsExactly(10.0, 99.0, 30.0);
            assertThat(all(history, POWER).total()).isEqualTo(3);
            List<Object> scanned = new ArrayList<>();
            history.scan(POWER, second(0), second(100), sample -> scanned.add(sample.value()));
            assertThat(scanned).containsExactly(10.0, 99.0, 30.0);
            Sample shown = history.at(POWER, second(10), Interpolation.STEPPED).orElseThrow();
            assertThat(shown.value()).isEqualTo(99.0);
            assertThat(shown.quality()).isEqualTo(Quality.UNCERTAIN);
            assertThat(history.at(POWER, second(11), Interpolation.STEPPED).orElseThrow().value()).isEqualTo(99.0);
            assertThat(history.aggregate(POWER, second(0), second(30), Duration.ofSeconds(30)).get(0).max()).isEqualTo(99);

            assertThat(only(history).correction().value()).isEqualTo(99.0);
            assertThat(only(history).correction().author()).isEqualTo("engineer");
            assertThat(only(history).correction().reason()).startsWith("sensor was").endsWith("covered with ice ❄");
            assertThat(only(history).originals()).extracting(Sample::value).containsExactly(20.0);
            assertThat(only(history).originals().get(0).quality()).isEqualTo(Quality.GOOD);
            assertThat(history.corrections(POWER, second(11), second(100))).isEmpty();
            assertThat(history.corrections(SPEED, second(0), second(100))).isEmpty();
        });
    }

    @Test
    default void aLaterCorrectionReplacesAnEarlierOne() throws Exception {
        measured();
        log().correction(POWER, 10, 98.0, Quality.GOOD, "first thought");
        store().take();
        log().correction(POWER, 10, "stuck", Quality.GOOD, "second thought");
        store().check(history -> {
            assertThat(values(history)).containsExactly(10.0, "stuck", 30.0);
            assertThat(only(history).correction().reason()).isEqualTo("second thought");
            assertThat(only(history).originals()).extracting(Sample::value).containsExactly(20.0);
        });
    }

    @Test
    default void aValueCanBeInserted() throws Exception {
        measured();
        log().correction(POWER, 15, 25L, Quality.GOOD, "read from paper");
        store().check(history -> {
            assertThat(values(history)).containsExactly(10.0, 20.0, 25L, 30.0);
            assertThat(all(history, POWER).total()).isEqualTo(4);
            assertThat(only(history).originals()).isEmpty();
        });
    }

    @Test
    default void aValueCanBeWithdrawn() throws Exception {
        measured();
        log().correction(POWER, 20, null, Quality.BAD, "nobody believes it");
        store().check(history -> {
            assertThat(values(history)).containsExactly(10.0, 20.0, null);
            Sample last = history.last(List.of(POWER)).get(POWER);
            assertThat(last.value()).isNull();
            assertThat(last.quality()).isEqualTo(Quality.BAD);
        });
    }

    @Test
    default void oneCorrectionStandsForAllSamplesOfItsTime() throws Exception {
        measured();
        log().sample(POWER, 10, 21.0);
        log().correction(POWER, 10, 20.5, Quality.GOOD, "the same reading came twice");
        log().sample(POWER, 10, 22.0);
        store().check(history -> {
            assertThat(values(history)).containsExactly(10.0, 20.5, 30.0);
            assertThat(all(history, POWER).total()).isEqualTo(3);
            assertThat(only(history).originals()).extracting(Sample::value).containsExactly(20.0, 21.0, 22.0);
        });
    }

    @Test
    default void theNewestValueCanBeInsertedToo() throws Exception {
        measured();
        assertThat(store().history().last(List.of(POWER)).get(POWER).value()).isEqualTo(30.0);
        log().correction(POWER, 40, 50.0, Quality.GOOD, "read from paper");
        store().check(history -> {
            assertThat(history.last(List.of(POWER)).get(POWER).value()).isEqualTo(50.0);
            assertThat(history.state(POWER.twin(), second(41)).get(POWER).value()).isEqualTo(50.0);
        });
    }
}
