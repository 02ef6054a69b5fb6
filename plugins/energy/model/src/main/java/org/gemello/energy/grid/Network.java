package org.gemello.energy.grid;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The equations of a grid: power out of every bus and into both ends of every branch. Branch model: pi circuit behind an ideal
 * phase-shifting transformer at the "from" end (MATPOWER user's manual, 3.2, equations 3.2 and 3.3).
 */
final class Network {
    final GridCase grid;
    final Map<Integer, Integer> index;
    final PowerEquation[] injection;
    /** By branch; null where it is out of service. */
    final PowerEquation[] atFrom;
    final PowerEquation[] atTo;
    final int slack;

    Network(GridCase grid) {
        this.grid = grid;
        index = grid.busIndex();
        int n = grid.buses().size();
        SparseMatrix g = new SparseMatrix(n);
        SparseMatrix b = new SparseMatrix(n);
        int found = 0;
        for (int i = 0; i < n; i++) {
            Bus bus = grid.buses().get(i);
            found = bus.kind() == Bus.Kind.SLACK ? i : found;
            g.add(i, i, bus.conductance() / grid.baseMva());
            b.add(i, i, bus.susceptance() / grid.baseMva());
        }
        slack = found;
        atFrom = new PowerEquation[grid.branches().size()];
        atTo = new PowerEquation[atFrom.length];
        for (int i = 0; i < atFrom.length; i++) {
            if (grid.branches().get(i).inService()) {
                addBranch(i, g, b);
            }
        }
        injection = new PowerEquation[n];
        for (int i = 0; i < n; i++) {
            injection[i] = new PowerEquation(i, Arrays.copyOf(g.column[i], g.count[i]), g.value[i], b.value[i]);
        }
    }

    private void addBranch(int i, SparseMatrix g, SparseMatrix b) {
        Branch branch = grid.branches().get(i);
        int from = index.get(branch.from());
        int to = index.get(branch.to());
        double square = branch.resistance() * branch.resistance() + branch.reactance() * branch.reactance();
        double gs = branch.resistance() / square;
        double bs = -branch.reactance() / square;
        double half = branch.charging() / 2;
        double turns = branch.turns();
        double cos = Math.cos(Math.toRadians(branch.shift())) / turns;
        double sin = Math.sin(Math.toRadians(branch.shift())) / turns;
        double[] gFrom = {gs / (turns * turns), -(gs * cos - bs * sin)};
        double[] bFrom = {(bs + half) / (turns * turns), -(bs * cos + gs * sin)};
        double[] gTo = {gs, -(gs * cos + bs * sin)};
        double[] bTo = {bs + half, -(bs * cos - gs * sin)};
        atFrom[i] = new PowerEquation(from, new int[] {from, to}, gFrom, bFrom);
        atTo[i] = new PowerEquation(to, new int[] {to, from}, gTo, bTo);
        addEnd(g, from, to, gFrom);
        addEnd(b, from, to, bFrom);
        addEnd(g, to, from, gTo);
        addEnd(b, to, from, bTo);
    }

    private static void addEnd(SparseMatrix matrix, int bus, int other, double[] values) {
        matrix.add(bus, bus, values[0]);
        matrix.add(bus, other, values[1]);
    }

    /** Place of a bus's angle among the unknowns of an estimate; -1 for the slack bus, to which angles refer. */
    int angleAt(int bus) {
        return bus == slack ? -1 : bus < slack ? bus : bus - 1;
    }

    /** Place of a bus's voltage among the unknowns of an estimate: after all angles. */
    int voltageAt(int bus) {
        return injection.length - 1 + bus;
    }

    /** How many unknowns an estimate has. */
    int unknowns() {
        return 2 * injection.length - 1;
    }

    /** What flows through every branch; voltages in p.u. and angles in rad, by bus. */
    List<FlowResult.BranchState> branchStates(double[] voltage, double[] angle) {
        double base = grid.baseMva();
        FlowResult.BranchState[] states = new FlowResult.BranchState[atFrom.length];
        Arrays.setAll(states, i -> {
            Branch branch = grid.branches().get(i);
            if (atFrom[i] == null) {
                return new FlowResult.BranchState(branch.from(), branch.to(), 0, 0, 0, 0, 0);
            }
            double pf = atFrom[i].active(voltage, angle) * base;
            double qf = atFrom[i].reactive(voltage, angle) * base;
            double pt = atTo[i].active(voltage, angle) * base;
            double qt = atTo[i].reactive(voltage, angle) * base;
            double apparent = Math.max(Math.hypot(pf, qf), Math.hypot(pt, qt));
            return new FlowResult.BranchState(branch.from(), branch.to(), pf, qf, pt, qt,
                    branch.rating() == 0 ? 0 : apparent / branch.rating());
        });
        return List.of(states);
    }
}
