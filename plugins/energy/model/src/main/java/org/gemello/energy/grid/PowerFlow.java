package org.gemello.energy.grid;

import java.util.ArrayList;
import java.util.List;

/**
 * Newton power flow in polar coordinates (W. F. Tinney and C. E. Hart, Power flow solution by Newton's method, IEEE Trans. PAS 86, 1967)
 * on sparse factors. Optionally generators keep their reactive limits: a bus that would leave them becomes a load bus at the limit,
 * and returns to voltage control where its voltage passes the set point.
 */
public final class PowerFlow {
    /** Largest mismatch of a solution in p.u., times the largest admittance at the bus where that is above 1. */
    public static final double TOLERANCE = 1e-12;
    private static final int MOST_STEPS = 40;
    private static final int MOST_ROUNDS = 30;

    private final GridCase grid;
    private final Network network;
    private final int n;
    private final double[] voltage;
    private final double[] angle;
    private final double[] setPoint;
    private final double[] active;
    private final double[] reactive;
    private final double[] highest;
    private final double[] lowest;
    private final boolean[] generator;
    /** +1: held at the highest reactive power, -1: at the lowest, 0: free. */
    private final int[] limited;
    private int iterations;
    private double mismatch;

    private PowerFlow(GridCase grid) {
        List<Integer> lost = grid.disconnected();
        if (!lost.isEmpty()) {
            throw new NoSolution("no branch in service connects these buses with the slack bus: " + lost);
        }
        this.grid = grid;
        network = new Network(grid);
        n = grid.buses().size();
        voltage = new double[n];
        angle = new double[n];
        setPoint = new double[n];
        active = new double[n];
        reactive = new double[n];
        highest = new double[n];
        lowest = new double[n];
        generator = new boolean[n];
        limited = new int[n];
        double slackAngle = Math.toRadians(grid.buses().get(network.slack).angle());
        for (int i = 0; i < n; i++) {
            Bus bus = grid.buses().get(i);
            voltage[i] = 1;
            angle[i] = slackAngle;
            active[i] = -bus.load() / grid.baseMva();
            reactive[i] = -bus.reactiveLoad() / grid.baseMva();
        }
        grid.generators().stream().filter(Generator::inService).forEach(this::place);
        if (!generator[network.slack]) {
            throw new NoSolution("no generator in service at the slack bus " + grid.buses().get(network.slack).number());
        }
        for (int i = 0; i < n; i++) {
            if (generator[i]) {
                voltage[i] = setPoint[i];
            }
        }
    }

    private void place(Generator unit) {
        int i = network.index.get(unit.bus());
        active[i] += unit.power() / grid.baseMva();
        if (grid.buses().get(i).kind() == Bus.Kind.LOAD) {
            reactive[i] += unit.reactivePower() / grid.baseMva();
        } else {
            setPoint[i] = generator[i] ? setPoint[i] : unit.voltage();
            generator[i] = true;
            highest[i] += unit.highestReactive() / grid.baseMva();
            lowest[i] += unit.lowestReactive() / grid.baseMva();
        }
    }

    /**
     * Solves from a flat start.
     *
     * @throws NoSolution where buses are cut off or Newton's method does not converge
     */
    public static FlowResult solve(GridCase grid) {
        return solve(grid, false);
    }

    /** As {@link #solve(GridCase)}, keeping the reactive limits of the generators (not those of the slack bus) where asked. */
    public static FlowResult solve(GridCase grid, boolean reactiveLimits) {
        PowerFlow flow = new PowerFlow(grid);
        int rounds = 0;
        do {
            flow.newton();
            if (++rounds > MOST_ROUNDS) {
                throw new NoSolution("the reactive limits of the generators are not met by any choice that was tried");
            }
        } while (reactiveLimits && flow.switchLimits());
        return flow.result();
    }

    private boolean voltageHeld(int i) {
        return generator[i] && limited[i] == 0;
    }

    private void newton() {
        int[] angleAt = new int[n];
        int[] voltageAt = new int[n];
        int unknowns = 0;
        for (int i = 0; i < n; i++) {
            angleAt[i] = i == network.slack ? -1 : unknowns++;
            voltageAt[i] = i == network.slack || voltageHeld(i) ? -1 : unknowns++;
        }
        double[] rest = new double[unknowns];
        for (iterations = 0; !converged(angleAt, voltageAt, rest); iterations++) {
            if (iterations == MOST_STEPS || !Double.isFinite(mismatch)) {
                throw new NoSolution("no convergence in " + iterations + " steps, mismatch " + mismatch
                        + " p.u.: the grid cannot carry this load, or a value of the case is wrong");
            }
            double[] step = step(angleAt, voltageAt, rest);
            for (int i = 0; i < n; i++) {
                angle[i] += angleAt[i] < 0 ? 0 : step[angleAt[i]];
                voltage[i] += voltageAt[i] < 0 ? 0 : step[voltageAt[i]];
            }
        }
    }

    private boolean converged(int[] angleAt, int[] voltageAt, double[] rest) {
        mismatch = 0;
        boolean small = true;
        for (int i = 0; i < n; i++) {
            double p = angleAt[i] < 0 ? 0 : active[i] - network.injection[i].active(voltage, angle);
            double q = voltageAt[i] < 0 ? 0 : reactive(i) - network.injection[i].reactive(voltage, angle);
            if (angleAt[i] >= 0) {
                rest[angleAt[i]] = p;
            }
            if (voltageAt[i] >= 0) {
                rest[voltageAt[i]] = q;
            }
            double larger = Math.max(Math.abs(p), Math.abs(q));
            mismatch = Math.max(mismatch, larger);
            small &= larger <= TOLERANCE * network.injection[i].scale();
        }
        return small;
    }

    private double reactive(int i) {
        return reactive[i] + (limited[i] > 0 ? highest[i] : limited[i] < 0 ? lowest[i] : 0);
    }

    private double[] step(int[] angleAt, int[] voltageAt, double[] rest) {
        SparseMatrix jacobian = new SparseMatrix(rest.length);
        for (int i = 0; i < n; i++) {
            int p = angleAt[i];
            int q = voltageAt[i];
            if (p < 0) {
                continue;
            }
            network.injection[i].derivatives(voltage, angle, (k, pByAngle, pByVoltage, qByAngle, qByVoltage) -> {
                put(jacobian, p, angleAt[k], pByAngle);
                put(jacobian, p, voltageAt[k], pByVoltage);
                put(jacobian, q, angleAt[k], qByAngle);
                put(jacobian, q, voltageAt[k], qByVoltage);
            });
        }
        try {
            return new SparseLu(jacobian).solve(rest);
        } catch (SparseLu.Singular e) {
            int bus = 0;
            while (angleAt[bus] != e.row && voltageAt[bus] != e.row) {
                bus++;
            }
            throw new NoSolution("the equations become singular at bus " + grid.buses().get(bus).number() + ": voltage collapse");
        }
    }

    private static void put(SparseMatrix matrix, int row, int column, double value) {
        if (row >= 0 && column >= 0) {
            matrix.add(row, column, value);
        }
    }

    private boolean switchLimits() {
        boolean changed = false;
        for (int i = 0; i < n; i++) {
            if (!generator[i] || i == network.slack) {
                continue;
            }
            int before = limited[i];
            if (before == 0) {
                double delivered = network.injection[i].reactive(voltage, angle) - reactive[i];
                limited[i] = delivered > highest[i] + 1e-9 ? 1 : delivered < lowest[i] - 1e-9 ? -1 : 0;
            } else if (before * (voltage[i] - setPoint[i]) > 1e-9) {
                limited[i] = 0;
                voltage[i] = setPoint[i];
            }
            changed |= limited[i] != before;
        }
        return changed;
    }

    private FlowResult result() {
        double base = grid.baseMva();
        List<FlowResult.BusState> buses = new ArrayList<>();
        boolean[] served = new boolean[n];
        for (Generator unit : grid.generators()) {
            served[network.index.get(unit.bus())] |= unit.inService();
        }
        for (int i = 0; i < n; i++) {
            Bus bus = grid.buses().get(i);
            double p = served[i] ? network.injection[i].active(voltage, angle) * base + bus.load() : 0;
            double q = served[i] ? network.injection[i].reactive(voltage, angle) * base + bus.reactiveLoad() : 0;
            buses.add(new FlowResult.BusState(bus.number(), voltage[i], Math.toDegrees(angle[i]), p, q, limited[i] != 0));
        }
        return new FlowResult(List.copyOf(buses), network.branchStates(voltage, angle), iterations, mismatch);
    }
}
