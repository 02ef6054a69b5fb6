package org.gemello.energy.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** N-1: the loss of each branch in turn, screened by linear flow and checked by Newton power flow, most severe first. */
public final class Contingencies {
    /** Linear loading from which an outage is checked in full: leaves room for reactive power and losses. */
    public static final double USUAL_SCREEN = 0.7;

    private Contingencies() {
    }

    /**
     * Harmful outages.
     *
     * @param screen share of a rating in the linear flow below which an outage is taken as harmless; 0: every outage is checked in
     *               full, which alone finds those that only harm voltages
     * @throws NoSolution where the grid has no solution as it stands, or its linear flow has none
     */
    public static List<Contingency> of(GridCase grid, double screen) {
        FlowResult before = PowerFlow.solve(grid);
        DcFlow linear = screen > 0 ? new DcFlow(grid) : null;
        List<Contingency> harmful = new ArrayList<>();
        for (int i = 0; i < grid.branches().size(); i++) {
            if (grid.branches().get(i).inService() && (linear == null || linear.worstLoadingWithout(i) >= screen)) {
                Contingency outage = check(grid, i, before);
                if (outage.harmful()) {
                    harmful.add(outage);
                }
            }
        }
        harmful.sort(null);
        return List.copyOf(harmful);
    }

    private static Contingency check(GridCase grid, int lost, FlowResult before) {
        Branch branch = grid.branches().get(lost);
        GridCase rest = grid.without(lost);
        List<Integer> cutOff = rest.disconnected();
        if (!cutOff.isEmpty()) {
            double load = grid.buses().stream().filter(bus -> cutOff.contains(bus.number())).mapToDouble(Bus::load).sum();
            return new Contingency(lost, branch.from(), branch.to(), cutOff, load, "", List.of(), List.of());
        }
        try {
            FlowResult after = PowerFlow.solve(rest);
            return new Contingency(lost, branch.from(), branch.to(), List.of(), 0, "", overloads(after), voltages(grid, before, after));
        } catch (NoSolution e) {
            return new Contingency(lost, branch.from(), branch.to(), List.of(), 0, e.getMessage(), List.of(), List.of());
        }
    }

    private static List<Contingency.Overload> overloads(FlowResult flow) {
        List<Contingency.Overload> found = new ArrayList<>();
        for (int i = 0; i < flow.branches().size(); i++) {
            FlowResult.BranchState state = flow.branches().get(i);
            if (state.loading() > 1) {
                found.add(new Contingency.Overload(i, state.from(), state.to(), state.loading()));
            }
        }
        found.sort(Comparator.comparingDouble(Contingency.Overload::loading).reversed());
        return List.copyOf(found);
    }

    private static List<Contingency.VoltageViolation> voltages(GridCase grid, FlowResult before, FlowResult after) {
        Set<Integer> outsideBefore = new HashSet<>();
        outside(grid, before).forEach(violation -> outsideBefore.add(violation.bus()));
        return outside(grid, after).stream().filter(violation -> !outsideBefore.contains(violation.bus())).toList();
    }

    private static List<Contingency.VoltageViolation> outside(GridCase grid, FlowResult flow) {
        List<Contingency.VoltageViolation> found = new ArrayList<>();
        for (int i = 0; i < grid.buses().size(); i++) {
            Bus bus = grid.buses().get(i);
            double v = flow.buses().get(i).voltage();
            if (bus.highestVoltage() > 0 && v > bus.highestVoltage() + 1e-6 || v < bus.lowestVoltage() - 1e-6) {
                found.add(new Contingency.VoltageViolation(bus.number(), v));
            }
        }
        return found;
    }
}
