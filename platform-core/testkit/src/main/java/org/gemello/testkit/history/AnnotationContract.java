package org.gemello.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.history.RecordedLog.second;
import static org.gemello.testkit.history.StoreUnderTest.OTHER;
import static org.gemello.testkit.history.StoreUnderTest.POWER;

import java.util.List;
import org.gemello.api.history.Annotation;
import org.gemello.api.history.History;
import org.junit.jupiter.api.Test;

/** Notes are found where they touch, replaced and removed. */
interface AnnotationContract extends ContractPart {

    private static List<Annotation> notes(History history, double from, double to) {
        return history.annotations(POWER.twin(), second(from), second(to));
    }

    @Test
    default void notesOfATwinAndItsPointsAreFoundWhereTheyTouch() throws Exception {
        log().annotation("n2", POWER, false, 20, 30, "gust 💨");
        log().annotation("n1", POWER, true, 0, 100, "test run");
        log().annotation("n3", OTHER, true, 0, 100, "of another twin");
        store().check(history -> {
            assertThat(notes(history, 25, 26)).extracting(Annotation::id).containsExactly("n1", "n2");
            assertThat(notes(history, 0, 20)).extracting(Annotation::id).containsExactly("n1");
            Annotation note = notes(history, 20, 21).get(1);
            assertThat(note.point()).isEqualTo(POWER);
            assertThat(note.from()).isEqualTo(second(20));
            assertThat(note.to()).isEqualTo(second(30));
            assertThat(note.text()).isEqualTo("gust 💨");
            assertThat(note.author()).isEqualTo("operator");
            assertThat(notes(history, 0, 1).get(0).point()).isNull();
            assertThat(notes(history, 101, 200)).isEmpty();
        });
    }

    @Test
    default void theSameIdReplacesTheNote() throws Exception {
        log().annotation("n1", POWER, true, 0, 10, "was it the gearbox?");
        store().take();
        log().annotation("n1", POWER, false, 5, 20, "it was the gearbox");
        store().check(history -> {
            assertThat(notes(history, 0, 100)).extracting(Annotation::text).containsExactly("it was the gearbox");
            assertThat(notes(history, 0, 4)).isEmpty();
        });
    }

    @Test
    default void anEmptyTextRemovesTheNote() throws Exception {
        log().annotation("n1", POWER, true, 0, 10, "wrong twin");
        log().annotation("n2", POWER, true, 0, 10, "stays");
        store().take();
        log().annotation("n1", POWER, true, 0, 10, "");
        store().check(history -> assertThat(notes(history, 0, 100)).extracting(Annotation::id).containsExactly("n2"));
    }
}
