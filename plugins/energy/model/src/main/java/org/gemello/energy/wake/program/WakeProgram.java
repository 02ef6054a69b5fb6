package org.gemello.energy.wake.program;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gemello.energy.program.Arguments;
import org.gemello.energy.program.Program;
import org.gemello.energy.program.Table;
import org.gemello.energy.program.WrongCommand;
import org.gemello.energy.turbine.SteadyCurve;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.turbine.type.TurbineFolder;
import org.gemello.energy.wake.FreeWind;
import org.gemello.energy.wake.Gauss;
import org.gemello.energy.wake.Jensen;
import org.gemello.energy.wake.Operation;
import org.gemello.energy.wake.TurbineCurve;
import org.gemello.energy.wake.TurbineFlow;
import org.gemello.energy.wake.WakeFarm;
import org.gemello.energy.wake.WakeModel;
import org.gemello.energy.wake.WakeTurbine;

/** The command {@code model energy/wake}: what each turbine of a farm gets and gives in steady wind. */
public final class WakeProgram {
    private static final String HELP = """
            usage: energy/wake --layout FILE --wind SPEED --direction DEGREES [--model gauss|jensen] [--decay K] [--turbulence PERCENT]
                   [--type TYPE] [--density D] [--csv]
              --layout      comma-separated values with a header: name,east_m,north_m and, where a nacelle is turned away from the wind,
                            yaw_deg (clockwise seen from above, -50 to 50)
              --wind        free wind at hub height in m/s
              --direction   from which it blows, degrees from north
              --model       gauss (without): Bastankhah and Porte-Agel; jensen: top hat
              --decay       of the wake's radius per distance, for jensen; without it 0.4 times the turbulence intensity
              --turbulence  intensity in percent (10)
              --type        of all turbines: nrel-5mw (without), iea-15mw, or a description (YAML)
              --density     of the air in kg/m3, 0.8 to 1.5 (that of the type)
              --csv         comma-separated, for scripts
            """;
    private static final Set<String> OPTIONS = Set.of("--layout", "--wind", "--direction", "--model", "--decay", "--turbulence", "--type",
            "--density");
    private static final Set<String> COLUMNS = Set.of("name", "east_m", "north_m", "yaw_deg");
    private static final int MOST = 1000;

    private WakeProgram() {
    }

    private static Program program() {
        return new Program("energy/wake", HELP, new Program.Syntax(OPTIONS, Set.of("--csv"), 0), WakeProgram::answer);
    }

    public static void main(String[] args) {
        program().main(args);
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        return program().run(args, out, err);
    }

    private static void answer(Arguments arguments, PrintStream out) throws IOException {
        TurbineDesign design = TurbineFolder.of(arguments.text("--type").orElse("nrel-5mw"));
        double density = arguments.number("--density", 0.8, 1.5).orElse(design.operation().density());
        FreeWind wind = new FreeWind(Arguments.number("--wind", arguments.required("--wind"), 0, 75),
                Math.toRadians(Arguments.number("--direction", arguments.required("--direction"), 0, 360)),
                arguments.number("--turbulence", 1, 50).orElse(10.0) / 100);
        WakeModel model = model(arguments.text("--model").orElse("gauss"), arguments.number("--decay", 0.001, 0.5));
        List<WakeTurbine> turbines = new ArrayList<>();
        List<Operation> operations = new ArrayList<>();
        read(arguments.path("--layout"), TurbineCurve.of(design, SteadyCurve.of(design), density), turbines, operations);
        print(turbines, new WakeFarm(turbines, model).flow(wind, operations), arguments.has("--csv"), out);
    }

    private static WakeModel model(String name, Optional<Double> decay) {
        return switch (name) {
            case "jensen" -> decay.map(Jensen::withDecay).orElseGet(Jensen::byTurbulence);
            case "gauss" -> {
                if (decay.isPresent()) {
                    throw new WrongCommand("--decay belongs to --model jensen");
                }
                yield new Gauss();
            }
            default -> throw new WrongCommand("--model is '" + name + "', it must be gauss or jensen");
        };
    }

    private static void read(Path file, TurbineCurve curve, List<WakeTurbine> turbines, List<Operation> operations) throws IOException {
        try (Table layout = new Table(file, COLUMNS, Set.of("name", "east_m", "north_m"))) {
            while (layout.next()) {
                double yaw = layout.text("yaw_deg").isEmpty() ? 0 : layout.number("yaw_deg");
                if (turbines.size() == MOST || !(Math.abs(yaw) <= 50)) {
                    throw layout.problem(turbines.size() == MOST ? "more than " + MOST + " turbines" : "yaw_deg is " + yaw
                            + ", -50 to 50 is possible");
                }
                try {
                    turbines.add(new WakeTurbine(layout.text("name"), layout.number("east_m"), layout.number("north_m"), curve));
                } catch (IllegalArgumentException e) {
                    throw new IOException(layout.problem(e.getMessage()).getMessage(), e);
                }
                operations.add(new Operation(Math.toRadians(yaw), Double.POSITIVE_INFINITY, true));
            }
        }
        if (turbines.isEmpty()) {
            throw new IOException(file + ": no turbines");
        }
    }

    private static void print(List<WakeTurbine> turbines, List<TurbineFlow> flows, boolean csv, PrintStream out) {
        out.println(csv ? "name,east_m,north_m,wind_m_s,deficit_pct,turbulence_pct,power_kW,free_kW"
                : String.format("%-12s %9s %9s %9s %11s %14s %10s %10s", "name", "east_m", "north_m", "wind_m_s", "deficit_pct",
                        "turbulence_pct", "power_kW", "free_kW"));
        for (int i = 0; i < flows.size(); i++) {
            WakeTurbine turbine = turbines.get(i);
            TurbineFlow flow = flows.get(i);
            out.println(String.format(Locale.ROOT, csv ? "%s,%.1f,%.1f,%.4f,%.3f,%.3f,%.2f,%.2f"
                    : "%-12s %9.0f %9.0f %9.3f %11.2f %14.2f %10.1f %10.1f",
                    turbine.name(), turbine.east(), turbine.north(), flow.wind(), 100 * flow.deficit(), 100 * flow.turbulence(),
                    flow.power(), flow.freePower()));
        }
        double power = WakeFarm.power(flows);
        double free = WakeFarm.freePower(flows);
        out.println();
        out.println(csv ? "power_kW,free_kW,wake_loss_pct" : String.format("%10s %10s %13s", "power_kW", "free_kW", "wake_loss_pct"));
        out.println(String.format(Locale.ROOT, csv ? "%.2f,%.2f,%s" : "%10.1f %10.1f %13s", power, free,
                free > 0 ? String.format(Locale.ROOT, "%.2f", 100 * (1 - power / free)) : ""));
    }
}
