package org.gemello.energy.gas;

import java.util.Arrays;
import java.util.List;

/** Flow capacity and efficiency of a turbine over its pressure ratio, all relative to design; constant beyond the ends. */
public final class TurbineMap {
    private final double[][] rows;

    private TurbineMap(List<String[]> rows) {
        this.rows = rows.stream().map(row -> Arrays.stream(row).mapToDouble(Double::parseDouble).toArray()).toArray(double[][]::new);
    }

    /** The generic map of this package. */
    public static TurbineMap generic() {
        return new TurbineMap(Table.rows("turbine.csv"));
    }

    double flow(double ratio) {
        return value(ratio, 1);
    }

    double efficiency(double ratio) {
        return value(ratio, 2);
    }

    private double value(double ratio, int column) {
        int k = 0;
        while (k < rows.length - 2 && ratio > rows[k + 1][0]) {
            k++;
        }
        double x = Math.max(0, Math.min(1, (ratio - rows[k][0]) / (rows[k + 1][0] - rows[k][0])));
        return (1 - x) * rows[k][column] + x * rows[k + 1][column];
    }
}
