package org.gemello.energy.twin.program;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.gemello.energy.program.Arguments;
import org.gemello.energy.program.Program;
import org.gemello.energy.program.WrongCommand;
import org.gemello.energy.turbine.OperatingPoint;
import org.gemello.energy.turbine.SteadyState;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.turbine.type.TurbineFolder;
import org.gemello.energy.turbine.type.TurbineTypes;

/** The command {@code model energy/wind-turbine}: a table of steady points, or a time series. */
public final class WindTurbineProgram {
    private static final String HELP = """
            usage: energy/wind-turbine --type TYPE (--wind SPEEDS [--csv] | --series FILE | --calibrate FILE) [--density D]
              --type     %s, or the path of a turbine's description (YAML)
              --wind     wind speeds in m/s, separated by commas, 0 to cut-out: a table of steady points
              --csv      the table as comma-separated values
              --series   file of comma-separated values with a header: time_s,wind_m_s and, where measured, power_kW, rotor_rpm,
                         pitch_deg, temperature_Cel, pressure_hPa. Without power the turbine is simulated along the wind; with it the twin
                         runs beside the measurements. The answer comes as comma-separated values
              --calibrate  file of ten-minute means with the header mast_m_s,nacelle_m_s,rotor_rpm,pitch_deg: finds the share of the
                         induction that the anemometer on the nacelle sees, to be written into the twin's configuration
              --density  of the air in kg/m3, 0.8 to 1.5 (that of the type)
            """;

    private WindTurbineProgram() {
    }

    private static Program program() {
        return new Program("energy/wind-turbine", String.format(HELP, String.join(", ", TurbineTypes.names())),
                new Program.Syntax(Set.of("--type", "--wind", "--series", "--calibrate", "--density"), Set.of("--csv"), 0),
                WindTurbineProgram::answer);
    }

    public static void main(String[] args) {
        program().main(args);
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        return program().run(args, out, err);
    }

    private static void answer(Arguments arguments, PrintStream out) throws IOException {
        String type = arguments.required("--type");
        if (Stream.of("--wind", "--series", "--calibrate").filter(arguments::has).count() != 1) {
            throw new WrongCommand("one of --wind, --series and --calibrate is needed");
        }
        TurbineDesign design = TurbineFolder.of(type);
        double density = arguments.number("--density", 0.8, 1.5).orElse(design.operation().density());
        if (arguments.has("--series")) {
            new SeriesRun(design, density, out).run(arguments.path("--series"));
        } else if (arguments.has("--calibrate")) {
            NacelleCalibration.run(design, arguments.path("--calibrate"), out);
        } else {
            table(design, density, arguments.required("--wind"), arguments.has("--csv"), out);
        }
    }

    private static void table(TurbineDesign design, double density, String winds, boolean csv, PrintStream out) {
        SteadyState steady = new SteadyState(design, design.blades(), density);
        String[] words = winds.split(",", -1);
        double[] speeds = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            speeds[i] = Arguments.number("--wind", words[i], 0, design.operation().cutOut());
        }
        out.println(csv ? "wind_m_s,power_kW,rotor_rpm,pitch_deg,thrust_kN,cp,ct"
                : String.format("%8s %10s %8s %8s %10s %7s %7s%n%8s %10s %8s %8s %10s %7s %7s", "wind", "power", "rotor", "pitch", "thrust",
                        "Cp", "Ct", "m/s", "kW", "rpm", "deg", "kN", "-", "-"));
        for (double speed : speeds) {
            OperatingPoint point = steady.at(speed);
            out.println(String.format(Locale.ROOT, csv ? "%.3f,%.2f,%.4f,%.4f,%.3f,%.5f,%.5f"
                    : "%8.2f %10.1f %8.3f %8.3f %10.1f %7.4f %7.4f",
                    speed, point.power() / 1000, point.rotorSpeed() * 30 / Math.PI, Math.toDegrees(point.pitch()), point.thrust() / 1000,
                    point.powerCoefficient(), point.thrustCoefficient()));
        }
    }
}
