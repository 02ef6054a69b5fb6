package org.gemello.energy.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Weighted least squares state estimation with bad-data detection by the largest normalised residual (A. Abur and A. Gomez Exposito,
 * Power System State Estimation, 2004, 2.6, 3.2 and 5.7): the meter with the largest is taken out until all are below the limit.
 * Angles refer to the slack bus of the case.
 */
public final class StateEstimator {
    /** In standard deviations; among hundreds of healthy meters about one in 16,000 passes it. */
    public static final double USUAL_LIMIT = 4;
    private static final int MOST_STEPS = 30;
    private static final double CONVERGED = 1e-9;
    private static final double CRITICAL = 1e-6;

    private final Network network;
    private final double limit;
    private final int n;
    private final double reference;

    /** @param limit normalised residual above which a meter is taken out, above 0 */
    public StateEstimator(GridCase grid, double limit) {
        GridCase.require(limit > 0, "the limit of the normalised residual " + limit + " is not above 0");
        network = new Network(grid);
        this.limit = limit;
        n = grid.buses().size();
        reference = Math.toRadians(grid.buses().get(network.slack).angle());
    }

    private record Fit(double[] voltage, double[] angle, List<JacobianRow> rows, SparseLu gain) {
    }

    /**
     * Estimates the state.
     *
     * @throws NoSolution where the meters do not determine the state; the bus is named
     * @throws IllegalArgumentException where a meter stands at a bus or branch that is not there
     */
    public EstimatedState estimate(List<Meter> meters) {
        List<String> missing = new ArrayList<>();
        List<Observation> used = new ArrayList<>();
        for (Meter meter : meters) {
            Observation observation = Observation.of(network, meter);
            if (observation == null) {
                missing.add(meter.name());
            } else {
                used.add(observation);
            }
        }
        List<Observation> bad = new ArrayList<>();
        List<Double> residuals = new ArrayList<>();
        while (true) {
            Fit fit = fit(used);
            Set<String> critical = new HashSet<>();
            Observation worst = null;
            double largest = limit;
            double objective = 0;
            for (int i = 0; i < used.size(); i++) {
                Observation o = used.get(i);
                double residual = o.residual(fit.voltage, fit.angle);
                objective += residual * residual;
                double variance = 1 - fit.rows.get(i).leverage(fit.gain);
                if (variance < CRITICAL) {
                    critical.add(o.meter().name());
                } else if (Math.abs(residual) / Math.sqrt(variance) > largest) {
                    largest = Math.abs(residual) / Math.sqrt(variance);
                    worst = o;
                }
            }
            if (worst == null) {
                List<EstimatedState.Rejected> rejected = new ArrayList<>();
                for (int i = 0; i < bad.size(); i++) {
                    double unit = bad.get(i).meter().deviation() / bad.get(i).deviation();
                    rejected.add(new EstimatedState.Rejected(bad.get(i).meter(), bad.get(i).model(fit.voltage, fit.angle) * unit,
                            residuals.get(i)));
                }
                return state(fit, rejected, missing, critical, objective, used.size() - network.unknowns());
            }
            used.remove(worst);
            bad.add(worst);
            residuals.add(largest);
        }
    }

    private Fit fit(List<Observation> used) {
        double[] voltage = new double[n];
        double[] angle = new double[n];
        Arrays.fill(voltage, 1);
        Arrays.fill(angle, reference);
        for (int step = 0; step < MOST_STEPS; step++) {
            List<JacobianRow> rows = used.stream().map(o -> JacobianRow.of(o, network, voltage, angle)).toList();
            SparseMatrix gain = new SparseMatrix(network.unknowns());
            double[] right = new double[network.unknowns()];
            for (int i = 0; i < used.size(); i++) {
                Observation o = used.get(i);
                rows.get(i).addTo(gain, right, o.residual(voltage, angle));
            }
            SparseLu factors = factors(gain);
            double[] change = factors.solve(right);
            double largest = 0;
            for (int i = 0; i < n; i++) {
                int a = network.angleAt(i);
                angle[i] += a < 0 ? 0 : change[a];
                voltage[i] += change[network.voltageAt(i)];
                largest = Math.max(largest, Math.max(a < 0 ? 0 : Math.abs(change[a]), Math.abs(change[network.voltageAt(i)])));
            }
            if (largest < CONVERGED) {
                return new Fit(voltage, angle, rows, factors);
            }
        }
        throw new NoSolution("the state estimate does not converge in " + MOST_STEPS
                + " steps: meters contradict the grid, check its switches");
    }

    private SparseLu factors(SparseMatrix gain) {
        try {
            return new SparseLu(gain);
        } catch (SparseLu.Singular e) {
            boolean isVoltage = e.row >= n - 1;
            int bus = isVoltage ? e.row - (n - 1) : e.row < network.slack ? e.row : e.row + 1;
            throw new NoSolution("the meters do not determine the " + (isVoltage ? "voltage" : "angle") + " of bus "
                    + network.grid.buses().get(bus).number() + "; a meter there or nearby is needed");
        }
    }

    private EstimatedState state(Fit fit, List<EstimatedState.Rejected> rejected, List<String> missing, Set<String> critical,
            double objective, int redundancy) {
        List<Double> voltage = new ArrayList<>();
        List<Double> angle = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            voltage.add(fit.voltage[i]);
            angle.add(Math.toDegrees(fit.angle[i]));
        }
        return new EstimatedState(network.grid.buses().stream().map(Bus::number).toList(), List.copyOf(voltage), List.copyOf(angle),
                network.branchStates(fit.voltage, fit.angle), List.copyOf(rejected), List.copyOf(missing),
                critical.stream().sorted().toList(), objective, redundancy);
    }
}
