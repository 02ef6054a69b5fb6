package org.gemello.energy.farm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gemello.energy.farm.FarmAdvice.Setting;
import org.gemello.energy.optimise.RatioMeter;
import org.gemello.energy.optimise.WakeSteering;
import org.gemello.energy.wake.Operation;
import org.gemello.energy.wake.WakeFarm;
import org.gemello.energy.wake.WakeTurbine;

/**
 * Proposes yaw offsets that bend wakes past the turbines behind, and takes them back when the wind has turned. The effect is measured at
 * equal wind: power by that of the model without steering, before and after.
 */
final class SteeringAdviser {
    private static final FarmAdviceKind KIND = FarmAdviceKind.WAKE_STEERING;
    private static final long EVERY = 600_000_000_000L;
    /** Wind that differs by more, in rad, is another wind. */
    private static final double SECTOR = Math.toRadians(5);
    /** Largest change of an offset that one command makes, in degrees. */
    private static final double STEP = 25;
    private static final double HELD_BACK = 0.98;
    private static final double WORTH = 0.005;
    private static final double SETTLING = 180;
    private static final double PATIENCE = 3600;
    /** Blocks of a hundred seconds. */
    private static final int MEASURED = 6;
    private static final int REMEMBERED = 36;
    private final List<WakeTurbine> turbines;
    private final WakeFarm wakes;
    private final WakeSteering steering;

    SteeringAdviser(List<WakeTurbine> turbines, WakeFarm wakes) {
        this.turbines = turbines;
        this.wakes = wakes;
        this.steering = new WakeSteering(wakes);
    }

    void consider(FarmPlan plan, FarmEstimate estimate, List<TurbineView> views, FarmVoice voice) {
        long now = estimate.time();
        double direction = estimate.wind().direction();
        measure(plan, estimate, voice);
        if (plan.isOpen() && isElsewhere(direction, plan.direction)) {
            plan.close();
            voice.withdraw(KIND, format("the wind has turned to %.0f deg", degrees(direction)), now);
        }
        boolean due = Math.floorDiv(now, EVERY) > Math.floorDiv(plan.searched, EVERY);
        if (due && !plan.isSilent(now) && isSteerable(estimate, views)) {
            plan.searched = now;
            search(plan, estimate, views, voice);
        }
    }

    /** All run, none is held back, and what they are told now is known. */
    private boolean isSteerable(FarmEstimate estimate, List<TurbineView> views) {
        boolean free = turbines.size() > 1;
        for (int i = 0; i < turbines.size(); i++) {
            Operation operation = estimate.operations().get(i);
            free &= operation.runs() && operation.powerLimit() > HELD_BACK * turbines.get(i).curve().largestPower();
        }
        return free && views.stream().allMatch(view -> view.last(FarmInput.YAW_OFFSET).quality().isGood()
                && view.last(FarmInput.VANE).quality().isGood());
    }

    private void search(FarmPlan plan, FarmEstimate estimate, List<TurbineView> views, FarmVoice voice) {
        WakeSteering.Plan best = steering.plan(estimate.normalised());
        double[] present = new double[turbines.size()];
        double[] wanted = new double[turbines.size()];
        List<Setting> settings = new ArrayList<>();
        boolean steers = false;
        for (int i = 0; i < wanted.length; i++) {
            double offset = views.get(i).last(FarmInput.YAW_OFFSET).value();
            double goal = best.isWorthIt() ? Math.round(Math.toDegrees(best.yaw().get(i))) : 0;
            double next = Math.min(Math.max(goal, offset - STEP), offset + STEP);
            present[i] = Math.toRadians(offset);
            wanted[i] = Math.toRadians(next);
            steers |= next != 0;
            if (Math.abs(next - offset) >= 1) {
                settings.add(new Setting(turbines.get(i).name(), next));
            }
        }
        WakeSteering.Plan change = steering.compare(estimate.normalised(), present, wanted);
        boolean worth = steers ? change.low() > 0 && change.gain() > WORTH * change.power() : change.low() >= 0;
        if (settings.isEmpty() || !worth) {
            if (plan.isOpen()) {
                plan.close();
                voice.withdraw(KIND, "it brings nothing any more in the present wind", estimate.time());
            }
        } else if (!plan.isOpen() || differs(plan, settings)) {
            if (plan.measuringFor(estimate.time()) >= 0 && isElsewhere(estimate.wind().direction(), plan.measured)) {
                plan.stopMeasuring();
            }
            FarmAdvice advice = advice(change, steers, settings, estimate);
            plan.ask(advice, estimate.wind().direction());
            voice.propose(advice);
        }
    }

    private static boolean differs(FarmPlan plan, List<Setting> settings) {
        return settings.size() != plan.asked.size()
                || settings.stream().anyMatch(each -> Math.abs(plan.asked.getOrDefault(each.turbine(), 99.0) - each.value()) > 2);
    }

    private static FarmAdvice advice(WakeSteering.Plan change, boolean steers, List<Setting> settings, FarmEstimate estimate) {
        String why = format("%.1f m/s from %.0f deg, turbulence %.0f %%: %s; %.0f kW by the wake model now, %+.0f kW with it (%.0f to %.0f where "
                + "the direction is 2.5 deg and the turbulence a quarter off)", estimate.wind().speed(), degrees(estimate.wind().direction()),
                100 * estimate.wind().turbulence(), steers ? "turned by so much, turbines send their wakes past those behind them"
                : "in this wind offsets bring nothing, turbines face it again", change.power(), change.gain(), change.low(), change.high());
        return new FarmAdvice(KIND, why, change.gain(), change.low(), change.high(),
                List.of("offsets within 25 deg, at most 25 deg at once", "at most " + WakeSteering.MOST_TURBINES + " turbines at once",
                        format("from %.0f to %.0f m/s, no turbine stopped or held back", WakeSteering.LEAST_WIND, WakeSteering.MOST_WIND),
                        "more power in each of the winds that it may be"),
                settings, estimate.time());
    }

    private void measure(FarmPlan plan, FarmEstimate estimate, FarmVoice voice) {
        double direction = estimate.wind().direction();
        double since = plan.measuringFor(estimate.time());
        if (since > PATIENCE) {
            plan.stopMeasuring();
        } else if (since >= SETTLING && !isElsewhere(direction, plan.measured)) {
            plan.after.add(estimate.power(), unsteered(estimate));
            if (plan.after.blocks() >= MEASURED) {
                tell(plan, estimate.time(), voice);
            }
        } else if (since < 0) {
            if (isElsewhere(direction, plan.heading) || plan.before.blocks() >= REMEMBERED) {
                plan.before.clear();
                plan.heading = direction;
            }
            plan.before.add(estimate.power(), unsteered(estimate));
        }
    }

    private double unsteered(FarmEstimate estimate) {
        List<Operation> facing = estimate.operations().stream().map(each -> new Operation(0, each.powerLimit(), each.runs())).toList();
        return WakeFarm.power(wakes.flow(estimate.normalised(), facing));
    }

    private static void tell(FarmPlan plan, long now, FarmVoice voice) {
        RatioMeter before = plan.before;
        boolean known = before.blocks() >= 3 && !isElsewhere(plan.heading, plan.measured);
        double earlier = known ? before.ratio() : 1;
        double kilowatts = plan.after.reference();
        double gain = (plan.after.ratio() - earlier) * kilowatts;
        double half = 1.96 * Math.hypot(plan.after.deviation(), known ? before.deviation() : 0) * kilowatts;
        String text = format("power was %.1f %% of the model without steering%s and is %.1f %%: %+.0f kW (+-%.0f) at the mean of the wind since",
                100 * earlier, known ? "" : " (taken to be so: nothing was measured in this wind before)", 100 * plan.after.ratio(), gain, half);
        plan.stopMeasuring();
        if (Double.isFinite(gain) && Double.isFinite(half)) {
            voice.measured(KIND, gain, gain - half, gain + half, text, now);
        }
    }

    private static boolean isElsewhere(double one, double other) {
        return Math.abs(Math.IEEEremainder(one - other, 2 * Math.PI)) > SECTOR;
    }

    private static double degrees(double direction) {
        return (Math.toDegrees(direction) + 360) % 360;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
