package org.gemello.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class GapsTest {
    private static GapRow gap(long from, long to, long offset) {
        return new GapRow(from, to, offset, "kW", "lost");
    }

    private static GapRow fill(long from, long to, long offset) {
        return GapRow.fill(from, to, offset, "kW");
    }

    private static List<Tuple> remaining(GapRow... rows) {
        return Gaps.narrowed(List.of(rows)).stream().map(gap -> tuple(gap.from(), gap.to())).toList();
    }

    @Test
    void aBackfillNarrowsAGapFromBothSides() {
        assertThat(remaining(gap(0, 100, 1), fill(20, 70, 2))).containsExactly(tuple(0L, 20L), tuple(70L, 100L));
        assertThat(remaining(gap(0, 100, 1), fill(-5, 70, 2))).containsExactly(tuple(70L, 100L));
        assertThat(remaining(gap(0, 100, 1), fill(0, 100, 2))).isEmpty();
    }

    @Test
    void pagesOfABackfillCountTogether() {
        assertThat(remaining(gap(0, 100, 1), fill(0, 49, 2), fill(51, 90, 3))).containsExactly(tuple(90L, 100L));
    }

    @Test
    void whatTheSourceDidNotHaveEitherStaysAGap() {
        assertThat(remaining(gap(0, 100, 1), fill(0, 40, 2), fill(60, 100, 3), gap(40, 60, 4))).containsExactly(tuple(40L, 60L));
    }

    @Test
    void aBackfillBeforeTheGapOrBesideItNarrowsNothing() {
        assertThat(remaining(fill(20, 70, 1), gap(0, 100, 2))).containsExactly(tuple(0L, 100L));
        assertThat(remaining(gap(0, 100, 1), fill(100, 200, 2), fill(-10, 0, 3))).containsExactly(tuple(0L, 100L));
    }
}
