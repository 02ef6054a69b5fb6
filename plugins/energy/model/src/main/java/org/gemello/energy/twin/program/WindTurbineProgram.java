package org.gemello.energy.twin.program;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gemello.energy.turbine.OperatingPoint;
import org.gemello.energy.turbine.SteadyState;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.turbine.type.TurbineFolder;
import org.gemello.energy.turbine.type.TurbineTypes;

/** The command {@code model energy/wind-turbine}. Exit codes: 0 done, 1 a file is wrong, 2 the command is. */
public final class WindTurbineProgram {
    private static final String HELP = """
            usage: energy/wind-turbine --type TYPE (--wind SPEEDS [--csv] | --series FILE) [--density D]
              --type     %s, or the path of a turbine's description (YAML)
              --wind     wind speeds in m/s, separated by commas, 0 to cut-out: a table of steady points
              --csv      the table as comma-separated values
              --series   file of comma-separated values with a header: time_s,wind_m_s and, where measured, power_kW, rotor_rpm,
                         pitch_deg, temperature_Cel, pressure_hPa. Without power the turbine is simulated along the wind; with it the twin
                         runs beside the measurements. The answer comes as comma-separated values
              --density  of the air in kg/m3, 0.8 to 1.5 (that of the type)
            exit code: 0 done, 1 a file is missing or wrong, 2 the command is wrong
            """;
    private static final Set<String> OPTIONS = Set.of("--type", "--wind", "--series", "--density");

    private WindTurbineProgram() {
    }

    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /** Runs the command; what goes wrong is told on {@code err}. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        PrintStream utf = new PrintStream(out, true, StandardCharsets.UTF_8);
        try {
            Map<String, String> options = options(args);
            if (options.containsKey("--help")) {
                utf.printf(HELP, String.join(", ", TurbineTypes.names()));
                return 0;
            }
            if (!options.containsKey("--type") || options.containsKey("--wind") == options.containsKey("--series")) {
                throw new IllegalArgumentException("--type and one of --wind and --series are needed; see --help");
            }
            TurbineDesign design = TurbineFolder.of(options.get("--type"));
            double density = number("--density", options.getOrDefault("--density", "" + design.operation().density()), 0.8, 1.5);
            if (options.containsKey("--series")) {
                new SeriesRun(design, density, utf).run(Path.of(options.get("--series")));
            } else {
                table(design, density, options.get("--wind"), options.containsKey("--csv"), utf);
            }
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("energy/wind-turbine: " + e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("energy/wind-turbine: " + e.getMessage());
            return 1;
        }
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--csv") || args[i].equals("--help")) {
                options.put(args[i], "");
            } else if (!OPTIONS.contains(args[i])) {
                throw new IllegalArgumentException("'" + args[i] + "' is not an option; see --help");
            } else if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value");
            } else {
                options.put(args[i], args[++i]);
            }
        }
        return options;
    }

    private static void table(TurbineDesign design, double density, String winds, boolean csv, PrintStream out) {
        SteadyState steady = new SteadyState(design, design.blades(), density);
        String[] words = winds.split(",", -1);
        double[] speeds = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            speeds[i] = number("--wind", words[i].strip(), 0, design.operation().cutOut());
        }
        out.println(csv ? "wind_m_s,power_kW,rotor_rpm,pitch_deg,thrust_kN,cp,ct"
                : String.format("%8s %10s %8s %8s %10s %7s %7s%n%8s %10s %8s %8s %10s %7s %7s", "wind", "power", "rotor", "pitch", "thrust",
                        "Cp", "Ct", "m/s", "kW", "rpm", "deg", "kN", "-", "-"));
        for (double speed : speeds) {
            OperatingPoint point = steady.at(speed);
            out.println(String.format(Locale.ROOT, csv ? "%.3f,%.2f,%.4f,%.4f,%.3f,%.5f,%.5f" : "%8.2f %10.1f %8.3f %8.3f %10.1f %7.4f %7.4f",
                    speed, point.power() / 1000, point.rotorSpeed() * 30 / Math.PI, Math.toDegrees(point.pitch()), point.thrust() / 1000,
                    point.powerCoefficient(), point.thrustCoefficient()));
        }
    }

    private static double number(String option, String text, double low, double high) {
        try {
            double value = Double.parseDouble(text);
            if (value >= low && value <= high) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + ": '" + text + "' is not a number", e);
        }
        throw new IllegalArgumentException(option + ": " + text + " must be from " + low + " to " + high);
    }
}
