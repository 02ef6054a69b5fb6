package org.gemello.energy.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MatpowerCaseTest {
    private static void refused(String from, String to, String... parts) {
        assertThat(Grids.SMALL).contains(from);
        assertThatIllegalArgumentException().isThrownBy(() -> MatpowerCase.parse(Grids.SMALL.replace(from, to)))
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }

    @Test
    void readsTablesAndPassesOverTheRest() {
        GridCase grid = MatpowerCase.parse(Grids.SMALL);
        assertThat(grid.baseMva()).isEqualTo(100);
        assertThat(grid.buses()).extracting(Bus::number).containsExactly(1, 2, 7);
        assertThat(grid.generators()).hasSize(2);
        assertThat(grid.branches()).hasSize(3).last().extracting(Branch::ratio).isEqualTo(0.98);
    }

    @Test
    void wrongCasesNameTheLine() {
        refused("2 2 20 5", "2 2 twenty 5", "line 6", "'twenty'");
        refused("2 2 20 5", "2 9 20 5", "line 6", "bus type");
        refused("2 2 20 5", "1 2 20 5", "bus 1 is there twice");
        refused("110 1 1.1 0.9;\n    2", ";\n    2", "line 5", "13 columns");
        refused("1 7 0.00 0.15", "1 7 0.00 0", "line 16", "impedance is 0");
        refused("1 7 0.00 0.15", "1 8 0.00 0.15", "branch 1-8");
        refused("1 7 0.00 0.15", "1.5 7 0.00 0.15", "line 16", "whole number");
        refused("7 1 90 30", "7 1 NaN 30", "line 7", "finite");
        refused("1 3 0  0", "1 2 0  0", "slack");
        refused("mpc.baseMVA = 100;", "", "baseMVA is missing");
        refused("mpc.gen =", "mpc.other =", "mpc.gen is missing");
    }

    @Test
    void aMatrixThatNeverEndsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> MatpowerCase.parse("mpc.baseMVA = 1;\nmpc.bus = [\n"))
                .withMessageContaining("not closed");
    }

    @Test
    void tooManyRowsAreRefused() {
        String rows = "1 1 0 0 0 0 1 1 0 1 1 1 1;\n".repeat(10_001);
        assertThatIllegalArgumentException().isThrownBy(() -> MatpowerCase.parse("mpc.bus = [\n" + rows))
                .withMessageContaining("line 10002");
    }
}
