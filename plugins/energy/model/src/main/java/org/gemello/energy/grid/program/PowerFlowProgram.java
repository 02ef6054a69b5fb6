package org.gemello.energy.grid.program;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
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
import org.gemello.energy.program.Arguments;
import org.gemello.energy.program.Program;

/** {@code energy/power-flow CASE.m}: state of buses and branches, or what the loss of each branch harms. */
public final class PowerFlowProgram {
    private static final String HELP = """
            usage: energy/power-flow CASE.m [--n-1] [--q-limits] [--csv]
              CASE.m      grid in MATPOWER case format version 2
              --n-1       harmful losses of one branch, most severe first, instead of the state of buses and branches
              --q-limits  generators keep their reactive limits (not with --n-1)
              --csv       comma-separated, for scripts
            """;

    private final PrintStream out;
    private final boolean csv;

    private PowerFlowProgram(PrintStream out, boolean csv) {
        this.out = out;
        this.csv = csv;
    }

    private static Program program() {
        return new Program("energy/power-flow", HELP, new Program.Syntax(Set.of(), Set.of("--n-1", "--q-limits", "--csv"), 1),
                PowerFlowProgram::solve);
    }

    public static void main(String[] args) {
        program().main(args);
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        return program().run(args, out, err);
    }

    private static void solve(Arguments arguments, PrintStream out) throws IOException {
        Path file = arguments.operand(0, "the case file");
        PowerFlowProgram program = new PowerFlowProgram(out, arguments.has("--csv"));
        try {
            GridCase grid = read(file);
            if (arguments.has("--n-1")) {
                program.print(Contingencies.of(grid, 0));
            } else {
                program.print(PowerFlow.solve(grid, arguments.has("--q-limits")));
            }
        } catch (NoSolution e) {
            throw new IllegalArgumentException(file + ": no solution: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static GridCase read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": no such file");
        }
        if (Files.size(file) > MatpowerCase.LONGEST) {
            throw new IllegalArgumentException("the case is longer than " + MatpowerCase.LONGEST + " bytes");
        }
        try {
            return MatpowerCase.parse(Files.readString(file));
        } catch (MalformedInputException e) {
            throw new IOException(file + ": not text in UTF-8", e);
        }
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
