package org.gemello.energy.rul.program;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gemello.energy.program.Arguments;
import org.gemello.energy.program.Program;
import org.gemello.energy.program.WrongCommand;
import org.gemello.energy.rul.EngineRun;
import org.gemello.energy.rul.RemainingLife;
import org.gemello.energy.rul.RulScore;

/** {@code energy/rul}: remaining useful life of each machine of a file, learned from machines of another file that ran to failure. */
public final class RulProgram {
    private static final String HELP = """
            usage: energy/rul --train FILE --test FILE [--truth FILE]
                   energy/rul --train FILE --save MODEL
                   energy/rul --model MODEL --test FILE [--truth FILE]
              --train  machines that ran to failure
              --save   keeps what was learned, with the interval of its errors by five-fold cross-validation
              --model  what was kept; the answer then has an interval that holds nine in ten
              --test   machines whose remaining useful life is wanted, after the last cycle of each, in cycles, at most 125
              --truth  true lives of these: the error against them is printed in the last line
            Files in the format of NASA C-MAPSS (unit, cycle, 3 settings, 21 sensors), plain or .gz; one operating condition (FD001, FD003).
            The answer comes as comma-separated values.
            """;

    private RulProgram() {
    }

    private static Program program() {
        return new Program("energy/rul", HELP,
                new Program.Syntax(Set.of("--train", "--test", "--truth", "--save", "--model"), Set.of("--csv"), 0),
            RulProgram::answer);
    }

    public static void main(String[] args) {
        program().main(args);
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        return program().run(args, out, err);
    }

    private static void answer(Arguments arguments, PrintStream out) throws IOException {
        if (arguments.has("--train") == arguments.has("--model")) {
            throw new WrongCommand("one of --train and --model is needed");
        }
        if (arguments.has("--save")) {
            RemainingLife model = RemainingLife.trainWithInterval(CmapssFile.runs(arguments.path("--train")));
            try (DataOutputStream file = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(arguments.path("--save"))))) {
                model.write(file);
            }
            return;
        }
        List<EngineRun> tested = CmapssFile.runs(arguments.path("--test"));
        double[] truth = arguments.has("--truth") ? CmapssFile.truth(arguments.path("--truth")) : new double[0];
        if (arguments.has("--truth") && truth.length != tested.size()) {
            throw new IOException(arguments.path("--truth") + " has " + truth.length + " lives for " + tested.size() + " units");
        }
        boolean hasInterval = arguments.has("--model");
        RemainingLife model = hasInterval ? read(arguments.path("--model"))
                : RemainingLife.train(CmapssFile.runs(arguments.path("--train")));
        print(tested, model, hasInterval, truth, out);
    }

    private static RemainingLife read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": no such file");
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return RemainingLife.read(in);
        } catch (IOException e) {
            throw new IOException(file + ": " + (e instanceof EOFException ? "ends too early" : e.getMessage()), e);
        }
    }

    private static void print(List<EngineRun> tested, RemainingLife model, boolean hasInterval, double[] truth, PrintStream out) {
        double[] predicted = tested.stream().mapToDouble(model::predict).toArray();
        out.println("unit,cycles,remaining [cycles, at most " + RemainingLife.CAP + "]"
                + (hasInterval ? ",low [cycles],high [cycles]" : ""));
        for (int k = 0; k < predicted.length; k++) {
            EngineRun run = tested.get(k);
            out.printf(Locale.ROOT, "%d,%d,%.1f", run.unit(), run.length(), predicted[k]);
            if (hasInterval) {
                RemainingLife.Estimate estimate = model.estimate(run);
                out.printf(Locale.ROOT, ",%.1f,%.1f", estimate.low(), estimate.high());
            }
            out.println();
        }
        if (truth.length > 0) {
            RulScore score = RulScore.of(predicted, truth);
            out.printf(Locale.ROOT, "# %d units, true lives not capped: RMSE %.2f cycles, score %.1f%n", truth.length, score.rmse(),
                score.score());
        }
    }
}
