package org.gemello.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.history.RawReadContract.NANOS;
import static org.gemello.testkit.history.RecordedLog.START;
import static org.gemello.testkit.history.RecordedLog.second;
import static org.gemello.testkit.history.StoreUnderTest.POWER;
import static org.gemello.testkit.history.StoreUnderTest.all;

import java.util.stream.LongStream;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.SampleBatch;
import org.gemello.api.history.History;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.junit.jupiter.api.Test;

/** The log may be read again from anywhere: nothing doubles, nothing is lost. */
interface ReplayContract extends ContractPart {

    private void everything() {
        LongStream.range(0, 20).forEach(i -> log().sample(POWER, i, i));
        log().gap(POWER, 30, 40, "connection plant lost");
        log().correction(POWER, 3, 99L, Quality.GOOD, "wrong");
        log().annotation("n1", POWER, true, 0, 10, "a note");
        log().annotation("n2", POWER, true, 0, 10, "a note that goes");
        log().annotation("n2", POWER, true, 0, 10, "");
        log().append(new LogEntry.Tick(START));
    }

    private void holdsOnce(History history) {
        assertThat(all(history, POWER).samples()).hasSize(20).extracting(Sample::offset).doesNotHaveDuplicates();
        assertThat(all(history, POWER).gaps()).hasSize(1);
        assertThat(history.corrections(POWER, second(0), second(100))).hasSize(1);
        assertThat(history.annotations(POWER.twin(), second(0), second(100))).hasSize(1);
    }

    @Test
    default void whatWasTakenAlreadyIsPassedOver() throws Exception {
        everything();
        store().take();
        store().replay(0);
        store().replay(7);
        store().check(this::holdsOnce);
        store().replay(0);
        store().check(this::holdsOnce);
    }

    @Test
    default void ofARecordThatIsTakenInPartTheRestIsTaken() throws Exception {
        int power = log().handle(POWER, "kW");
        LogRecord whole = log().samples(batch -> LongStream.range(0, 10).forEach(i -> batch.add(power, i, 0, NANOS + i, NANOS)));
        SampleBatch batch = ((LogEntry.Samples) whole.entry()).batch();
        store().accept(new LogRecord(0, whole.trace(), whole.cause(), new LogEntry.Samples(batch.select(new int[] {0, 1, 2}, 3))));

        store().check(history -> assertThat(all(history, POWER).samples()).extracting(Sample::value)
                .containsExactlyElementsOf(LongStream.range(0, 10).boxed().toList()));
    }

    @Test
    default void thePositionIsThatOfTheLogAlsoWhereItHoldsNothingForTheHistory() throws Exception {
        log().append(new LogEntry.Tick(START));
        log().append(new LogEntry.Tick(START));
        store().check(history -> assertThat(history.points()).isEmpty());
    }
}
