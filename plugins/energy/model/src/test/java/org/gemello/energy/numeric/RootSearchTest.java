package org.gemello.energy.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.junit.jupiter.api.Test;

class RootSearchTest {
    @Test
    void agreesWithAnotherImplementation() {
        Random random = new Random(1);
        for (int run = 0; run < 200; run++) {
            double root = -3 + 6 * random.nextDouble();
            double bend = 5 * random.nextDouble();
            DoubleUnaryOperator function = x -> Math.expm1(bend * (x - root)) + Math.pow(x - root, 3) + 0.01 * (x - root);
            double found = RootSearch.of(function, -4, 4, 1e-12);
            assertThat(found).isCloseTo(root, within(1e-9));
            assertThat(found).isCloseTo(new BrentSolver(1e-14, 1e-12).solve(200, function::applyAsDouble, -4, 4), within(1e-9));
        }
    }

    @Test
    void needsFewEvaluations() {
        AtomicInteger count = new AtomicInteger();
        double found = RootSearch.of(x -> {
            count.incrementAndGet();
            return Math.cos(x) - x;
        }, 0, 2, 1e-12);
        assertThat(found).isCloseTo(0.7390851332151607, within(1e-12));
        assertThat(count.get()).isLessThan(12);
    }

    @Test
    void endsAreRootsToo() {
        assertThat(RootSearch.of(x -> x, 0, 1, 1e-9)).isZero();
        assertThat(RootSearch.of(x -> x - 1, 0, 1, 1e-9)).isEqualTo(1);
    }

    @Test
    void whatHasNoRootSaysSo() {
        assertThatIllegalArgumentException().isThrownBy(() -> RootSearch.of(x -> 1 + x * x, -1, 1, 1e-9))
                .withMessageContaining("no root between");
        assertThatIllegalArgumentException().isThrownBy(() -> RootSearch.of(x -> Math.abs(x) == 1 ? x : Double.NaN, -1, 1, 1e-9))
                .withMessageContaining("does not settle");
    }
}
