package org.gemello.energy.storage;

import java.util.Locale;
import java.util.Map;
import org.gemello.api.Quality;
import org.gemello.energy.live.LiveTwin;
import org.gemello.energy.live.Report;

/**
 * The live twin of a battery storage: charge and health by an unscented filter, ageing by time and by cycles and the life that is left, and
 * the cheapest plan against a price or carbon signal with demand response. Points after IEC 61850-7-420.
 */
public final class BatteryTwin implements LiveTwin<BatteryTwinState> {
    public static final String SENSOR = "sensor";
    public static final String PLAN = "plan";
    public static final String WORN = "worn";
    public static final String RESISTANCE = "resistance";
    private static final double SECOND = 1e-9;
    private static final long HOUR = 3600_000_000_000L;
    private static final double ALARM_DELAY = 600;
    private static final int MANY = 5;
    private static final int LONGEST = 16_000;
    private final Battery battery;
    private final int cells;
    private final BatteryEstimator estimator;
    private final Storage plant;
    private final BatteryPlanner planner;
    private final Settings settings;

    /**
     * @param report    how often charge and health are told, s
     * @param endOfLife capacity share at which the battery is worn, 0 to 1
     * @param celsius   temperature of the cells where it is not measured
     */
    public record Settings(double report, double endOfLife, double celsius) {
        public static final Settings DEFAULT = new Settings(10, 0.8, 25);
    }

    /**
     * @param cells            in series
     * @param voltageDeviation standard deviation of voltage reading and model together, V
     * @param plant            as the planner sees it, new
     * @param capacity         from empty to full, new, MWh
     */
    public BatteryTwin(Battery battery, int cells, double voltageDeviation, Storage plant, double capacity, Settings settings) {
        this.battery = battery;
        this.cells = cells;
        this.settings = settings;
        estimator = new BatteryEstimator(battery, voltageDeviation);
        this.plant = plant;
        planner = new BatteryPlanner(plant, capacity);
    }

    @Override
    public void observe(BatteryTwinState state, String point, double value, Quality quality, long time, Report out) {
        boolean ours = point.equals("ZBAT.Vol") || point.equals("ZBAT.Amp");
        // voltage and current of a moment belong together, in whatever order they come: both are taken when time goes on
        if (ours && state.fresh && time > Math.max(state.voltage.time(), state.current.time())) {
            take(state, out);
        }
        switch (point) {
            case "ZBAT.Vol" -> {
                state.voltage.update(value, quality, time);
                state.fresh = true;
            }
            case "ZBAT.Amp" -> state.current.update(value, quality, time);
            case "ZBAT.InBatTmp" -> state.temperature.update(value, quality, time);
            default -> {
                return;
            }
        }
    }

    private void take(BatteryTwinState state, Report out) {
        state.fresh = false;
        long time = Math.max(state.voltage.time(), state.current.time());
        Quality quality = state.voltage.quality().worst(state.current.quality());
        if (quality.isBad()) {
            state.failed = Math.min(state.failed + 1, MANY);
            if (state.failed >= MANY) {
                state.sensor.say("no voltage or current: charge is as it was", time, out);
            }
            return;
        }
        double seconds = state.updated == BatteryTwinState.NEVER ? 0 : (time - state.updated) * SECOND;
        int before = state.memory.estimate().refused();
        BatteryMemory.Estimate now = estimator.update(state.memory, seconds, state.current.value(), state.voltage.value());
        state.updated = time;
        state.failed = now.refused() > before ? Math.min(state.failed + 1, MANY) : 0;
        state.sensor.say(state.failed >= MANY ? String.format(Locale.ROOT,
                "%.1f V at %.1f A cannot be: a sensor is wrong, or a cell has failed", state.voltage.value(), state.current.value()) : "",
                time, out);
        state.cycles.add(now.charge(), (depth, mean, count) -> state.ageing.cycle(depth, count, battery.openCircuit(mean) / cells));
        age(state, now, time);
        if (state.reported == BatteryTwinState.NEVER || (time - state.reported) * SECOND >= settings.report) {
            state.reported = time;
            tell(state, now, state.failed > 0 ? Quality.UNCERTAIN.worst(quality) : quality, time, out);
        }
    }

    private void age(BatteryTwinState state, BatteryMemory.Estimate now, long time) {
        if (state.aged == BatteryTwinState.NEVER || time < state.aged) {
            state.aged = time;
        } else if (time - state.aged >= HOUR) {
            double celsius = state.temperature.isKnown() && state.temperature.isWithin(-40, 90) ? state.temperature.value()
                    : settings.celsius;
            state.ageing.time((time - state.aged) * SECOND / 86_400, battery.openCircuit(now.charge()) / cells, celsius);
            state.aged = time;
        }
    }

    private void tell(BatteryTwinState state, BatteryMemory.Estimate now, Quality quality, long time, Report out) {
        out.value("ZBAT.SoC", 100 * now.charge(), quality, time);
        out.value("ZBAT.SoCInt", 196 * now.chargeDeviation(), quality, time);
        out.value("ZBAT.SoH", 100 * now.health(), quality, time);
        out.value("ZBAT.SoHInt", 196 * now.healthDeviation(), quality, time);
        out.value("ZBAT.Res", 100 * now.resistance(), quality, time);
        out.value("ZBAT.AgeTm", 100 * state.ageing.byTime(), quality, time);
        out.value("ZBAT.AgeCyc", 100 * state.ageing.byCycles(), quality, time);
        boolean isKnown = now.healthDeviation() < 0.05;
        double life = state.ageing.daysUntil(settings.endOfLife, isKnown ? now.health() : state.ageing.health());
        out.value("ZBAT.Life", life, isKnown ? quality : Quality.UNCERTAIN.worst(quality), time);
        double worn = isKnown ? 1 - now.health() : Double.NaN;
        double end = 1 - settings.endOfLife;
        state.worn.update(worn, end, 0.9 * end, ALARM_DELAY, time, () -> String.format(Locale.ROOT,
                "the battery holds %.1f %% (+-%.1f) of what it held new; the law of ageing expects %.1f %% after %.0f days",
                100 * now.health(), 196 * now.healthDeviation(), 100 * state.ageing.health(), state.ageing.days()), out);
        state.resistance.update(now.resistance(), 1.6, 1.5, ALARM_DELAY, time, () -> String.format(Locale.ROOT,
                "the series resistance is %.0f %% of that of the new battery: a loose joint, cold or old cells", 100 * now.resistance()),
                out);
    }

    @Override
    public void read(BatteryTwinState state, String point, String text, long time, Report out) {
        if (text.length() > LONGEST) {
            state.planning.say(point + " is longer than " + LONGEST + " characters", time, out);
        } else if (point.equals("PLAN.Signal")) {
            state.signal = text;
            state.planned = BatteryTwinState.NEVER;
        } else if (point.equals("PLAN.Event")) {
            state.event = text.strip();
            state.planned = BatteryTwinState.NEVER;
        }
    }

    /** Plans at each step of the signal anew, from the charge that there is. */
    @Override
    public void tick(BatteryTwinState state, long now, Report out) {
        if (state.signal.isEmpty() || state.updated == BatteryTwinState.NEVER || now < state.planned) {
            return;
        }
        state.planned = nextPlan(state.signal, now);
        try {
            planner.plan(state.memory.estimate(), state.signal, state.event, now, out);
            state.proposed = true;
            state.planning.say("", now, out);
        } catch (IllegalArgumentException e) {
            state.planning.say(e.getMessage(), now, out);
            if (state.proposed) {
                state.proposed = false;
                out.withdraw(BatteryPlanner.SET_POWER, e.getMessage(), now);
            }
        }
    }

    @Override
    public String objection(BatteryTwinState state, String command, Map<String, Double> arguments) {
        double power = arguments.getOrDefault("power", 0.0) / 1000;
        return power > plant.discharging() || -power > plant.charging() ? String.format(Locale.ROOT,
                "the plant draws %.1f kW and delivers %.1f kW at most", 1000 * plant.charging(), 1000 * plant.discharging()) : "";
    }

    /** Begin of the next step; a signal that cannot be read is looked at again after a quarter of an hour. */
    private static long nextPlan(String text, long now) {
        try {
            PriceSignal signal = PriceSignal.of(text);
            long step = signal.step().toNanos();
            long begin = signal.start().getEpochSecond() * 1_000_000_000L;
            return begin + (Math.floorDiv(now - begin, step) + 1) * step;
        } catch (IllegalArgumentException e) {
            return now + HOUR / 4;
        }
    }
}
