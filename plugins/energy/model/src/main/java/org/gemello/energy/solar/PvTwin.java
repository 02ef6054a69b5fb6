package org.gemello.energy.solar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gemello.api.Quality;
import org.gemello.api.proposal.Gain;
import org.gemello.energy.live.Advice;
import org.gemello.energy.live.LiveTwin;
import org.gemello.energy.live.Report;

/**
 * The live twin of a photovoltaic plant: what it should deliver in this light, by how much it falls short, whether strings are dead or
 * modules dirty, and what it will deliver in the next two days. Points after IEC 61850-7-4 (MMET, MMXU) and 7-420 (DPVA, DPVC).
 */
public final class PvTwin implements LiveTwin<PvTwinState> {
    public static final String SENSOR = "sensor";
    public static final String STRING_FAULT = "string-fault";
    public static final String SOILING = "soiling";
    public static final String FORECAST = "forecast";
    public static final String UNDERPERFORMANCE = "underperformance";
    /** Global irradiance and that on the plane in W/m2, air in degrees Celsius, wind in m/s, power in kW. */
    public static final List<String> WEATHER = List.of("MMET.HorInsol", "MMET.PlnInsol", "MMET.EnvTmp", "MMET.HorWdSpd", "MMXU.TotW");
    /** Strings whose current may be measured: DPVC.A01 and on. */
    public static final int STRINGS = 24;
    static final String CLEANING = "clean-modules";
    private static final int GLOBAL = 0;
    private static final int PLANE = 1;
    private static final int AIR = 2;
    private static final int WIND = 3;
    private static final int POWER = 4;
    private static final int[] NEEDED = {GLOBAL, PLANE, AIR, WIND, POWER};
    private static final long DAY = 86_400_000_000_000L;
    private static final double HORIZON = 0.1;
    private final PvPlant plant;
    private final PvDiagnosis diagnosis;
    private final PvOutlook outlook;
    private final int strings;
    private final Settings settings;

    /**
     * @param window       length of the windows over which measurements are averaged, s
     * @param soilingAbove lost share from which soiling is an alarm, 0 to 1
     * @param lossAbove    missing share of the expected power that is an alarm, 0 to 1
     * @param hours        of the forecast, 1 to 48
     */
    public record Settings(double window, double soilingAbove, double lossAbove, int hours) {
        public static final Settings DEFAULT = new Settings(300, 0.05, 0.2, 48);
    }

    /** @param strings whose current is measured, 0 to {@value #STRINGS} */
    public PvTwin(PvPlant plant, int strings, Settings settings) {
        this.plant = plant;
        this.strings = strings;
        this.settings = settings;
        diagnosis = new PvDiagnosis(plant, settings.soilingAbove);
        outlook = new PvOutlook(plant, settings.hours);
    }

    @Override
    public void observe(PvTwinState state, String point, double value, Quality quality, long time, Report out) {
        int channel = WEATHER.indexOf(point);
        if (channel < 0 && point.startsWith("DPVC.A")) {
            channel = WEATHER.size() + Integer.parseInt(point.substring("DPVC.A".length())) - 1;
        }
        if (channel >= 0 && state.window.add(channel, value, quality, time, Math.round(settings.window * 1e9))) {
            conclude(state, out);
        }
    }

    /** The sun's own day, so that it does not change at noon. */
    private long date(long time) {
        return Math.floorDiv(time + Math.round(plant.site().longitude() / 360 * DAY), DAY);
    }

    private void conclude(PvTwinState state, Report out) {
        long time = state.window.time();
        if (state.date != PvTwinState.NEVER && date(time) != state.date) {
            endDay(state, time, out);
        }
        state.date = date(time);
        Quality quality = state.window.worst(NEEDED);
        String missing = state.window.notGood(NEEDED).stream().map(WEATHER::get).collect(Collectors.joining(", "));
        state.sensor.say(missing.isEmpty() ? "" : (quality.isBad() ? "no conclusion without " : "uncertain: ") + missing, time, out);
        PvDiagnosis.Moment moment = moment(state, time);
        diagnosis.add(state.day, moment);
        if (moment.usable() && !quality.isBad()) {
            expect(state, moment, quality, time, out);
        }
        if (diagnosis.knowsStrings(state.day)) {
            List<Integer> dead = diagnosis.deadStrings(state.day);
            state.strings.say(dead.isEmpty() ? "" : "no current in string " + dead.stream().map(each -> Integer.toString(each + 1))
                    .collect(Collectors.joining(", ")) + ": a fuse, a connector or the wiring", time, out);
        }
        outlook.tell(state, state.window.latest(AIR), state.window.latest(WIND), time, out);
    }

    private PvDiagnosis.Moment moment(PvTwinState state, long time) {
        // irradiance sensors are a few W/m2 off at night
        PvPlant.Weather weather = new PvPlant.Weather(middle(time), Math.max(0, state.window.mean(GLOBAL)), state.window.mean(AIR),
                state.window.mean(WIND));
        double[] currents = new double[strings];
        for (int i = 0; i < strings; i++) {
            currents[i] = state.window.mean(WEATHER.size() + i);
        }
        return new PvDiagnosis.Moment(weather, Math.max(0, state.window.mean(PLANE)), 1000 * state.window.mean(POWER), currents);
    }

    private Instant middle(long time) {
        return Instant.ofEpochSecond(0, time - Math.round(settings.window * 5e8));
    }

    private void expect(PvTwinState state, PvDiagnosis.Moment moment, Quality quality, long time, Report out) {
        PvPlant.Weather weather = moment.weather();
        PvPlant.Output expected = plant.output(moment.onPlane(), weather.air(), weather.wind());
        state.share.learn(plant, expected, moment.ac(), Math.min(0.5, settings.window / 45_000));
        state.energy += moment.ac() / 1000 * settings.window / 3600;
        SunPosition sun = plant.sun(weather.time(), weather.air());
        if (sun.height() > HORIZON) {
            state.clearness.add(new double[] {Math.min(1.3, weather.global() / Irradiance.clearSky(sun))}, time, 20_000);
        }
        out.value("DPVA.ExpW", expected.ac() / 1000, quality, time);
        out.value("DPVA.ResW", (moment.ac() - expected.ac()) / 1000, quality, time);
        out.value("DPVA.ExpMdTmp", expected.cell(), quality, time);
        out.value("DPVA.SunEl", 90 - sun.zenith(), Quality.GOOD, time);
        out.value("DPVA.SunAz", sun.azimuth(), Quality.GOOD, time);
        out.value("DPVA.Wh", state.energy, quality, time);
        boolean says = expected.ac() > 0.1 * plant.inverter().rated();
        double missing = says ? 1 - moment.ac() / expected.ac() : Double.NaN;
        out.value("DPVA.ResPct", -100 * missing, quality, time);
        state.loss.update(missing, settings.lossAbove, settings.lossAbove / 2, 1800, time, () -> String.format(Locale.ROOT,
                "%.1f kW where this light should give %.1f kW", moment.ac() / 1000, expected.ac() / 1000), out);
    }

    private void endDay(PvTwinState state, long time, Report out) {
        PvDiagnosis.Finding finding = diagnosis.judge(state.day, state.clean);
        state.clean = finding.clean();
        out.value("DPVA.PR", 100 * finding.performanceRatio(), Quality.GOOD, time);
        out.value("DPVA.Soil", 100 * finding.soiling(), Quality.GOOD, time);
        out.value("DPVA.ClipTm", finding.clippedMoments() * settings.window / 3600, Quality.GOOD, time);
        out.value("DPVA.DayWh", state.energy, finding.unusable() > 0 ? Quality.UNCERTAIN : Quality.GOOD, time);
        if (!Double.isNaN(finding.soiling())) {
            double lost = state.energy * finding.soiling() / (1 - finding.soiling());
            state.soiling.say(finding.soiled() ? String.format(Locale.ROOT, "the modules deliver %.1f %% less than on their cleanest day",
                    100 * finding.soiling()) : "", time, out);
            cleaning(state, finding, Math.rint(lost * 10) / 10, time, out);
        }
        state.day.clear();
        state.energy = 0;
    }

    private void cleaning(PvTwinState state, PvDiagnosis.Finding finding, double lost, long time, Report out) {
        if (finding.soiled()) {
            state.proposed = true;
            out.propose(new Advice(CLEANING, "Clean the modules",
                    String.format(Locale.ROOT, "In clear moments the plant delivered %.1f %% less of what is expected than on its cleanest "
                            + "day; that was %.1f kWh yesterday. The interval is that of the light of other days.",
                            100 * finding.soiling(), lost),
                    new Gain(lost, 0, 2 * lost, "kW.h/d"),
                    List.of("rain may do it for nothing", "slow ageing of the modules looks the same"), "", Map.of(), time,
                    Duration.ofDays(14)));
        } else if (state.proposed) {
            state.proposed = false;
            out.withdraw(CLEANING, "the modules are clean", time);
        }
    }

    @Override
    public void read(PvTwinState state, String point, String text, long time, Report out) {
        if (point.equals("FCST.Weather")) {
            outlook.read(state, text, time, out);
        }
    }
}
