package org.gemello.energy.grid.program;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gemello.energy.grid.Contingencies;
import org.gemello.energy.grid.Contingency;
import org.gemello.energy.grid.FlowResult;
import org.gemello.energy.grid.GridCase;
import org.gemello.energy.grid.MatpowerCase;
import org.gemello.energy.grid.NoSolution;
import org.gemello.energy.grid.PowerFlow;

/** {@code energy/power-flow CASE.m}: exit code 0 solved, 1 no solution, 2 wrong arguments or case. */
public final class PowerFlowProgram {
    private static final String HELP = """
            energy/power-flow CASE.m [--n-1] [--q-limits] [--csv]
              CASE.m      grid in MATPOWER case format version 2
              --n-1       harmful losses of one branch, most severe first, instead of the state of buses and branches
              --q-limits  generators keep their reactive limits (not with --n-1)
              --csv       comma-separated, for scripts
            """;
    private static final Set<String> OPTIONS = Set.of("--n-1", "--q-limits", "--csv");

    private final PrintStream out;
    private final boolean csv;

    private PowerFlowProgram(PrintStream out, boolean csv) {
        this.out = out;
        this.csv = csv;
    }

    public static void main(String[] args) {
        System.exit(run(List.of(args), System.out, System.err));
    }

    /** Runs the program and returns its exit code. */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        List<String> files = args.stream().filter(arg -> !arg.startsWith("--")).toList();
        List<String> unknown = args.stream().filter(arg -> arg.startsWith("--") && !OPTIONS.contains(arg)).toList();
        if (files.size() != 1 || !unknown.isEmpty()) {
            err.print((unknown.isEmpty() ? "one case file is needed" : "unknown option " + unknown.get(0)) + "\n" + HELP);
            return 2;
        }
        PowerFlowProgram program = new PowerFlowProgram(out, args.contains("--csv"));
        try {
            GridCase grid = read(Path.of(files.get(0)));
            if (args.contains("--n-1")) {
                program.print(Contingencies.of(grid, 0));
            } else {
                program.print(PowerFlow.solve(grid, args.contains("--q-limits")));
            }
            return 0;
        } catch (NoSolution e) {
            err.println("no solution: " + e.getMessage());
            return 1;
        } catch (IOException | IllegalArgumentException e) {
            err.println(files.get(0) + ": " + (e instanceof IOException ? "cannot be read, " : "") + e.getMessage());
            return 2;
        }
    }

    private static GridCase read(Path file) throws IOException {
        if (Files.size(file) > MatpowerCase.LONGEST) {
            throw new IllegalArgumentException("the case is longer than " + MatpowerCase.LONGEST + " bytes");
        }
        return MatpowerCase.parse(Files.readString(file));
    }

    private void print(FlowResult flow) {
        row("bus", "voltage_pu", "angle_deg", "generation_MW", "generation_Mvar", "limited");
        for (FlowResult.BusState bus : flow.buses()) {
            row(bus.number(), digits(bus.voltage(), 6), digits(bus.angle(), 5), digits(bus.generation(), 4), digits(bus.reactive(), 4),
                    bus.atReactiveLimit() ? "yes" : "no");
        }
        out.println();
        row("from", "to", "from_MW", "from_Mvar", "to_MW", "to_Mvar", "loss_MW", "loading_pct");
        for (FlowResult.BranchState branch : flow.branches()) {
            row(branch.from(), branch.to(), digits(branch.activeFrom(), 4), digits(branch.reactiveFrom(), 4), digits(branch.activeTo(), 4),
                    digits(branch.reactiveTo(), 4), digits(branch.loss(), 4), digits(100 * branch.loading(), 1));
        }
        out.println();
        row("loss_MW", "iterations", "mismatch_pu");
        row(digits(flow.loss(), 4), flow.iterations(), String.format(Locale.ROOT, "%.1e", flow.mismatch()));
    }

    private void print(List<Contingency> outages) {
        row("lost_from", "lost_to", "effect", "place", "size");
        for (Contingency outage : outages) {
            if (!outage.cutOff().isEmpty()) {
                row(outage.from(), outage.to(), "cut-off_MW", outage.cutOff().toString().replace(", ", " "), digits(outage.lostLoad(), 1));
            }
            if (!outage.collapse().isEmpty()) {
                row(outage.from(), outage.to(), "no-solution", "-", "-");
            }
            outage.overloads().forEach(o ->
                    row(outage.from(), outage.to(), "overload_pct", o.from() + "-" + o.to(), digits(100 * o.loading(), 1)));
            outage.voltages().forEach(v -> row(outage.from(), outage.to(), "voltage_pu", v.bus(), digits(v.voltage(), 4)));
        }
    }

    private void row(Object... cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            line.append(csv && i > 0 ? "," : "").append(csv ? cells[i] : String.format(" %15s", cells[i]));
        }
        out.println(line);
    }

    private static String digits(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
