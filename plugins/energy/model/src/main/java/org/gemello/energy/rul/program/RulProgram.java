package org.gemello.energy.rul.program;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gemello.energy.program.Arguments;
import org.gemello.energy.program.Program;
import org.gemello.energy.rul.EngineRun;
import org.gemello.energy.rul.RemainingLife;
import org.gemello.energy.rul.RulScore;

/** {@code energy/rul}: remaining useful life of each machine of a file, learned from machines of another file that ran to failure. */
public final class RulProgram {
    private static final String HELP = """
            usage: energy/rul --train FILE --test FILE [--truth FILE]
              --train  machines that ran to failure
              --test   machines whose remaining useful life is wanted, after the last cycle of each, in cycles, at most 125
              --truth  true lives of these: the error against them is printed in the last line
            Files in the format of NASA C-MAPSS (unit, cycle, 3 settings, 21 sensors), plain or .gz; one operating condition (FD001, FD003).
            The answer comes as comma-separated values.
            """;

    private RulProgram() {
    }

    private static Program program() {
        return new Program("energy/rul", HELP, new Program.Syntax(Set.of("--train", "--test", "--truth"), Set.of("--csv"), 0),
            RulProgram::predict);
    }

    public static void main(String[] args) {
        program().main(args);
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        return program().run(args, out, err);
    }

    private static void predict(Arguments arguments, PrintStream out) throws IOException {
        Path train = arguments.path("--train");
        List<EngineRun> tested = CmapssFile.runs(arguments.path("--test"));
        double[] truth = arguments.has("--truth") ? CmapssFile.truth(arguments.path("--truth")) : new double[0];
        if (arguments.has("--truth") && truth.length != tested.size()) {
            throw new IOException(arguments.path("--truth") + " has " + truth.length + " lives for " + tested.size() + " units");
        }
        RemainingLife model = RemainingLife.train(CmapssFile.runs(train));
        double[] predicted = tested.stream().mapToDouble(model::predict).toArray();
        out.println("unit,cycles,remaining [cycles, at most " + RemainingLife.CAP + "]");
        for (int k = 0; k < predicted.length; k++) {
            out.printf(Locale.ROOT, "%d,%d,%.1f%n", tested.get(k).unit(), tested.get(k).length(), predicted[k]);
        }
        if (truth.length > 0) {
            RulScore score = RulScore.of(predicted, truth);
            out.printf(Locale.ROOT, "# %d units, true lives not capped: RMSE %.2f cycles, score %.1f%n", truth.length, score.rmse(),
                score.score());
        }
    }
}
