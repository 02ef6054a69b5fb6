package org.gemello.energy.fatigue.program;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Set;
import org.gemello.energy.fatigue.Rainflow;
import org.gemello.energy.fatigue.SnCurve;
import org.gemello.energy.program.Arguments;
import org.gemello.energy.program.Program;

/** The command {@code model energy/fatigue}: cycles and damage-equivalent loads of a column of a file. */
public final class FatigueProgram {
    private static final String HELP = """
            usage: energy/fatigue --series FILE --column NAME [--m EXPONENTS] [--duration SECONDS] [--frequency HZ] [--ultimate LOAD]
                                  [--gate RANGE] [--cycles] [--csv]
              --series     file of comma-separated values with a header; empty cells are left out
              --column     the load, in any unit
              --m          exponents of S-N curves, separated by commas (4,10)
              --duration   of the series in s (what the column time_s tells)
              --frequency  of the equivalent load in Hz (1)
              --ultimate   load for Goodman's correction of means, in the unit of the load (none)
              --gate       swings up to this are passed over, in the unit of the load (0)
              --cycles     each cycle instead: range, mean, count (rainflow, ASTM E1049-85)
              --csv        as comma-separated values
            """;
    private static final double MOST = 1e300;

    private FatigueProgram() {
    }

    private static Program program() {
        return new Program("energy/fatigue", HELP, new Program.Syntax(Set.of("--series", "--column", "--m", "--duration", "--frequency",
                "--ultimate", "--gate"), Set.of("--cycles", "--csv"), 0), FatigueProgram::answer);
    }

    public static void main(String[] args) {
        program().main(args);
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        return program().run(args, out, err);
    }

    private static void answer(Arguments arguments, PrintStream out) throws IOException {
        LoadColumn column = new LoadColumn(arguments.path("--series"), arguments.required("--column"));
        Rainflow rainflow = new Rainflow(arguments.number("--gate", 0, MOST).orElse(0.0));
        boolean csv = arguments.has("--csv");
        if (arguments.has("--cycles")) {
            out.println(csv ? "range,mean,count" : String.format("%16s %16s %6s", "range", "mean", "count"));
            Rainflow.Cycles print = (range, mean, count) ->
                    out.println(String.format(Locale.ROOT, csv ? "%.9g,%.9g,%.1f" : "%16.6g %16.6g %6.1f", range, mean, count));
            column.read(value -> rainflow.add(value, print));
            rainflow.open(print);
            return;
        }
        String[] words = arguments.text("--m").orElse("4,10").split(",", -1);
        SnCurve[] curves = new SnCurve[words.length];
        double ultimate = arguments.number("--ultimate", Double.MIN_NORMAL, MOST).orElse(Double.POSITIVE_INFINITY);
        for (int i = 0; i < words.length; i++) {
            curves[i] = new SnCurve(Arguments.number("--m", words[i], 1, 30), 1, 1, ultimate);
        }
        double[] weights = new double[words.length];
        double[] cycles = {0};
        Rainflow.Cycles sum = (range, mean, count) -> {
            cycles[0] += count;
            for (int i = 0; i < curves.length; i++) {
                weights[i] += curves[i].weight(range, mean, count);
            }
        };
        column.read(value -> rainflow.add(value, sum));
        rainflow.open(sum);
        double frequency = arguments.number("--frequency", 1e-9, 1e9).orElse(1.0);
        print(curves, weights, cycles[0], arguments.number("--duration", 1e-6, 1e12).orElse(column.duration()), frequency, csv, out);
    }

    private static void print(SnCurve[] curves, double[] weights, double cycles, double duration, double frequency, boolean csv,
                              PrintStream out) {
        out.println(csv ? "exponent,cycles,duration_s,del_at_frequency,del_at_1e7_cycles"
                : String.format("%8s %12s %12s %18s %18s", "exponent", "cycles", "duration_s", "DEL at " + frequency + " Hz",
                        "DEL at 1e7 cycles"));
        for (int i = 0; i < curves.length; i++) {
            double equal = Double.isNaN(duration) ? Double.NaN : curves[i].equivalentLoad(weights[i], duration * frequency);
            out.println(String.format(Locale.ROOT, csv ? "%s,%.1f,%.3f,%.9g,%.9g" : "%8s %12.1f %12.3f %18.6g %18.6g", curves[i].exponent(),
                    cycles, duration, equal, curves[i].equivalentLoad(weights[i], SnCurve.TEN_MILLION)));
        }
    }
}
