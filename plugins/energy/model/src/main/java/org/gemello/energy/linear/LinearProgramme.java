package org.gemello.energy.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Minimises a linear cost under bounds on variables and on linear rows. What it is made of is added first; bounds may be changed between
 * solutions, which is how a search branches. Mutable, for one thread.
 */
public final class LinearProgramme {
    private final double[] low;
    private final double[] high;
    private final double[] cost;
    private final List<Row> rows = new ArrayList<>();

    record Row(double[] factors, double low, double high) {
    }

    /** Variables from 0 up to nothing, without a cost. */
    public LinearProgramme(int variables) {
        low = new double[variables];
        high = new double[variables];
        cost = new double[variables];
        Arrays.fill(high, Double.POSITIVE_INFINITY);
    }

    /** Cost of one unit of a variable. */
    public void cost(int variable, double perUnit) {
        cost[variable] = perUnit;
    }

    /** Range of a variable; the lower end is finite. */
    public void bound(int variable, double from, double to) {
        if (!(Double.isFinite(from) && to >= from)) {
            throw new IllegalArgumentException("variable " + variable + " ranges from " + from + " to " + to);
        }
        low[variable] = from;
        high[variable] = to;
    }

    /** A linear row that stays within a range, of which one end may be infinite. */
    public void row(double[] factors, double from, double to) {
        if (factors.length != cost.length || !(to >= from) || Double.isInfinite(from) && Double.isInfinite(to)) {
            throw new IllegalArgumentException("a row has " + cost.length + " factors and a range, here " + factors.length + " and " + from
                    + " to " + to);
        }
        rows.add(new Row(factors.clone(), from, to));
    }

    /**
     * The cheapest values of the variables; empty where no values keep all bounds.
     *
     * @throws IllegalArgumentException where the cost has no lower end, or the numbers are too far apart to be solved
     */
    public Optional<double[]> solve() {
        return new Simplex(this).solve();
    }

    /** Cost of these values. */
    public double costOf(double[] values) {
        double sum = 0;
        for (int j = 0; j < cost.length; j++) {
            sum += cost[j] * values[j];
        }
        return sum;
    }

    int variables() {
        return cost.length;
    }

    List<Row> rows() {
        return rows;
    }

    double low(int variable) {
        return low[variable];
    }

    double high(int variable) {
        return high[variable];
    }

    double cost(int variable) {
        return cost[variable];
    }
}
