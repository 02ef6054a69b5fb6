package org.gemello.energy.performance.program;

import java.io.IOException;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gemello.api.Quality;
import org.gemello.energy.performance.AnnualEnergy;
import org.gemello.energy.performance.Channel;
import org.gemello.energy.performance.CurveBin;
import org.gemello.energy.performance.CurveFilter;
import org.gemello.energy.performance.CurveReport;
import org.gemello.energy.performance.PerformanceSettings;
import org.gemello.energy.performance.PerformanceState;
import org.gemello.energy.performance.Rejection;
import org.gemello.energy.performance.TenMinuteValues;
import org.gemello.energy.performance.TenMinuteValues.Summary;
import org.gemello.energy.performance.TenMinutes;
import org.gemello.energy.performance.TurbinePerformance;
import org.gemello.energy.performance.TurbinePerformance.Judged;
import org.gemello.energy.program.Arguments;
import org.gemello.energy.program.Program;
import org.gemello.energy.program.Table;
import org.gemello.energy.turbine.NacelleWind;
import org.gemello.energy.turbine.SteadyCurve;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.turbine.type.TurbineFolder;

/** The command {@code model energy/power-curve}: a series of a turbine's control system in, the table of IEC 61400-12-1 out. */
public final class PowerCurveProgram {
    private static final String HELP = """
            usage: energy/power-curve --series FILE [--type TYPE] [--means] [--sectors 0-120,200-360] [--csv]
              --series   file of comma-separated values with a header: time_s,wind_m_s,power_kW and, where measured, temperature_Cel,
                         pressure_hPa, direction_deg, limit_kW. Samples ten seconds apart or closer; time in seconds, rising
              --means    the rows are means of ten minutes already
              --type     turbine for density, cut-in and the reference beside it: nrel-5mw (without), iea-15mw, or a description (YAML)
              --sectors  wind directions in degrees that count
              --csv      comma-separated, for scripts
            The answer: mean power per bin of 0.5 m/s at the reference density, standard deviation, number of ten-minute values, standard
            uncertainty of category A, Cp, reference; then annual energy in MWh for mean winds of 4 to 11 m/s
            """;
    private static final Map<Channel, String> COLUMNS = new EnumMap<>(Map.of(Channel.WIND, "wind_m_s", Channel.POWER, "power_kW",
            Channel.TEMPERATURE, "temperature_Cel", Channel.PRESSURE, "pressure_hPa"));
    private static final Set<String> KNOWN = Set.of("time_s", "wind_m_s", "power_kW", "temperature_Cel", "pressure_hPa", "direction_deg",
            "limit_kW");
    private static final double LIMITED = 0.995;
    private final TurbineDesign design;
    private final SteadyCurve reference;
    private final TurbinePerformance performance;
    private final PerformanceState state = new PerformanceState();
    private final Map<Rejection, Integer> rejected = new EnumMap<>(Rejection.class);
    private int intervals;

    private PowerCurveProgram(TurbineDesign design, CurveFilter filter) {
        this.design = design;
        reference = SteadyCurve.of(design);
        performance = new TurbinePerformance(design, reference, new NacelleWind(design, 0), new PerformanceSettings(filter, Map.of(), 0));
    }

    private static Program program() {
        return new Program("energy/power-curve", HELP,
                new Program.Syntax(Set.of("--series", "--type", "--sectors"), Set.of("--means", "--csv"), 0),
                PowerCurveProgram::answer);
    }

    public static void main(String[] args) {
        program().main(args);
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        return program().run(args, out, err);
    }

    private static void answer(Arguments arguments, PrintStream out) throws IOException {
        CurveFilter usual = CurveFilter.DEFAULT;
        CurveFilter filter = new CurveFilter(usual.complete(), usual.icingBelow(), usual.icingShare(),
                CurveFilter.sectors(arguments.text("--sectors").orElse("")));
        PowerCurveProgram program = new PowerCurveProgram(TurbineFolder.of(arguments.text("--type").orElse("nrel-5mw")), filter);
        try (Table series = new Table(arguments.path("--series"), KNOWN, Set.of("time_s", "wind_m_s", "power_kW"))) {
            program.read(series, arguments.has("--means"));
        }
        program.print(out, arguments.has("--csv"));
    }

    private void read(Table series, boolean means) throws IOException {
        double before = Double.NEGATIVE_INFINITY;
        while (series.next()) {
            double time = series.number("time_s");
            if (!(time > before && time < 9e9)) {
                throw series.problem("time_s is " + time + ", it must rise from row to row");
            }
            before = time;
            boolean limited = series.number("limit_kW") < LIMITED * design.ratedPower() / 1000;
            long nanos = Math.round(time * 1e9);
            if (means) {
                count(performance.tenMinutes(state, mean(series, nanos, limited)));
            } else {
                sample(series, nanos, limited);
            }
        }
        // what has begun ends with the file
        if (!means && before > 0) {
            long end = (Math.floorDiv(Math.round(before * 1e9), TenMinutes.LENGTH) + 1) * TenMinutes.LENGTH;
            performance.sample(state, Channel.WIND, Double.NaN, Quality.BAD, end).ifPresent(this::count);
        }
    }

    private void sample(Table series, long nanos, boolean limited) throws IOException {
        for (Map.Entry<Channel, String> column : COLUMNS.entrySet()) {
            double value = series.number(column.getValue());
            Quality quality = Double.isNaN(value) ? Quality.BAD : Quality.GOOD;
            performance.sample(state, column.getKey(), value, quality, nanos).ifPresent(this::count);
        }
        performance.direction(state, series.number("direction_deg"));
        if (limited) {
            performance.curtailed(state, nanos);
        }
    }

    private static TenMinuteValues mean(Table series, long nanos, boolean limited) throws IOException {
        double wind = series.number("wind_m_s");
        double power = series.number("power_kW");
        return new TenMinuteValues(nanos, new Summary(wind, Double.NaN, wind, wind), new Summary(power, Double.NaN, power, power),
                series.number("temperature_Cel"), series.number("pressure_hPa"), Double.NaN, Double.NaN, series.number("direction_deg"),
                Double.isNaN(wind + power) ? 0 : 1, limited ? EnumSet.of(Rejection.CURTAILED) : Set.of());
    }

    private void count(Judged judged) {
        intervals++;
        judged.rejections().forEach(rejection -> rejected.merge(rejection, 1, Integer::sum));
    }

    private void print(PrintStream out, boolean csv) {
        CurveReport report = performance.report(state);
        double density = design.operation().density();
        row(out, csv, "bin_m_s", "wind_m_s", "power_kW", "std_kW", "n", "u_A_kW", "cp", "reference_kW");
        for (CurveBin bin : report.bins()) {
            row(out, csv, digits(bin.centre(), 1), digits(bin.wind(), 3), digits(bin.power(), 2), digits(bin.deviation(), 2), bin.count(),
                    digits(bin.uncertainty(), 2), digits(bin.coefficient(design.area(), density), 4),
                    digits(reference.power(bin.wind(), density) / 1000, 2));
        }
        out.println();
        row(out, csv, "mean_m_s", "measured_MWh", "u_A_MWh", "extrapolated_MWh", "complete");
        for (AnnualEnergy energy : report.energies()) {
            row(out, csv, digits(energy.mean(), 0), digits(energy.measured(), 1), digits(energy.uncertainty(), 1),
                    digits(energy.extrapolated(), 1), energy.isComplete() ? "yes" : "no");
        }
        out.println();
        row(out, csv, "hours", "complete", "intervals", "rejected");
        row(out, csv, digits(report.hours(), 1), report.isComplete() ? "yes" : "no", intervals,
                rejected.isEmpty() ? "none" : rejected.toString().toLowerCase(Locale.ROOT).replace(", ", " "));
    }

    private static String digits(double value, int digits) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static void row(PrintStream out, boolean csv, Object... cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            line.append(csv && i > 0 ? "," : "").append(csv ? cells[i] : String.format(" %16s", cells[i]));
        }
        out.println(line);
    }
}
