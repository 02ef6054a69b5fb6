package org.gemello.energy.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.gemello.api.Quality;
import org.gemello.api.proposal.Gain;
import org.gemello.energy.live.Advice;
import org.gemello.energy.live.Report;
import org.gemello.energy.text.JsonText;

/** Plans the next hours of a battery against its signal and tells the plan, and the set point of the present step as a proposal. */
final class BatteryPlanner {
    static final String SET_POWER = "set-power";
    private static final int MOST_STEPS = 192;
    private final Storage plant;
    private final double capacity;

    /**
     * @param plant    powers in MW, energies in MWh of the new battery
     * @param capacity of the new battery from empty to full in MWh
     */
    BatteryPlanner(Storage plant, double capacity) {
        this.plant = plant;
        this.capacity = capacity;
    }

    /**
     * Plans from now to the end of the signal, two days of quarter-hours at most.
     *
     * @throws IllegalArgumentException where signal or event cannot be read, the signal is over, or no plan meets the demands
     */
    void plan(BatteryMemory.Estimate now, String signalText, String eventText, long time, Report out) {
        PriceSignal signal = read("the signal", () -> PriceSignal.of(signalText));
        Instant moment = Instant.ofEpochSecond(0, time);
        int first = signal.stepAt(moment);
        double[] all = signal.values();
        if (first < 0 || first >= all.length) {
            throw new IllegalArgumentException("the signal is of " + signal.start() + " to " + signal.timeOf(all.length) + ", not of now");
        }
        double[] prices = Arrays.copyOfRange(all, first, Math.min(all.length, first + MOST_STEPS));
        double[] demand = new double[eventText.isEmpty() ? 0 : prices.length];
        if (demand.length > 0) {
            DemandEvent event = read("the event", () -> DemandEvent.of(eventText));
            for (int i = 0; i < demand.length; i++) {
                demand[i] = event.touches(signal.timeOf(first + i), signal.timeOf(first + i + 1)) ? event.least() : Double.NaN;
            }
        }
        Storage present = new Storage(plant.lowest() * now.health(), plant.highest() * now.health(), plant.charging(), plant.discharging(),
                plant.efficiencyIn(), plant.efficiencyOut(), plant.wear());
        double energy = Math.max(present.lowest(), Math.min(present.highest(), now.charge() * capacity * now.health()));
        ChargePlan plan = ChargePlan.of(present, new ChargePlan.Task(signal.step().toMillis() / 3.6e6, prices, demand, energy, energy));
        tell(plan, signal, first, prices, now, time, out);
    }

    private static <T> T read(String what, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(what + " cannot be used: " + e.getMessage(), e);
        }
    }

    private void tell(ChargePlan plan, PriceSignal signal, int first, double[] prices, BatteryMemory.Estimate now, long time, Report out) {
        List<Integer> places = IntStream.range(0, prices.length).boxed().toList();
        double full = capacity * now.health();
        JsonText steps = new JsonText().texts("time", places, i -> signal.timeOf(first + i).toString())
                .numbers("hour", places, i -> i * signal.step().toMinutes() / 60.0, 2).numbers("price", places, i -> prices[i], 2)
                .numbers("power", places, i -> 1000 * plan.steps().get(i).net(), 1)
                .numbers("charge", places, i -> 100 * plan.steps().get(i).energy() / full, 1);
        out.text("PLAN.Steps", new JsonText().with("unit", signal.unit()).with("steps", steps).toString(), Quality.GOOD, time);
        double setPoint = Math.rint(10_000 * plan.steps().get(0).net()) / 10 + 0.0;
        out.value("PLAN.SetW", setPoint, Quality.GOOD, time);
        out.value("PLAN.Saving", -plan.cost(), Quality.GOOD, time);
        Instant end = signal.timeOf(first + prices.length);
        double saving = Math.rint(-100 * plan.cost()) / 100 + 0.0;
        out.propose(new Advice(SET_POWER, setPoint == 0 ? "Rest" : setPoint > 0 ? "Discharge" : "Charge",
                String.format(Locale.ROOT, "At %.2f %s now and between %.2f and %.2f until %s, the cheapest plan %s. "
                        + "All steps together save %.2f %s against doing nothing, if the signal comes true.", prices[0], signal.unit(),
                        Arrays.stream(prices).min().orElseThrow(), Arrays.stream(prices).max().orElseThrow(), end, doing(setPoint),
                        saving, signal.costUnit()),
                new Gain(saving, saving, Math.rint(100 * (plan.gap() - plan.cost())) / 100 + 0.0, signal.costUnit()),
                List.of("charge stays within its limits", "as much energy at the end as now", "demand response is met"), SET_POWER,
                Map.of("power", setPoint), time, Duration.between(Instant.ofEpochSecond(0, time), signal.timeOf(first + 1))));
    }

    private static String doing(double setPoint) {
        if (setPoint == 0) {
            return "rests";
        }
        return String.format(Locale.ROOT, setPoint > 0 ? "delivers %.1f kW" : "draws %.1f kW", Math.abs(setPoint));
    }
}
