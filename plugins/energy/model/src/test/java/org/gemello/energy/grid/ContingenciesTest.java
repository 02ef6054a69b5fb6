package org.gemello.energy.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContingenciesTest {
    @Test
    void theWorstLossComesFirst() {
        List<Contingency> outages = Contingencies.of(MatpowerCase.parse(Grids.SMALL), 0);
        assertThat(outages).isNotEmpty().isSorted();
        assertThat(outages.get(0).overloads().get(0).loading()).isGreaterThan(1.2);
    }

    @Test
    void aRadialTransformerCutsItsLoadOff() throws IOException {
        List<Contingency> outages = Contingencies.of(Grids.reference("case9.m"), 0);
        assertThat(outages.subList(0, 3)).extracting(Contingency::cutOff).containsExactlyInAnyOrder(List.of(2), List.of(3),
                List.of(2, 3, 4, 5, 6, 7, 8, 9));
        assertThat(outages.get(0).lostLoad()).isEqualTo(315);
        assertThat(outages).isSorted();
    }

    @Test
    void theScreenLosesNoOverloadOfCase9() throws IOException {
        GridCase grid = Grids.reference("case9.m");
        List<Integer> all = Contingencies.of(grid, 0).stream().filter(c -> c.voltages().isEmpty()).map(Contingency::branch).toList();
        assertThat(Contingencies.of(grid, Contingencies.USUAL_SCREEN)).extracting(Contingency::branch).containsAll(all);
    }

    @Test
    void reactancesThatCancelOutAreNamed() {
        GridCase grid = MatpowerCase.parse(Grids.SMALL.replace("1 7 0.00 0.15 0    70  0 0 0.98", "2 7 0.02 -0.12 0   70  0 0 0"));
        assertThatThrownBy(() -> new DcFlow(grid)).isInstanceOf(NoSolution.class).hasMessageContaining("bus 7");
    }

    @Test
    void outageFactorsAreTheLinearFlowOfTheReducedGrid() {
        GridCase grid = MatpowerCase.parse(Grids.SMALL);
        double predicted = new DcFlow(grid).worstLoadingWithout(0);
        DcFlow reduced = new DcFlow(grid.without(0));
        double actual = Math.max(Math.abs(reduced.flow(1)), Math.abs(reduced.flow(2))) / 70;
        assertThat(predicted).isCloseTo(actual, within(1e-12));
    }
}
