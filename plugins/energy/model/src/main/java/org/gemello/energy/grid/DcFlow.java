package org.gemello.energy.grid;

import java.util.Map;

/**
 * Linear active power flow and its outage factors: flat voltages, no losses (A. J. Wood and B. F. Wollenberg, Power Generation,
 * Operation and Control, 4.1.4 and 11.3). For screening only.
 */
final class DcFlow {
    private final GridCase grid;
    private final Map<Integer, Integer> index;
    private final int slack;
    private final SparseLu factors;
    private final double[] angle;

    DcFlow(GridCase grid) {
        this.grid = grid;
        index = grid.busIndex();
        int n = grid.buses().size();
        int found = 0;
        double[] power = new double[n];
        for (int i = 0; i < n; i++) {
            Bus bus = grid.buses().get(i);
            found = bus.kind() == Bus.Kind.SLACK ? i : found;
            power[i] = -(bus.load() + bus.conductance()) / grid.baseMva();
        }
        slack = found;
        grid.generators().stream().filter(Generator::inService).forEach(g -> power[index.get(g.bus())] += g.power() / grid.baseMva());
        SparseMatrix matrix = new SparseMatrix(n);
        matrix.add(slack, slack, 1);
        for (Branch branch : grid.branches()) {
            if (branch.inService()) {
                int from = index.get(branch.from());
                int to = index.get(branch.to());
                double b = susceptance(branch);
                double shifted = b * Math.toRadians(branch.shift());
                power[from] += shifted;
                power[to] -= shifted;
                addEnd(matrix, from, to, b);
                addEnd(matrix, to, from, b);
            }
        }
        power[slack] = 0;
        factors = factors(matrix);
        angle = factors.solve(power);
    }

    private SparseLu factors(SparseMatrix matrix) {
        try {
            return new SparseLu(matrix);
        } catch (SparseLu.Singular e) {
            throw new NoSolution("reactances cancel out at bus " + grid.buses().get(e.row).number()
                    + ", the linear flow has no solution: check every outage in full, with a screen of 0");
        }
    }

    private void addEnd(SparseMatrix matrix, int bus, int other, double b) {
        if (bus != slack) {
            matrix.add(bus, bus, b);
            if (other != slack) {
                matrix.add(bus, other, -b);
            }
        }
    }

    private static double susceptance(Branch branch) {
        double x = Math.abs(branch.reactance()) > 1e-9 ? branch.reactance() : branch.resistance();
        return 1 / (x * branch.turns());
    }

    private double flow(Branch branch, double[] angles, double shift) {
        return branch.inService()
                ? susceptance(branch) * (angles[index.get(branch.from())] - angles[index.get(branch.to())] - shift) : 0;
    }

    /** Active power of a branch in MW. */
    double flow(int branch) {
        Branch line = grid.branches().get(branch);
        return flow(line, angle, Math.toRadians(line.shift())) * grid.baseMva();
    }

    /** Largest share of a rating that any branch carries after the loss of one; infinite where that splits the grid. */
    double worstLoadingWithout(int lost) {
        Branch out = grid.branches().get(lost);
        double[] transfer = new double[grid.buses().size()];
        transfer[index.get(out.from())] = 1;
        transfer[index.get(out.to())] = -1;
        transfer[slack] = 0;
        double[] shift = factors.solve(transfer);
        double rest = 1 - flow(out, shift, 0);
        if (Math.abs(rest) < 1e-9) {
            return Double.POSITIVE_INFINITY;
        }
        double worst = 0;
        for (int i = 0; i < grid.branches().size(); i++) {
            Branch branch = grid.branches().get(i);
            if (i != lost && branch.inService() && branch.rating() > 0) {
                double after = flow(i) + flow(branch, shift, 0) / rest * flow(lost);
                worst = Math.max(worst, Math.abs(after) / branch.rating());
            }
        }
        return worst;
    }
}
