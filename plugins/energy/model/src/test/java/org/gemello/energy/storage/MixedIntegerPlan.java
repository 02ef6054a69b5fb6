package org.gemello.energy.storage;

import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/** The plan of a storage as a programme with binary variables where a price is negative, solved by ojAlgo: a second opinion. */
final class MixedIntegerPlan {
    private MixedIntegerPlan() {
    }

    static double cost(Storage storage, ChargePlan.Task task) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable before = null;
        for (int i = 0; i < task.signal().length; i++) {
            double price = task.signal()[i] * task.hours();
            Variable in = model.addVariable("in" + i).lower(0).upper(storage.charging()).weight(price);
            Variable out = model.addVariable("out" + i).lower(0).upper(storage.discharging()).weight(storage.wear() * task.hours() - price);
            double least = i == task.signal().length - 1 ? Math.max(storage.lowest(), task.end()) : storage.lowest();
            Variable energy = model.addVariable("energy" + i).lower(least).upper(storage.highest());
            Expression balance = model.addExpression("balance" + i).set(energy, 1)
                    .set(in, -storage.efficiencyIn() * task.hours()).set(out, task.hours() / storage.efficiencyOut());
            if (before == null) {
                balance.level(task.start());
            } else {
                balance.set(before, -1).level(0);
            }
            before = energy;
            if (price < 0) {
                Variable charging = model.addVariable("charging" + i).binary();
                model.addExpression("onlyIn" + i).set(in, 1).set(charging, -storage.charging()).upper(0);
                model.addExpression("onlyOut" + i).set(out, 1).set(charging, storage.discharging()).upper(storage.discharging());
            }
            if (task.demand().length > 0 && !Double.isNaN(task.demand()[i])) {
                model.addExpression("demand" + i).set(out, 1).set(in, -1).lower(task.demand()[i]);
            }
        }
        return model.minimise().getValue();
    }
}
