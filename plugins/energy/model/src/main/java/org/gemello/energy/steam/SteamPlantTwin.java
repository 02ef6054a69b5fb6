package org.gemello.energy.steam;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gemello.api.Quality;
import org.gemello.energy.live.LiveTwin;
import org.gemello.energy.live.Report;
import org.gemello.energy.steam.SteamPlant.Balance;
import org.gemello.energy.steam.SteamPlant.Condition;
import org.gemello.energy.steam.SteamPlantDrift.Measurement;

/**
 * The live twin of a steam plant with one reheat: its balance after IAPWS-IF97, heat rate, efficiency of boiler and turbine, which part has
 * drifted, and what each of them costs in heat rate. Names of systems after KKS (VGB-B 105): LBA live steam, LBB hot and LBC cold reheat,
 * MAA high-pressure turbine, LCA condensate, PAB cooling water, MKA generator.
 */
public final class SteamPlantTwin implements LiveTwin<SteamPlantTwinState> {
    public static final String HEAT_RATE = "heat-rate";
    public static final String SENSOR = "sensor";
    /** kg/s, MPa, degrees Celsius; reheat MPa and Celsius; three temperatures in Celsius; MW; kg/s and two temperatures; MW of fuel. */
    public static final List<String> INPUTS = List.of("LBA.F", "LBA.P", "LBA.T", "LBB.P", "LBB.T", "MAA.T", "LBC.T", "LCA.T", "MKA.W",
            "PAB.F", "PAB.T1", "PAB.T2", "FUEL.Q");
    private static final int[] ALL = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    private static final double KELVIN = 273.15;
    /** Specific heat of cooling water, kJ/(kg K), at 20 degrees Celsius. */
    private static final double WATER = 4.184;
    private static final double ALARM_DELAY = 600;
    private final Design design;
    private final Settings settings;

    /**
     * The plant as new.
     *
     * @param condition           of its sections
     * @param boilerEfficiency    heat into the steam per heat of the fuel, 0 to 1
     * @param pumpEfficiency      isentropic, 0 to 1
     * @param generatorEfficiency electrical per shaft power, 0 to 1
     */
    public record Design(Condition condition, double boilerEfficiency, double pumpEfficiency, double generatorEfficiency) {
    }

    /**
     * @param window    length of the windows over which measurements are averaged, s
     * @param memory    time constant of the condition that is told, s
     * @param rateAbove excess of the heat rate over that of the plant as new that is an alarm, as a share
     * @param deviation standard deviation of each measurement's mean over a window, and of the model
     */
    public record Settings(double window, double memory, double rateAbove, Measurement deviation) {
    }

    public SteamPlantTwin(Design design, Settings settings) {
        this.design = design;
        this.settings = settings;
    }

    @Override
    public void observe(SteamPlantTwinState state, String point, double value, Quality quality, long time, Report out) {
        int channel = INPUTS.indexOf(point);
        if (channel >= 0 && state.window.add(channel, value, quality, time, Math.round(settings.window * 1e9))) {
            conclude(state, out);
        }
    }

    private void conclude(SteamPlantTwinState state, Report out) {
        long time = state.window.time();
        Quality quality = state.window.worst(ALL);
        String missing = state.window.notGood(ALL).stream().map(INPUTS::get).collect(Collectors.joining(", "));
        if (quality.isBad()) {
            state.sensor.say("no conclusion without " + missing, time, out);
            return;
        }
        try {
            balance(state, quality, time, out);
            state.sensor.say(missing.isEmpty() ? "" : "uncertain: " + missing, time, out);
        } catch (IllegalArgumentException e) {
            state.sensor.say("the measurements do not belong together: " + e.getMessage(), time, out);
        }
    }

    private void balance(SteamPlantTwinState state, Quality quality, long time, Report out) {
        double[] in = new double[INPUTS.size()];
        for (int k = 0; k < in.length; k++) {
            in[k] = state.window.mean(k);
        }
        SteamPlant plant = new SteamPlant(in[0], in[1], in[2] + KELVIN, in[3], in[4] + KELVIN, design.boilerEfficiency,
                design.pumpEfficiency, design.generatorEfficiency);
        double net = 1000 * in[8];
        double fuel = 1000 * in[12];
        Measurement measured = new Measurement(in[5] + KELVIN, in[6] + KELVIN, in[7] + KELVIN, net, in[9] * WATER * (in[11] - in[10]));
        if (!(net > 0 && fuel > net)) {
            throw new IllegalArgumentException(text("power of %.1f MW from %.1f MW of fuel", in[8], in[12]));
        }
        Balance sound = plant.balance(design.condition);
        out.value("ExpW", sound.netPower() / 1000, quality, time);
        out.value("ResW", (net - sound.netPower()) / 1000, quality, time);
        out.value("HeatRate", fuel / net * 3600, quality, time);
        out.value("ExpHeatRate", sound.heatRate(), quality, time);
        Condition found = new SteamPlantDrift(plant, design.condition, settings.deviation).estimate(measured).condition();
        double boiler = plant.balance(found).heat() / fuel;
        state.condition.add(new double[] {found.condenserPressure(), found.highEfficiency(), found.lowEfficiency(), found.leakage(),
                boiler}, time, settings.memory);
        judge(state, plant, sound, fuel / net * 3600, quality, time, out);
    }

    private void judge(SteamPlantTwinState state, SteamPlant plant, Balance sound, double heatRate, Quality quality, long time,
            Report out) {
        Condition as = design.condition;
        Condition now = new Condition(state.condition.get(0), state.condition.get(1), state.condition.get(2), state.condition.get(3));
        double boiler = state.condition.get(4);
        out.value("CondP", 1000 * now.condenserPressure(), quality, time);
        out.value("HpEff", 100 * now.highEfficiency(), quality, time);
        out.value("LpEff", 100 * now.lowEfficiency(), quality, time);
        out.value("Leak", 100 * now.leakage(), quality, time);
        out.value("BoilerEff", 100 * boiler, quality, time);
        out.value("CycleEff", 100 * plant.balance(now).cycleEfficiency(), quality, time);
        double best = sound.heatRate();
        List<Loss> losses = List.of(
                new Loss("CostCondP", cost(plant, best, now.condenserPressure(), as.highEfficiency(), as.lowEfficiency(), as.leakage()),
                        text("condenser pressure of %.1f kPa in place of %.1f: air, dirt or warm cooling water",
                                1000 * now.condenserPressure(), 1000 * as.condenserPressure())),
                new Loss("CostHp", cost(plant, best, as.condenserPressure(), now.highEfficiency(), as.lowEfficiency(), as.leakage()),
                        text("high-pressure section at %.1f %% in place of %.1f", 100 * now.highEfficiency(), 100 * as.highEfficiency())),
                new Loss("CostLp", cost(plant, best, as.condenserPressure(), as.highEfficiency(), now.lowEfficiency(), as.leakage()),
                        text("low-pressure section at %.1f %% in place of %.1f", 100 * now.lowEfficiency(), 100 * as.lowEfficiency())),
                new Loss("CostLeak", cost(plant, best, as.condenserPressure(), as.highEfficiency(), as.lowEfficiency(), now.leakage()),
                        text("gland leak of %.1f %% in place of %.1f", 100 * now.leakage(), 100 * as.leakage())),
                new Loss("CostBoiler", best * (design.boilerEfficiency / boiler - 1),
                        text("boiler at %.1f %% in place of %.1f", 100 * boiler, 100 * design.boilerEfficiency)));
        losses.forEach(loss -> out.value(loss.point, loss.cost, quality, time));
        Loss worst = losses.stream().max((a, b) -> Double.compare(a.cost, b.cost)).orElseThrow();
        double all = losses.stream().mapToDouble(Loss::cost).sum();
        state.heatRate.update(all / best, settings.rateAbove, settings.rateAbove / 2, ALARM_DELAY, time,
                () -> text("%.0f kJ/kWh where the plant as new needs %.0f; most of it, %.0f kJ/kWh, by the %s",
                        heatRate, best, worst.cost, worst.text), out);
    }

    /** One part that drifted: point and kJ/kWh that it costs, in words. */
    private record Loss(String point, double cost, String text) {
    }

    private static double cost(SteamPlant plant, double best, double pressure, double high, double low, double leak) {
        return plant.balance(new Condition(pressure, high, low, leak)).heatRate() - best;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
