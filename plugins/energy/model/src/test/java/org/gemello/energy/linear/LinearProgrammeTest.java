package org.gemello.energy.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

class LinearProgrammeTest {
    /** V. Chvatal, Linear Programming, 1983, page 13: maximum of 5 x1 + 4 x2 + 3 x3 is 13 at (2, 0, 1). */
    @Test
    void anExampleOfTheTextbook() {
        LinearProgramme programme = new LinearProgramme(3);
        programme.cost(0, -5);
        programme.cost(1, -4);
        programme.cost(2, -3);
        programme.row(new double[] {2, 3, 1}, Double.NEGATIVE_INFINITY, 5);
        programme.row(new double[] {4, 1, 2}, Double.NEGATIVE_INFINITY, 11);
        programme.row(new double[] {3, 4, 2}, Double.NEGATIVE_INFINITY, 8);
        assertThat(programme.solve().orElseThrow()).containsExactly(new double[] {2, 0, 1}, within(1e-9));
    }

    /** E. M. L. Beale's example, on which the simplex method without a rule against it goes in circles: optimum -1/20. */
    @Test
    void doesNotGoInCircles() {
        LinearProgramme programme = new LinearProgramme(4);
        double[] cost = {-0.75, 150, -0.02, 6};
        for (int j = 0; j < cost.length; j++) {
            programme.cost(j, cost[j]);
        }
        programme.row(new double[] {0.25, -60, -0.04, 9}, Double.NEGATIVE_INFINITY, 0);
        programme.row(new double[] {0.5, -90, -0.02, 3}, Double.NEGATIVE_INFINITY, 0);
        programme.row(new double[] {0, 0, 1, 0}, Double.NEGATIVE_INFINITY, 1);
        assertThat(programme.costOf(programme.solve().orElseThrow())).isCloseTo(-0.05, within(1e-9));
    }

    @Test
    void whatHasNoSolutionSaysSo() {
        LinearProgramme programme = new LinearProgramme(1);
        programme.row(new double[] {1}, Double.NEGATIVE_INFINITY, -1);
        assertThat(programme.solve()).isEmpty();
        LinearProgramme endless = new LinearProgramme(1);
        endless.cost(0, -1);
        assertThatIllegalArgumentException().isThrownBy(endless::solve).withMessageContaining("no lowest cost");
        assertThatIllegalArgumentException().isThrownBy(() -> endless.bound(0, Double.NEGATIVE_INFINITY, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> endless.row(new double[2], 0, 1));
    }

    @Test
    void agreesWithAnotherSolver() {
        Random random = new Random(20260101);
        int solved = 0;
        for (int run = 0; run < 300; run++) {
            int n = 1 + random.nextInt(12);
            int m = random.nextInt(12);
            LinearProgramme programme = new LinearProgramme(n);
            ExpressionsBasedModel model = new ExpressionsBasedModel();
            Variable[] variables = new Variable[n];
            for (int j = 0; j < n; j++) {
                double low = random.nextInt(5) - 2;
                double high = low + random.nextInt(6);
                double cost = random.nextInt(21) - 10;
                programme.bound(j, low, high);
                programme.cost(j, cost);
                variables[j] = model.addVariable("x" + j).lower(low).upper(high).weight(cost);
            }
            for (int i = 0; i < m; i++) {
                double[] factors = random.doubles(n, -5, 5).map(f -> random.nextInt(3) == 0 ? 0 : Math.rint(f)).toArray();
                double middle = random.nextInt(9) - 4;
                double room = random.nextInt(3) * 3;
                programme.row(factors, middle - room, random.nextBoolean() ? middle + room : Double.POSITIVE_INFINITY);
                Expression expression = model.addExpression("row" + i);
                for (int j = 0; j < n; j++) {
                    expression.set(variables[j], factors[j]);
                }
                LinearProgramme.Row row = programme.rows().get(i);
                expression.lower(row.low());
                if (row.high() < Double.POSITIVE_INFINITY) {
                    expression.upper(row.high());
                }
            }
            Optional<double[]> found = programme.solve();
            Optimisation.Result other = model.minimise();
            assertThat(found.isPresent()).as("run %s: %s", run, other.getState()).isEqualTo(other.getState().isFeasible());
            if (found.isPresent()) {
                solved++;
                assertThat(programme.costOf(found.get())).as("run %s", run).isCloseTo(other.getValue(), within(1e-6));
            }
        }
        assertThat(solved).isBetween(100, 290);
    }
}
