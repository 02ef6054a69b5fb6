package org.gemello.energy.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PowerFlowTest {
    private static void voltage(FlowResult flow, int bus, double voltage, double angle) {
        assertThat(flow.bus(bus).voltage()).isCloseTo(voltage, within(1e-6));
        assertThat(flow.bus(bus).angle()).isCloseTo(angle, within(1e-5));
    }

    @Test
    void ieee14() throws IOException {
        FlowResult flow = PowerFlow.solve(Grids.reference("case14.m"));
        assertThat(flow.bus(1).generation()).isCloseTo(232.3933, within(1e-4));
        assertThat(flow.bus(1).reactive()).isCloseTo(-16.5493, within(1e-4));
        assertThat(flow.loss()).isCloseTo(13.3933, within(1e-4));
        voltage(flow, 4, 1.017671, -10.31290);
        voltage(flow, 14, 1.035530, -16.03364);
        assertThat(flow.mismatch()).isLessThan(1e-11);
    }

    @Test
    void ieee30() throws IOException {
        FlowResult flow = PowerFlow.solve(Grids.reference("case_ieee30.m"));
        assertThat(flow.bus(1).generation()).isCloseTo(260.9569, within(1e-4));
        assertThat(flow.loss()).isCloseTo(17.5569, within(1e-4));
        voltage(flow, 30, 0.992235, -17.64161);
    }

    @Test
    void wscc9() throws IOException {
        FlowResult flow = PowerFlow.solve(Grids.reference("case9.m"));
        assertThat(flow.bus(1).generation()).isCloseTo(71.6410, within(1e-4));
        assertThat(flow.bus(1).reactive()).isCloseTo(27.0459, within(1e-4));
        assertThat(flow.loss()).isCloseTo(4.6410, within(1e-4));
        voltage(flow, 5, 1.012654, -3.68740);
        voltage(flow, 9, 0.995631, -3.98881);
    }

    @Test
    void powerIsBalancedAtEveryBusOfTheSmallGrid() {
        GridCase grid = MatpowerCase.parse(Grids.SMALL);
        FlowResult flow = PowerFlow.solve(grid);
        for (Bus bus : grid.buses()) {
            FlowResult.BusState state = flow.bus(bus.number());
            double square = state.voltage() * state.voltage();
            double p = state.generation() - bus.load() - bus.conductance() * square;
            double q = state.reactive() - bus.reactiveLoad() + bus.susceptance() * square;
            for (FlowResult.BranchState branch : flow.branches()) {
                p -= branch.from() == bus.number() ? branch.activeFrom() : branch.to() == bus.number() ? branch.activeTo() : 0;
                q -= branch.from() == bus.number() ? branch.reactiveFrom() : branch.to() == bus.number() ? branch.reactiveTo() : 0;
            }
            assertThat(p).isCloseTo(0, within(1e-9));
            assertThat(q).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void aPhaseShifterDelaysItsFarSide() {
        String oneLine = Grids.SMALL.replace("1 7 0.00 0.15 0    70  0 0 0.98 0 1", "1 7 0.00 0.15 0    70  0 0 0.98 0 0");
        double shifted = PowerFlow.solve(MatpowerCase.parse(oneLine)).bus(7).angle();
        double plain = PowerFlow.solve(MatpowerCase.parse(oneLine.replace("0    3 1", "0    0 1"))).bus(7).angle();
        assertThat(shifted).isCloseTo(plain - 3, within(1e-9));
    }

    @Test
    void aGeneratorAtItsReactiveLimitLetsGoOfTheVoltage() {
        GridCase grid = MatpowerCase.parse(Grids.SMALL.replace("20  -20  1.01", "20  -20  1.06"));
        assertThat(PowerFlow.solve(grid).bus(2).reactive()).isGreaterThan(20);
        FlowResult.BusState limited = PowerFlow.solve(grid, true).bus(2);
        assertThat(limited.atReactiveLimit()).isTrue();
        assertThat(limited.reactive()).isCloseTo(20, within(1e-8));
        assertThat(limited.voltage()).isLessThan(1.06);
    }

    @Test
    void hundredsOfBuses() {
        GridCase grid = Grids.random(600, 1);
        FlowResult flow = PowerFlow.solve(grid);
        double generation = flow.buses().stream().mapToDouble(FlowResult.BusState::generation).sum();
        double load = grid.buses().stream().mapToDouble(Bus::load).sum();
        assertThat(generation).isCloseTo(load + flow.loss(), within(1e-6));
        assertThat(flow.mismatch()).isLessThan(1e-10);
    }

    @Test
    void aLoadThatCannotBeCarriedIsAnError() {
        GridCase grid = MatpowerCase.parse(Grids.SMALL.replace("7 1 90 30", "7 1 9000 3000"));
        assertThatThrownBy(() -> PowerFlow.solve(grid)).isInstanceOf(NoSolution.class);
    }

    @Test
    void aBusWithoutConnectionIsNamed() {
        GridCase grid = MatpowerCase.parse(Grids.SMALL).without(1).without(2);
        assertThatThrownBy(() -> PowerFlow.solve(grid)).isInstanceOf(NoSolution.class).hasMessageContaining("[7]");
    }
}
