package org.gemello.energy.farm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gemello.energy.signal.AlarmChange;
import org.gemello.energy.signal.Hysteresis;
import org.gemello.energy.wake.WakeTurbine;

/**
 * Finds a turbine that stands out: measured by expected power at its own wind, beside the middle of the others. What they have in
 * common, such as the density of the air or an error of the curve, does not matter.
 */
final class Neighbours {
    static final String ALARM = "stands-out";
    /** Seconds that it has to last. */
    private static final double AFTER = 300;
    /** Less than this expected power in kW says nothing. */
    private static final double LEAST_POWER = 250;
    private final Hysteresis.Limits limits;

    /** @param percent below the others */
    Neighbours(double percent) {
        limits = new Hysteresis.Limits(-percent, AFTER, -percent / 2, AFTER);
    }

    List<AlarmChange> judge(List<WakeTurbine> turbines, List<TurbineView> views, long now) {
        boolean changed = false;
        List<String> outliers = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            TurbineView view = views.get(i);
            double difference = 100 * (ratio(view) / middleOfOthers(views, view) - 1);
            if (Double.isNaN(difference)) {
                view.outlier.interrupt();
            } else {
                changed |= view.outlier.update(difference, now, limits);
            }
            if (view.outlier.isActive()) {
                outliers.add(String.format(Locale.ROOT, "%s (%+.1f %%)", turbines.get(i).name(), difference));
            }
        }
        if (!changed) {
            return List.of();
        }
        return List.of(new AlarmChange(ALARM, !outliers.isEmpty(), outliers.isEmpty() ? "no turbine stands out any more"
                : "gives less than its neighbours, each held against its own wind: " + String.join(", ", outliers)));
    }

    /** Measured by expected power; NaN where that says nothing. */
    private static double ratio(TurbineView view) {
        boolean telling = view.isSeen() && view.runs() && view.expected.mean() > LEAST_POWER;
        return telling ? view.power.mean() / view.expected.mean() : Double.NaN;
    }

    private static double middleOfOthers(List<TurbineView> views, TurbineView one) {
        double[] others = views.stream().filter(view -> view != one).mapToDouble(Neighbours::ratio).filter(ratio -> ratio > 0).sorted().toArray();
        int half = others.length / 2;
        return others.length == 0 ? Double.NaN : others.length % 2 == 1 ? others[half] : (others[half - 1] + others[half]) / 2;
    }
}
