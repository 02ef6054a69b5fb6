package org.gemello.energy.rul.program;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gemello.energy.rul.EngineRun;
import org.gemello.energy.rul.RemainingLife;
import org.gemello.energy.rul.RulScore;

/** {@code energy/rul}: remaining useful life of each machine of a file, learned from machines of another file that ran to failure. */
public final class RulProgram {
    private static final String HELP = """
            energy/rul --train FILE --test FILE [--truth FILE]
            Remaining useful life of each unit of the test file after its last cycle, in cycles, capped at 125.
            Files in the format of NASA C-MAPSS (unit, cycle, 3 settings, 21 sensors), plain or .gz; the units of the training file
            ran to failure. With the true lives: error against them. One operating condition (FD001, FD003).
            Exit code: 0 done, 1 a file cannot be used, 2 wrong arguments.""";
    private static final Set<String> OPTIONS = Set.of("--train", "--test", "--truth");

    private RulProgram() {
    }

    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        if (List.of(args).contains("--help")) {
            out.println(HELP);
            return 0;
        }
        Map<String, Path> files = new HashMap<>();
        for (int k = 0; k + 1 < args.length; k += 2) {
            files.put(args[k], Path.of(args[k + 1]));
        }
        if (args.length % 2 != 0 || !OPTIONS.containsAll(files.keySet()) || !files.containsKey("--train") || !files.containsKey("--test")) {
            err.println(HELP);
            return 2;
        }
        try {
            predict(files, out);
            return 0;
        } catch (IOException | IllegalArgumentException e) {
            err.println("energy/rul: " + e);
            return 1;
        }
    }

    private static void predict(Map<String, Path> files, PrintStream out) throws IOException {
        List<EngineRun> tested = CmapssFile.runs(files.get("--test"));
        double[] truth = files.containsKey("--truth") ? CmapssFile.truth(files.get("--truth")) : new double[0];
        if (files.containsKey("--truth") && truth.length != tested.size()) {
            throw new IOException(files.get("--truth") + " has " + truth.length + " lives for " + tested.size() + " units");
        }
        RemainingLife model = RemainingLife.train(CmapssFile.runs(files.get("--train")));
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
