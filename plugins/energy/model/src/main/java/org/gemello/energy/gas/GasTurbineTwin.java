package org.gemello.energy.gas;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gemello.api.Quality;
import org.gemello.api.proposal.Gain;
import org.gemello.energy.gas.GasTurbineDiagnosis.Finding;
import org.gemello.energy.gas.GasTurbineDiagnosis.Measurement;
import org.gemello.energy.live.Advice;
import org.gemello.energy.live.LiveTwin;
import org.gemello.energy.live.Report;

/**
 * The live twin of a single-shaft gas turbine: what a new machine would show with this air, fuel and speed, by how much the real one
 * differs, which of its parts is worn, what that costs, and when washing the compressor pays. Stations of the gas path after SAE ARP755.
 */
public final class GasTurbineTwin implements LiveTwin<GasTurbineTwinState> {
    public static final String FOULING = "compressor-fouling";
    public static final String EROSION = "turbine-erosion";
    public static final String SENSOR = "sensor";
    static final String WASH = "compressor-wash";
    /**
     * Degrees Celsius, hPa, kg/s, 1/min, kg/s, degrees Celsius, kPa, degrees Celsius, kW: air, fuel, speed, then what follows from them.
     */
    public static final List<String> INPUTS = List.of("T2", "P2", "WF", "N", "W2", "T3", "P3", "T5", "W");
    private static final int[] ALL = {0, 1, 2, 3, 4, 5, 6, 7, 8};
    private static final double KELVIN = 273.15;
    private static final double RPM = Math.PI / 30;
    private static final double ALARM_DELAY = 600;
    private final GasTurbine turbine;
    private final GasTurbineDiagnosis diagnosis;
    private final Settings settings;

    /**
     * @param window     length of the windows over which measurements are averaged, s
     * @param memory     time constant of the health that is told, s
     * @param fouled     loss of compressor flow from which fouling is an alarm, 0 to 1
     * @param eroded     loss of turbine efficiency from which erosion is an alarm, 0 to 1
     * @param washAbove  share of the power that washing must win back to be proposed, 0 to 1
     */
    public record Settings(double window, double memory, double fouled, double eroded, double washAbove) {
        public static final Settings DEFAULT = new Settings(60, 3600, 0.03, 0.02, 0.01);

        public Settings {
            if (!(window >= 1 && memory >= window && fouled > 0 && eroded > 0 && washAbove > 0)) {
                throw new IllegalArgumentException("window of 1 s and more, memory not below it, and limits above 0 are needed");
            }
        }
    }

    /** @param deviation standard deviation of each measurement's mean over a window, and of the model */
    public GasTurbineTwin(GasTurbine turbine, Measurement deviation, Settings settings) {
        this.turbine = turbine;
        this.settings = settings;
        diagnosis = new GasTurbineDiagnosis(turbine, deviation);
    }

    @Override
    public void observe(GasTurbineTwinState state, String point, double value, Quality quality, long time, Report out) {
        int channel = INPUTS.indexOf(point);
        if (channel >= 0 && state.window.add(channel, value, quality, time, Math.round(settings.window * 1e9))) {
            conclude(state, out);
        }
    }

    private void conclude(GasTurbineTwinState state, Report out) {
        long time = state.window.time();
        Quality quality = state.window.worst(ALL);
        if (quality.isBad()) {
            state.sensor.say("no conclusion without " + names(state.window.notGood(ALL)), time, out);
            return;
        }
        try {
            GasTurbineInput input = new GasTurbineInput(state.window.mean(0) + KELVIN, state.window.mean(1) * 100, state.window.mean(2),
                    state.window.mean(3) * RPM);
            Measurement measured = new Measurement(state.window.mean(4), state.window.mean(5) + KELVIN, state.window.mean(6) * 1000,
                    state.window.mean(7) + KELVIN, state.window.mean(8) * 1000);
            expect(turbine.state(input, GasTurbineHealth.NEW), measured, input, quality, time, out);
            judge(state, input, diagnosis.estimate(input, measured), quality, time, out);
            state.sensor.say(quality.isGood() ? "" : "uncertain: " + names(state.window.notGood(ALL)), time, out);
        } catch (IllegalArgumentException e) {
            state.sensor.say("the measurements do not belong together: " + e.getMessage(), time, out);
        }
    }

    private static String names(List<Integer> channels) {
        return channels.stream().map(INPUTS::get).collect(Collectors.joining(", "));
    }

    private static void expect(GasTurbineState sound, Measurement measured, GasTurbineInput input, Quality quality, long time, Report out) {
        out.value("ExpW2", sound.airFlow(), quality, time);
        out.value("ExpT3", sound.compressorTemperature() - KELVIN, quality, time);
        out.value("ExpP3", sound.compressorPressure() / 1000, quality, time);
        out.value("ExpT4", sound.turbineInlet() - KELVIN, quality, time);
        out.value("ExpT5", sound.exhaustTemperature() - KELVIN, quality, time);
        out.value("ExpW", sound.electricalPower() / 1000, quality, time);
        out.value("ResW2", measured.airFlow() - sound.airFlow(), quality, time);
        out.value("ResT3", measured.compressorTemperature() - sound.compressorTemperature(), quality, time);
        out.value("ResP3", (measured.compressorPressure() - sound.compressorPressure()) / 1000, quality, time);
        out.value("ResT5", measured.exhaustTemperature() - sound.exhaustTemperature(), quality, time);
        out.value("ResW", (measured.electricalPower() - sound.electricalPower()) / 1000, quality, time);
        out.value("HeatRate", GasTurbine.fuelHeat(input) / measured.electricalPower() * 3600, quality, time);
        out.value("ExpHeatRate", GasTurbine.fuelHeat(input) / sound.electricalPower() * 3600, quality, time);
    }

    private void judge(GasTurbineTwinState state, GasTurbineInput input, Finding finding, Quality quality, long time, Report out) {
        state.health.add(finding.health().factors(), time, settings.memory);
        double[] smooth = new double[4];
        for (int k = 0; k < smooth.length; k++) {
            smooth[k] = state.health.get(k);
        }
        GasTurbineHealth health = GasTurbineHealth.of(smooth);
        out.value("CmpFlow", 100 * (health.compressorFlow() - 1), quality, time);
        out.value("CmpEff", 100 * (health.compressorEfficiency() - 1), quality, time);
        out.value("TrbFlow", 100 * (health.turbineFlow() - 1), quality, time);
        out.value("TrbEff", 100 * (health.turbineEfficiency() - 1), quality, time);
        double worn = turbine.state(input, health).electricalPower();
        double lost = turbine.state(input, GasTurbineHealth.NEW).electricalPower() - worn;
        double byWash = turbine.state(input, new GasTurbineHealth(1, 1, health.turbineFlow(), health.turbineEfficiency())).electricalPower()
                - worn;
        out.value("LostW", lost / 1000, quality, time);
        out.value("WashW", byWash / 1000, quality, time);
        state.fouling.update(1 - health.compressorFlow(), settings.fouled, settings.fouled / 2, ALARM_DELAY, time,
                () -> text("the compressor swallows %.1f %% less and is %.1f %% less efficient than new; washing would bring %.0f kW",
                        100 * (1 - health.compressorFlow()), 100 * (1 - health.compressorEfficiency()), byWash / 1000), out);
        state.erosion.update(1 - health.turbineEfficiency(), settings.eroded, settings.eroded / 2, ALARM_DELAY, time,
                () -> text("the turbine is %.1f %% less efficient and swallows %.1f %% more than new: erosion or a damaged seal",
                        100 * (1 - health.turbineEfficiency()), 100 * (health.turbineFlow() - 1)), out);
        double deviation = Math.hypot(finding.deviation().compressorFlow(), finding.deviation().compressorEfficiency());
        wash(state, byWash, worn, deviation, time, out);
    }

    private void wash(GasTurbineTwinState state, double byWash, double power, double deviation, long time, Report out) {
        double share = byWash / power;
        if (share > settings.washAbove) {
            // rounded, so that it is a new proposal only where it says something new
            double gain = Math.rint(byWash / 10_000) * 10;
            double spread = Math.ceil(1.96 * deviation * power / 10_000) * 10;
            state.washProposed = true;
            out.propose(new Advice(WASH, "Wash the compressor",
                    text("The compressor has lost flow and efficiency, as dirt on its blades makes it. Clean, the machine would give "
                            + "%.0f kW more (%.1f %%) with the same fuel. The interval holds with 95 %%.", gain, 100 * gain * 1000 / power),
                    new Gain(gain, gain - spread, gain + spread, "kW"),
                    List.of("what the turbine has lost is not won back by washing", "off-line washing needs the machine to stand and cool"),
                    "", Map.of(), time, Duration.ofDays(7)));
        } else if (state.washProposed && share < settings.washAbove / 2) {
            state.washProposed = false;
            out.withdraw(WASH, "the compressor is clean", time);
        }
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
