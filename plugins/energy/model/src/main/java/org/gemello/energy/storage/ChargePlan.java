package org.gemello.energy.storage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.gemello.energy.linear.LinearProgramme;

/**
 * The cheapest plan of charging and discharging against a price or carbon signal: a linear programme over the steps. Where a price is
 * negative, charging and discharging at once would pay; there, and only there, a search by branch and bound decides for one of them.
 *
 * @param steps in order of time
 * @param cost  of the plan in the unit of the signal: energy bought minus energy sold plus wear
 * @param gap   by how much at most a plan could be cheaper; 0 but where many negative prices make the search stop early
 */
public record ChargePlan(List<Step> steps, double cost, double gap) {
    /** Two days in steps of five minutes are more than a plan needs. */
    public static final int MOST_STEPS = 400;
    private static final int MOST_BRANCHES = 300;
    private static final double SMALL = 1e-7;

    /**
     * @param charge    drawn from the grid in MW
     * @param discharge delivered to the grid in MW
     * @param energy    stored at the end of the step in MWh
     */
    public record Step(double charge, double discharge, double energy) {
        /** Delivered to the grid, below 0: drawn, in MW. */
        public double net() {
            return discharge - charge;
        }
    }

    /**
     * What is asked of the plan.
     *
     * @param hours    length of a step, above 0
     * @param signal   price or carbon per MWh, one per step, 1..400 steps
     * @param demand   demand response: least net delivery to the grid in MW, negative: most net draw; NaN: none; one per step or empty
     * @param start    stored energy before the first step in MWh
     * @param end      least stored energy after the last step in MWh
     */
    public record Task(double hours, double[] signal, double[] demand, double start, double end) {
        public Task {
            signal = signal.clone();
            demand = demand.clone();
            if (!(hours > 0) || signal.length < 1 || signal.length > MOST_STEPS || demand.length != 0 && demand.length != signal.length) {
                throw new IllegalArgumentException("a plan has 1 to " + MOST_STEPS
                        + " steps of more than 0 hours, and a demand for each or none");
            }
            for (int i = 0; i < signal.length; i++) {
                if (!Double.isFinite(signal[i])) {
                    throw new IllegalArgumentException("the signal of step " + i + " is " + signal[i]);
                }
            }
        }
    }

    /** @throws IllegalArgumentException where no plan meets the limits and demands */
    public static ChargePlan of(Storage storage, Task task) {
        if (!(task.start >= storage.lowest() && task.start <= storage.highest() && task.end <= storage.highest())) {
            throw new IllegalArgumentException("energy at the start " + task.start + " MWh and at the end " + task.end + " MWh are within "
                    + storage.lowest() + ".." + storage.highest() + " MWh");
        }
        return new Search(storage, task).run();
    }

    /** Variables are the charge of each step, then the discharge of each step. */
    private static final class Search {
        private final Storage storage;
        private final Task task;
        private final int n;
        private final LinearProgramme programme;
        private double[] best;
        private double bestCost = Double.POSITIVE_INFINITY;
        private double openCost = Double.POSITIVE_INFINITY;

        /** What a branch has decided of each step, and what it costs at least. */
        private record Node(byte[] decided, double least) {
        }

        Search(Storage storage, Task task) {
            this.storage = storage;
            this.task = task;
            n = task.signal.length;
            programme = new LinearProgramme(2 * n);
            for (int i = 0; i < n; i++) {
                programme.cost(i, task.signal[i] * task.hours);
                programme.cost(n + i, (storage.wear() - task.signal[i]) * task.hours);
                double[] energy = new double[2 * n];
                for (int k = 0; k <= i; k++) {
                    energy[k] = storage.efficiencyIn() * task.hours;
                    energy[n + k] = -task.hours / storage.efficiencyOut();
                }
                double least = i == n - 1 ? Math.max(storage.lowest(), task.end) : storage.lowest();
                programme.row(energy, least - task.start, storage.highest() - task.start);
                if (task.demand.length > 0 && !Double.isNaN(task.demand[i])) {
                    double[] net = new double[2 * n];
                    net[i] = -1;
                    net[n + i] = 1;
                    programme.row(net, task.demand[i], Double.POSITIVE_INFINITY);
                }
            }
        }

        /** Depth first, the better half before the other. */
        ChargePlan run() {
            Deque<Node> open = new ArrayDeque<>(List.of(new Node(new byte[n], Double.NEGATIVE_INFINITY)));
            for (int branch = 0; !open.isEmpty() && (branch < MOST_BRANCHES || best == null && branch < 2 * MOST_BRANCHES); branch++) {
                Node node = open.pop();
                if (node.least < bestCost - SMALL) {
                    look(node.decided, open);
                }
            }
            open.forEach(node -> openCost = Math.min(openCost, node.least));
            if (best == null) {
                throw new IllegalArgumentException("no plan meets the limits, the energy at the end and the demands");
            }
            return plan(Math.max(0, bestCost - Math.min(bestCost, openCost)));
        }

        private void look(byte[] decided, Deque<Node> open) {
            for (int i = 0; i < n; i++) {
                programme.bound(i, 0, decided[i] == 2 ? 0 : storage.charging());
                programme.bound(n + i, 0, decided[i] == 1 ? 0 : storage.discharging());
            }
            double[] values = programme.solve().orElse(null);
            if (values == null || programme.costOf(values) >= bestCost - SMALL) {
                return;
            }
            int both = worst(values);
            if (both < 0) {
                best = values;
                bestCost = programme.costOf(values);
                return;
            }
            boolean charges = values[both] * storage.efficiencyIn() > values[n + both] / storage.efficiencyOut();
            open.push(new Node(with(decided, both, charges ? 2 : 1), programme.costOf(values)));
            open.push(new Node(with(decided, both, charges ? 1 : 2), programme.costOf(values)));
        }

        private static byte[] with(byte[] decided, int step, int choice) {
            byte[] next = decided.clone();
            next[step] = (byte) choice;
            return next;
        }

        /** The step with a negative price that charges and discharges most at once; -1 where none does. */
        private int worst(double[] values) {
            int worst = -1;
            double most = SMALL;
            for (int i = 0; i < n; i++) {
                double both = Math.min(values[i], values[n + i]);
                if (task.signal[i] < 0 && both > most) {
                    most = both;
                    worst = i;
                }
            }
            return worst;
        }

        private ChargePlan plan(double gap) {
            List<Step> steps = new ArrayList<>();
            double energy = task.start;
            double cost = 0;
            for (int i = 0; i < n; i++) {
                // the same change of energy by one direction alone is never dearer where the price is not negative
                double change = best[i] * storage.efficiencyIn() - best[n + i] / storage.efficiencyOut();
                double charge = Math.max(0, change / storage.efficiencyIn());
                double discharge = Math.max(0, -change * storage.efficiencyOut());
                energy += change * task.hours;
                steps.add(new Step(charge, discharge, energy));
                cost += task.hours * (task.signal[i] * (charge - discharge) + storage.wear() * discharge);
            }
            return new ChargePlan(List.copyOf(steps), cost, gap);
        }
    }
}
