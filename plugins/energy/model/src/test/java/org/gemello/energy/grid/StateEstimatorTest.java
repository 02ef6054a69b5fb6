package org.gemello.energy.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StateEstimatorTest {
    private static final double POWER = 0.2;
    private static final double VOLTAGE = 0.001;

    private final GridCase grid = Grids.random(40, 3);
    private final FlowResult truth = PowerFlow.solve(grid);

    private List<Meter> meters(Random noise) {
        List<Meter> meters = new ArrayList<>();
        for (int i = 0; i < grid.buses().size(); i++) {
            Bus bus = grid.buses().get(i);
            FlowResult.BusState state = truth.buses().get(i);
            add(meters, Meter.Quantity.VOLTAGE, bus.number(), state.voltage(), VOLTAGE, noise);
            add(meters, Meter.Quantity.ACTIVE_INJECTION, bus.number(), state.generation() - bus.load(), POWER, noise);
            add(meters, Meter.Quantity.REACTIVE_INJECTION, bus.number(), state.reactive() - bus.reactiveLoad(), POWER, noise);
        }
        for (int i = 0; i < grid.branches().size(); i++) {
            add(meters, Meter.Quantity.ACTIVE_FROM, i, truth.branches().get(i).activeFrom(), POWER, noise);
            add(meters, Meter.Quantity.REACTIVE_FROM, i, truth.branches().get(i).reactiveFrom(), POWER, noise);
        }
        return meters;
    }

    private static void add(List<Meter> meters, Meter.Quantity quantity, int place, double value, double deviation, Random noise) {
        double error = noise == null ? 0 : noise.nextGaussian() * deviation;
        meters.add(new Meter(quantity + " " + place, quantity, place, value + error, deviation));
    }

    @Test
    void exactMetersGiveTheExactState() {
        EstimatedState state = new StateEstimator(grid, StateEstimator.USUAL_LIMIT).estimate(meters(null));
        for (int i = 0; i < grid.buses().size(); i++) {
            assertThat(state.voltage().get(i)).isCloseTo(truth.buses().get(i).voltage(), within(1e-8));
            assertThat(state.angle().get(i)).isCloseTo(truth.buses().get(i).angle(), within(1e-6));
        }
        assertThat(state.rejected()).isEmpty();
    }

    @Test
    void noiseIsAveraged() {
        EstimatedState state = new StateEstimator(grid, StateEstimator.USUAL_LIMIT).estimate(meters(new Random(5)));
        double square = 0;
        for (int i = 0; i < grid.branches().size(); i++) {
            square += Math.pow(state.branches().get(i).activeFrom() - truth.branches().get(i).activeFrom(), 2);
        }
        assertThat(Math.sqrt(square / grid.branches().size())).isLessThan(0.8 * POWER);
        assertThat(state.objective()).isBetween(0.6 * state.redundancy(), 1.4 * state.redundancy());
        assertThat(state.rejected()).isEmpty();
    }

    @Test
    void badMetersAreFoundAndTheirTrueValueIsGiven() {
        List<Meter> meters = meters(new Random(6));
        int flow = 3 * grid.buses().size() + 2 * 11;
        double before = meters.get(flow).value();
        meters.set(flow, meters.get(flow).reading(before + 6));
        meters.set(60, meters.get(60).reading(meters.get(60).value() + 0.05));
        EstimatedState state = new StateEstimator(grid, StateEstimator.USUAL_LIMIT).estimate(meters);
        assertThat(state.rejected()).extracting(bad -> bad.meter().name())
                .containsExactlyInAnyOrder(meters.get(flow).name(), meters.get(60).name());
        assertThat(state.rejected().stream().filter(bad -> bad.meter().place() == 11).findFirst().orElseThrow().expected())
                .isCloseTo(truth.branches().get(11).activeFrom(), within(4 * POWER));
    }

    @Test
    void aMeterWithoutReadingIsMissedButNotNeeded() {
        List<Meter> meters = meters(null);
        meters.set(0, meters.get(0).reading(Double.NaN));
        EstimatedState state = new StateEstimator(grid, StateEstimator.USUAL_LIMIT).estimate(meters);
        assertThat(state.missing()).containsExactly(meters.get(0).name());
        assertThat(state.voltage().get(0)).isCloseTo(truth.buses().get(0).voltage(), within(1e-8));
    }

    @Test
    void tooFewMetersAreAnErrorThatNamesABus() {
        List<Meter> few = meters(null).stream().filter(meter -> meter.quantity() == Meter.Quantity.VOLTAGE).toList();
        assertThatThrownBy(() -> new StateEstimator(grid, 4).estimate(few)).isInstanceOf(NoSolution.class)
                .hasMessageMatching(".*angle of bus \\d+.*");
    }
}
