package org.gemello.energy.storage;

import java.util.ArrayList;
import java.util.List;

/** Cycles in a history of the state of charge: rainflow counting after ASTM E1049-85 (2017), 5.4.4. */
public final class ChargeCycles {
    private ChargeCycles() {
    }

    /**
     * @param range between its extremes
     * @param mean  of its extremes
     * @param count 1 or one half
     */
    public record Cycle(double range, double mean, double count) {
    }

    /** Cycles and half cycles of a history in order of time. */
    public static List<Cycle> of(double[] history) {
        List<Cycle> cycles = new ArrayList<>();
        List<Double> open = new ArrayList<>();
        for (double turn : turns(history)) {
            open.add(turn);
            while (open.size() >= 3) {
                int last = open.size() - 1;
                double newest = Math.abs(open.get(last) - open.get(last - 1));
                double before = Math.abs(open.get(last - 1) - open.get(last - 2));
                if (newest < before) {
                    break;
                }
                if (open.size() == 3) {
                    cycles.add(cycle(open.remove(0), open.get(0), 0.5));
                } else {
                    cycles.add(cycle(open.get(last - 2), open.get(last - 1), 1));
                    open.remove(last - 1);
                    open.remove(last - 2);
                }
            }
        }
        for (int i = 1; i < open.size(); i++) {
            cycles.add(cycle(open.get(i - 1), open.get(i), 0.5));
        }
        return cycles;
    }

    private static Cycle cycle(double a, double b, double count) {
        return new Cycle(Math.abs(a - b), (a + b) / 2, count);
    }

    private static List<Double> turns(double[] history) {
        List<Double> turns = new ArrayList<>();
        for (double value : history) {
            int n = turns.size();
            if (n > 0 && turns.get(n - 1) == value) {
                continue;
            }
            if (n > 1 && (turns.get(n - 1) - turns.get(n - 2)) * (value - turns.get(n - 1)) > 0) {
                turns.set(n - 1, value);
            } else {
                turns.add(value);
            }
        }
        return turns;
    }
}
