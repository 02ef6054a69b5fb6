package org.gemello.energy.fatigue;

import java.util.ArrayList;
import java.util.List;

/** Another way to count the same: the four-point rule over a whole history, what stays open counted as halves. */
final class FourPoint {
    private FourPoint() {
    }

    static void count(double[] history, Rainflow.Cycles to) {
        List<Double> open = new ArrayList<>();
        for (double value : history) {
            int n = open.size();
            if (n > 1 && (value - open.get(n - 1)) * (open.get(n - 1) - open.get(n - 2)) > 0) {
                open.set(n - 1, value);
            } else if (n == 0 || open.get(n - 1) != value) {
                open.add(value);
            }
        }
        for (int i = 0; i + 3 < open.size();) {
            double inner = Math.abs(open.get(i + 2) - open.get(i + 1));
            if (inner <= Math.abs(open.get(i + 1) - open.get(i)) && inner <= Math.abs(open.get(i + 3) - open.get(i + 2))) {
                to.cycle(inner, (open.get(i + 1) + open.get(i + 2)) / 2, 1);
                open.remove(i + 2);
                open.remove(i + 1);
                i = Math.max(0, i - 2);
            } else {
                i++;
            }
        }
        for (int i = 1; i < open.size(); i++) {
            to.cycle(Math.abs(open.get(i) - open.get(i - 1)), (open.get(i) + open.get(i - 1)) / 2, 0.5);
        }
    }
}
