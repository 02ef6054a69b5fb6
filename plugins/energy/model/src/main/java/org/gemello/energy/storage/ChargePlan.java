package org.gemello.energy.storage;

import java.util.ArrayList;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The cheapest plan of charging and discharging against a price or carbon signal: a linear programme over the steps. Where a price is
 * negative, charging and discharging at once would pay; there, and only there, a binary variable forbids it.
 *
 * @param steps in order of time
 * @param cost  of the plan in the unit of the signal: energy bought minus energy sold plus wear
 */
public record ChargePlan(List<Step> steps, double cost) {
    private static final int MOST_STEPS = 2000;

    /**
     * @param charge    drawn from the grid in MW
     * @param discharge delivered to the grid in MW
     * @param energy    stored at the end of the step in MWh
     */
    public record Step(double charge, double discharge, double energy) {
    }

    /**
     * What is asked of the plan.
     *
     * @param hours    length of a step, above 0
     * @param signal   price or carbon per MWh, one per step, 1..2000 steps
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
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        int n = task.signal.length;
        Variable[] in = new Variable[n];
        Variable[] out = new Variable[n];
        Variable[] energy = new Variable[n];
        for (int i = 0; i < n; i++) {
            double price = task.signal[i] * task.hours;
            in[i] = model.addVariable("in" + i).lower(0).upper(storage.charging()).weight(price);
            out[i] = model.addVariable("out" + i).lower(0).upper(storage.discharging()).weight(storage.wear() * task.hours - price);
            double least = i == n - 1 ? Math.max(storage.lowest(), task.end) : storage.lowest();
            energy[i] = model.addVariable("energy" + i).lower(least).upper(storage.highest());
            Expression balance = model.addExpression("balance" + i).set(energy[i], 1)
                    .set(in[i], -storage.efficiencyIn() * task.hours).set(out[i], task.hours / storage.efficiencyOut());
            if (i == 0) {
                balance.level(task.start);
            } else {
                balance.set(energy[i - 1], -1).level(0);
            }
            if (task.signal[i] < 0) {
                Variable charging = model.addVariable("charging" + i).binary();
                model.addExpression("onlyIn" + i).set(in[i], 1).set(charging, -storage.charging()).upper(0);
                model.addExpression("onlyOut" + i).set(out[i], 1).set(charging, storage.discharging()).upper(storage.discharging());
            }
            if (task.demand.length > 0 && !Double.isNaN(task.demand[i])) {
                model.addExpression("demand" + i).set(out[i], 1).set(in[i], -1).lower(task.demand[i]);
            }
        }
        Optimisation.Result result = model.minimise();
        if (!result.getState().isOptimal()) {
            throw new IllegalArgumentException("no plan meets the limits, the energy at the end and the demands ("
                    + result.getState() + ")");
        }
        List<Step> steps = new ArrayList<>();
        double cost = 0;
        for (int i = 0; i < n; i++) {
            Step step = new Step(in[i].getValue().doubleValue(), out[i].getValue().doubleValue(), energy[i].getValue().doubleValue());
            steps.add(step);
            cost += task.hours * (task.signal[i] * (step.charge - step.discharge) + storage.wear() * step.discharge);
        }
        return new ChargePlan(List.copyOf(steps), cost);
    }
}
