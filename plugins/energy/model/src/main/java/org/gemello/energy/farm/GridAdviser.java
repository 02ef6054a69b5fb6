package org.gemello.energy.farm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.gemello.energy.farm.FarmAdvice.Setting;
import org.gemello.energy.optimise.PowerShare;
import org.gemello.energy.optimise.PowerShare.Member;
import org.gemello.energy.optimise.RatioMeter;
import org.gemello.energy.optimise.WakeSteering;
import org.gemello.energy.signal.Signal;
import org.gemello.energy.wake.FreeWind;
import org.gemello.energy.wake.Operation;
import org.gemello.energy.wake.WakeFarm;
import org.gemello.energy.wake.WakeTurbine;

/**
 * Proposes power limits that meet what the grid operator asks for with least damage of the gearboxes' bearings: torque to the power of
 * 10/3 (ISO 281), weighed by the life that each has left. No turbine is counted on for more than the wind gives it behind the others.
 */
final class GridAdviser {
    private static final FarmAdviceKind KIND = FarmAdviceKind.GRID_SET_POINT;
    private static final long EVERY = 60_000_000_000L;
    /** Shares of rated power: a smaller change is not worth a command; one command moves no more than half. */
    private static final double TOLERANCE = 0.02;
    private static final double STEP = 0.5;
    private static final double BEARING = 10.0 / 3;
    /** Years for which a turbine is built; a bearing with less before it weighs more. */
    private static final double LIFE = 20;
    private static final double MOST_WEIGHT = 5;
    private static final double SETTLING = 180;
    /** Blocks of a hundred seconds. */
    private static final int MEASURED = 3;
    private final List<WakeTurbine> turbines;
    private final WakeFarm wakes;
    private final double[] rated;
    private final double sum;

    GridAdviser(List<WakeTurbine> turbines, WakeFarm wakes) {
        this.turbines = turbines;
        this.wakes = wakes;
        // designs give it a fraction of a kilowatt beside the round number
        rated = turbines.stream().mapToDouble(turbine -> Math.round(turbine.curve().largestPower())).toArray();
        sum = Arrays.stream(rated).sum();
    }

    /** Largest power of the farm in kW. */
    double ratedPower() {
        return sum;
    }

    void consider(FarmPlan plan, Signal demand, FarmEstimate estimate, List<TurbineView> views, FarmVoice voice) {
        if (!demand.isKnown() || !demand.quality().isGood()) {
            return;
        }
        long now = estimate.time();
        double target = Math.min(Math.max(demand.value(), 0), sum);
        double goal = Math.min(target, power(estimate.normalised(), unlimited(estimate)));
        measure(plan, estimate, goal, target, voice);
        boolean asked = demand.changed() > plan.searched;
        if (asked) {
            plan.listen();
        }
        boolean due = asked || Math.floorDiv(now, EVERY) > Math.floorDiv(plan.searched, EVERY);
        boolean known = views.stream().allMatch(view -> view.last(FarmInput.POWER_LIMIT).quality().isGood());
        if (due && known && !plan.isSilent(now)) {
            plan.searched = now;
            search(plan, target, estimate, views, voice);
        }
    }

    private void search(FarmPlan plan, double target, FarmEstimate estimate, List<TurbineView> views, FarmVoice voice) {
        boolean lifts = target > sum * (1 - 1e-3);
        boolean byLife = views.stream().allMatch(GridAdviser::isLifeKnown);
        List<Member> members = members(estimate, views, byLife);
        double[] limits = lifts ? rated : limits(members, views, target);
        List<Setting> settings = new ArrayList<>();
        List<Operation> then = new ArrayList<>();
        double largest = 0;
        double news = 0;
        for (int i = 0; i < limits.length; i++) {
            String name = turbines.get(i).name();
            double present = present(views, i);
            double next = Math.min(Math.max(Math.floor(limits[i] + 1e-6), least(present, i)), most(present, i));
            Operation operation = estimate.operations().get(i);
            then.add(new Operation(operation.yaw(), next, operation.runs()));
            largest = Math.max(largest, Math.abs(next - present) / rated[i]);
            news = Math.max(news, Math.abs(next - plan.asked.getOrDefault(name, present)) / rated[i]);
            if (Math.abs(next - present) >= 1) {
                settings.add(new Setting(name, next));
            }
        }
        if (largest <= TOLERANCE || lifts && !plan.isInForce()) {
            if (lifts && largest <= TOLERANCE) {
                plan.end();
            }
            if (plan.isOpen()) {
                plan.close();
                voice.withdraw(KIND, "the limits are as they should be", estimate.time());
            }
        } else if (!plan.isOpen() || news > TOLERANCE) {
            settings.sort(Comparator.comparingDouble(each -> each.value() - estimate.operations().get(place(each.turbine())).powerLimit()));
            FarmAdvice advice = advice(target, lifts, saved(members, limits), byLife, estimate, then, settings);
            plan.ask(advice, estimate.wind().direction());
            voice.propose(advice);
        }
    }

    private double present(List<TurbineView> views, int i) {
        return Math.min(Math.max(views.get(i).last(FarmInput.POWER_LIMIT).value(), 0), rated[i]);
    }

    /** Lowest limit in kW that one command can set. */
    private double least(double present, int i) {
        return Math.max(Math.ceil(present - STEP * rated[i]), 0);
    }

    private double most(double present, int i) {
        return Math.min(Math.floor(present + STEP * rated[i]), rated[i]);
    }

    private int place(String turbine) {
        int place = 0;
        while (!turbines.get(place).name().equals(turbine)) {
            place++;
        }
        return place;
    }

    private static boolean isLifeKnown(TurbineView view) {
        Signal life = view.last(FarmInput.BEARING_LIFE);
        return life.isKnown() && !life.quality().isBad() && life.value() >= 0;
    }

    private List<Member> members(FarmEstimate estimate, List<TurbineView> views, boolean byLife) {
        var flows = wakes.flow(estimate.normalised(), unlimited(estimate));
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < rated.length; i++) {
            double left = byLife ? Math.max(views.get(i).last(FarmInput.BEARING_LIFE).value(), LIFE / MOST_WEIGHT) : LIFE;
            double weight = Math.max(LIFE / left, 1 / MOST_WEIGHT);
            double present = present(views, i);
            members.add(new Member(Math.min(flows.get(i).power(), most(present, i)), least(present, i), rated[i], weight, BEARING));
        }
        return members;
    }

    /** The shares, and what the wind does not give now shared out as headroom: in any wind all together stay within the target. */
    private double[] limits(List<Member> members, List<TurbineView> views, double target) {
        double[] limits = PowerShare.of(members, target);
        double used = 0;
        double room = 0;
        for (int i = 0; i < limits.length; i++) {
            limits[i] = Math.max(limits[i], members.get(i).least());
            used += limits[i];
            room += most(present(views, i), i) - limits[i];
        }
        double share = room > 0 ? Math.min(Math.max((target - used) / room, 0), 1) : 0;
        for (int i = 0; i < limits.length; i++) {
            limits[i] += share * (most(present(views, i), i) - limits[i]);
        }
        return limits;
    }

    /** Damage in percent that these limits save against the same share of what each can give. */
    private static double saved(List<Member> members, double[] limits) {
        double available = members.stream().mapToDouble(Member::available).sum();
        double given = 0;
        for (int i = 0; i < limits.length; i++) {
            given += Math.min(limits[i], members.get(i).available());
        }
        double best = 0;
        double even = 0;
        for (int i = 0; i < limits.length; i++) {
            Member member = members.get(i);
            best += member.damage(Math.min(limits[i], member.available()));
            even += member.damage(available > 0 ? member.available() * given / available : 0);
        }
        return even > 0 ? Math.max(100 * (1 - best / even), 0) : 0;
    }

    private FarmAdvice advice(double target, boolean lifts, double saved, boolean byLife, FarmEstimate estimate, List<Operation> then,
                              List<Setting> settings) {
        double gain = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        List<FreeWind> winds = WakeSteering.around(estimate.normalised());
        for (FreeWind wind : winds) {
            double goal = Math.min(target, power(wind, unlimited(estimate)));
            double closer = Math.abs(power(wind, estimate.operations()) - goal) - Math.abs(power(wind, then) - goal);
            gain += closer / winds.size();
            low = Math.min(low, closer);
            high = Math.max(high, closer);
        }
        String numbers = format("farm gives %.0f kW of %.0f kW that the wind allows behind wakes; ", estimate.power(),
                power(estimate.normalised(), unlimited(estimate)));
        String why = lifts ? numbers + "the grid operator no longer limits it: the turbines' limits are lifted"
                : numbers + format("the grid operator asks for %.0f kW at most. These limits meet it with %.0f %% less damage of the gearboxes' "
                + "bearings than the same share of each; damage by torque to the power of 10/3, %s", target, saved,
                byLife ? "weighed by the life that WTRM.BrgRul tells" : "all alike, for not all turbines tell WTRM.BrgRul");
        return new FarmAdvice(KIND, why, gain, low, high, List.of("no turbine above rated power",
                "at most half of rated power at once: a longer way takes another proposal", "all limits together within the set point in any wind"),
                settings, estimate.time());
    }

    private void measure(FarmPlan plan, FarmEstimate estimate, double goal, double target, FarmVoice voice) {
        double since = plan.measuringFor(estimate.time());
        if (since < 0) {
            plan.missed = Math.abs(estimate.power() - goal);
        } else if (since >= SETTLING) {
            RatioMeter after = plan.after;
            after.add(estimate.power() - goal, sum);
            if (after.blocks() >= MEASURED) {
                double off = after.ratio() * sum;
                double half = 1.96 * after.deviation() * sum;
                double gain = plan.missed - Math.abs(off);
                String text = format("farm gives %.0f kW (+-%.0f) more than the %.0f kW that it should, for a set point of %.0f kW; it was %.0f kW "
                        + "off", off, half, goal, target, plan.missed);
                plan.stopMeasuring();
                voice.measured(KIND, gain, gain - half, gain + half, text, estimate.time());
            }
        }
    }

    private double power(FreeWind wind, List<Operation> operations) {
        return WakeFarm.power(wakes.flow(wind, operations));
    }

    private static List<Operation> unlimited(FarmEstimate estimate) {
        return estimate.operations().stream().map(each -> new Operation(each.yaw(), Double.POSITIVE_INFINITY, each.runs())).toList();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
