package org.gemello.rest.internal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.rest.internal.problem.InvalidRequestException;
import org.junit.jupiter.api.Test;

class EventFilterTest {
    private static EventFilter points(String... points) {
        return EventFilter.of(null, null, List.of(points));
    }

    @Test
    void withoutPatternsEverythingOfTheLogIsWanted() {
        EventFilter all = EventFilter.of(null, null, null);
        assertThat(all.kinds()).isEqualTo(EventKind.LOGGED);
        assertThat(all.has(new TwinId("wt-01"))).isTrue();
        assertThat(all.has(PointId.parse("wt-01/WTUR.W"))).isTrue();
    }

    @Test
    void onePatternOfSeveralIsEnough() {
        EventFilter some = EventFilter.of(null, List.of("wf-01", "wt-0?"), null);
        assertThat(List.of("wf-01", "wt-01", "wt-09")).allMatch(id -> some.has(new TwinId(id)));
        assertThat(List.of("wf-02", "wt-10", "wt-0")).noneMatch(id -> some.has(new TwinId(id)));
    }

    @Test
    void aPointIsWantedByItsNameOrWithItsTwin() {
        assertThat(points("WTUR.*").has(PointId.parse("wt-01/WTUR.W"))).isTrue();
        assertThat(points("WTUR.*").has(PointId.parse("wt-01/WGEN.W"))).isFalse();
        assertThat(points("wt-0*/WTUR.W").has(PointId.parse("wt-01/WTUR.W"))).isTrue();
        assertThat(points("wt-0*/WTUR.W").has(PointId.parse("wt-11/WTUR.W"))).isFalse();
        assertThat(points("wt-01/*").has(PointId.parse("wt-01/WTUR.W"))).isTrue();
    }

    @Test
    void anExclamationMarkTakesTwinsOut() {
        EventFilter some = EventFilter.of(null, List.of("wt-*", "!wt-02"), null);
        assertThat(some.has(new TwinId("wt-01"))).isTrue();
        assertThat(some.has(new TwinId("wt-02"))).isFalse();
    }

    @Test
    void aPointOfATwinThatIsNotWantedIsNotWanted() {
        EventFilter filter = EventFilter.of(null, List.of("wt-01"), List.of("WTUR.W"));
        assertThat(filter.has(PointId.parse("wt-02/WTUR.W"))).isFalse();
    }

    @Test
    void whatIsWrittenWronglyIsNamed() {
        assertThatThrownBy(() -> EventFilter.of(List.of("sample"), null, null)).isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("'sample'").hasMessageContaining("samples");
        assertThatThrownBy(() -> EventFilter.of(null, List.of("WT 1"), null)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> points("a/b/c")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> EventFilter.of(null, null, Collections.nCopies(101, "a"))).hasMessageContaining("at most 100");
    }
}
