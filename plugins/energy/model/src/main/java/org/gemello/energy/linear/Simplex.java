package org.gemello.energy.linear;

import java.util.Optional;

/**
 * Primal simplex on a dense tableau with bounded variables (V. Chvatal, Linear Programming, 1983, chapter 8). Every row is a variable of
 * its own that equals it; at first these are the basis. As long as a basic variable is outside its bounds, the sum of what they are outside
 * by is the cost. The largest reduced cost enters; after many steps without gain the first one does (R. G. Bland, 1977), so that it ends.
 */
final class Simplex {
    private static final double SMALL = 1e-9;
    private static final double PIVOT = 1e-8;
    private static final int PATIENCE = 50;
    private final LinearProgramme programme;
    private final int n;
    private final int m;
    /** Basic variables as linear combinations of the others. */
    private final double[][] tableau;
    private final int[] basic;
    private final int[] other;
    private final double[] value;

    Simplex(LinearProgramme programme) {
        this.programme = programme;
        n = programme.variables();
        m = programme.rows().size();
        tableau = new double[m][];
        basic = new int[m];
        other = new int[n];
        value = new double[n + m];
        for (int j = 0; j < n; j++) {
            other[j] = j;
            value[j] = programme.low(j);
        }
        for (int i = 0; i < m; i++) {
            tableau[i] = programme.rows().get(i).factors().clone();
            basic[i] = n + i;
        }
    }

    Optional<double[]> solve() {
        int still = 0;
        boolean wasFeasible = false;
        double before = Double.POSITIVE_INFINITY;
        int most = 50 * (n + m) + 1000;
        for (int step = 0; step < most; step++) {
            evaluate();
            double outside = outside();
            boolean feasible = outside < SMALL * (1 + m);
            double[] reduced = feasible ? reducedCost() : reducedOutside();
            double now = feasible ? programme.costOf(value) : outside;
            boolean gained = feasible != wasFeasible || now < before - SMALL * Math.max(1, Math.abs(now));
            still = gained ? 0 : still + 1;
            wasFeasible = feasible;
            before = now;
            int entering = entering(reduced, still > PATIENCE);
            if (entering < 0) {
                return feasible ? Optional.of(checked()) : Optional.empty();
            }
            move(entering, reduced[entering] < 0 ? 1 : -1);
        }
        throw new IllegalArgumentException("the linear programme of " + n + " variables and " + m
                + " rows does not settle: check its numbers");
    }

    private double low(int variable) {
        return variable < n ? programme.low(variable) : programme.rows().get(variable - n).low();
    }

    private double high(int variable) {
        return variable < n ? programme.high(variable) : programme.rows().get(variable - n).high();
    }

    private void evaluate() {
        for (int i = 0; i < m; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += tableau[i][j] * value[other[j]];
            }
            value[basic[i]] = sum;
        }
    }

    /** -1 below its range, 1 above, 0 within. */
    private int side(int row) {
        double at = value[basic[row]];
        double room = SMALL * (1 + Math.abs(at));
        return at < low(basic[row]) - room ? -1 : at > high(basic[row]) + room ? 1 : 0;
    }

    private double outside() {
        double sum = 0;
        for (int i = 0; i < m; i++) {
            int side = side(i);
            sum += side < 0 ? low(basic[i]) - value[basic[i]] : side > 0 ? value[basic[i]] - high(basic[i]) : 0;
        }
        return sum;
    }

    private double[] reducedOutside() {
        double[] reduced = new double[n];
        for (int i = 0; i < m; i++) {
            int side = side(i);
            for (int j = 0; side != 0 && j < n; j++) {
                reduced[j] += side * tableau[i][j];
            }
        }
        return reduced;
    }

    private double[] reducedCost() {
        double[] reduced = new double[n];
        for (int j = 0; j < n; j++) {
            reduced[j] = other[j] < n ? programme.cost(other[j]) : 0;
        }
        for (int i = 0; i < m; i++) {
            double cost = basic[i] < n ? programme.cost(basic[i]) : 0;
            for (int j = 0; cost != 0 && j < n; j++) {
                reduced[j] += cost * tableau[i][j];
            }
        }
        return reduced;
    }

    /** Place of a variable that lowers the cost by leaving its bound; -1 where none does. */
    private int entering(double[] reduced, boolean first) {
        int best = -1;
        for (int j = 0; j < n; j++) {
            double at = value[other[j]];
            boolean mayRise = at < high(other[j]) && reduced[j] < -SMALL;
            boolean mayFall = at > low(other[j]) && reduced[j] > SMALL;
            if (mayRise || mayFall) {
                boolean better = best < 0 || (first ? other[j] < other[best] : Math.abs(reduced[j]) > Math.abs(reduced[best]));
                best = better ? j : best;
            }
        }
        return best;
    }

    private void move(int column, int direction) {
        int variable = other[column];
        double most = direction > 0 ? high(variable) - value[variable] : value[variable] - low(variable);
        int row = -1;
        double bound = 0;
        for (int i = 0; i < m; i++) {
            double slope = direction * tableau[i][column];
            if (Math.abs(slope) > PIVOT) {
                double end = end(i, slope);
                double room = Math.max(0, (end - value[basic[i]]) / slope);
                if (room < most - SMALL || room < most + SMALL && row >= 0 && Math.abs(slope) > Math.abs(tableau[row][column])) {
                    most = Math.min(most, room);
                    row = i;
                    bound = end;
                }
            }
        }
        if (Double.isInfinite(most)) {
            throw new IllegalArgumentException("the linear programme has no lowest cost: a variable without upper end pays for itself");
        }
        if (row < 0) {
            value[variable] = direction > 0 ? high(variable) : low(variable);
        } else {
            value[basic[row]] = bound;
            pivot(row, column);
        }
    }

    /** Where a basic variable has to stop; one that is outside stops at the bound that it comes to first. */
    private double end(int row, double slope) {
        int side = side(row);
        double low = low(basic[row]);
        double high = high(basic[row]);
        if (slope > 0) {
            return side < 0 ? low : side > 0 ? Double.POSITIVE_INFINITY : high;
        }
        return side > 0 ? high : side < 0 ? Double.NEGATIVE_INFINITY : low;
    }

    private void pivot(int row, int column) {
        double[] pivotRow = tableau[row];
        double divisor = pivotRow[column];
        for (int j = 0; j < n; j++) {
            pivotRow[j] = j == column ? 1 / divisor : -pivotRow[j] / divisor;
        }
        for (int i = 0; i < m; i++) {
            double factor = tableau[i][column];
            if (i != row && factor != 0) {
                double[] line = tableau[i];
                line[column] = 0;
                for (int j = 0; j < n; j++) {
                    line[j] += factor * pivotRow[j];
                }
            }
        }
        int leaving = basic[row];
        basic[row] = other[column];
        other[column] = leaving;
    }

    /** The values, after the rows as they were given have been held against them. */
    private double[] checked() {
        double[] values = new double[n];
        System.arraycopy(value, 0, values, 0, n);
        for (LinearProgramme.Row row : programme.rows()) {
            double sum = 0;
            double size = 1;
            for (int j = 0; j < n; j++) {
                sum += row.factors()[j] * values[j];
                size = Math.max(size, Math.abs(row.factors()[j] * values[j]));
            }
            if (!(sum >= row.low() - 1e-6 * size && sum <= row.high() + 1e-6 * size)) {
                throw new IllegalArgumentException("the linear programme of " + n + " variables and " + m
                        + " rows lost its precision: bring its numbers to the same size");
            }
        }
        return values;
    }
}
