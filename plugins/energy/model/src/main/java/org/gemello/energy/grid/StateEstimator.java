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

    /** One usable meter: its equation (null for a voltage or angle), its reading and deviation in p.u. or rad. */
    private record Observation(Meter meter, PowerEquation equation, int bus, double value, double deviation) {
        double model(double[] voltage, double[] angle) {
            return switch (meter.quantity()) {
                case VOLTAGE -> voltage[bus];
                case ANGLE -> angle[bus];
                default -> meter.quantity().active() ? equation.active(voltage, angle) : equation.reactive(voltage, angle);
            };
        }
    }

    /** A row of the measurement Jacobian divided by the deviation. */
    private record Row(int[] column, double[] value) {
    }

    private record Fit(double[] voltage, double[] angle, List<Row> rows, SparseLu gain) {
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
            Observation observation = observation(meter);
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
                double residual = (o.value - o.model(fit.voltage, fit.angle)) / o.deviation;
                objective += residual * residual;
                double variance = 1 - leverage(fit.rows.get(i), fit.gain);
                if (variance < CRITICAL) {
                    critical.add(o.meter.name());
                } else if (Math.abs(residual) / Math.sqrt(variance) > largest) {
                    largest = Math.abs(residual) / Math.sqrt(variance);
                    worst = o;
                }
            }
            if (worst == null) {
                List<EstimatedState.Rejected> rejected = new ArrayList<>();
                for (int i = 0; i < bad.size(); i++) {
                    double unit = bad.get(i).meter.deviation() / bad.get(i).deviation;
                    rejected.add(new EstimatedState.Rejected(bad.get(i).meter, bad.get(i).model(fit.voltage, fit.angle) * unit,
                            residuals.get(i)));
                }
                return state(fit, rejected, missing, critical, objective, used.size() - (2 * n - 1));
            }
            used.remove(worst);
            bad.add(worst);
            residuals.add(largest);
        }
    }

    private Observation observation(Meter meter) {
        GridCase grid = network.grid;
        PowerEquation equation = null;
        int bus = 0;
        if (meter.quantity().atBranch()) {
            GridCase.require(meter.place() >= 0 && meter.place() < grid.branches().size(),
                    "meter " + meter.name() + " stands at branch " + meter.place() + ", the case has " + grid.branches().size());
            boolean from = meter.quantity() == Meter.Quantity.ACTIVE_FROM || meter.quantity() == Meter.Quantity.REACTIVE_FROM;
            equation = from ? network.atFrom[meter.place()] : network.atTo[meter.place()];
            if (equation == null) {
                return null;
            }
        } else {
            Integer index = network.index.get(meter.place());
            GridCase.require(index != null, "meter " + meter.name() + " stands at bus " + meter.place() + ", which is not in the case");
            bus = index;
            equation = network.injection[bus];
        }
        if (!Double.isFinite(meter.value())) {
            return null;
        }
        double unit = switch (meter.quantity()) {
            case VOLTAGE -> 1;
            case ANGLE -> Math.toDegrees(1);
            default -> grid.baseMva();
        };
        return new Observation(meter, equation, bus, meter.value() / unit, meter.deviation() / unit);
    }

    private int angleAt(int bus) {
        return bus == network.slack ? -1 : bus < network.slack ? bus : bus - 1;
    }

    private int voltageAt(int bus) {
        return n - 1 + bus;
    }

    private Fit fit(List<Observation> used) {
        double[] voltage = new double[n];
        double[] angle = new double[n];
        Arrays.fill(voltage, 1);
        Arrays.fill(angle, reference);
        for (int step = 0; step < MOST_STEPS; step++) {
            List<Row> rows = used.stream().map(o -> row(o, voltage, angle)).toList();
            SparseMatrix gain = new SparseMatrix(2 * n - 1);
            double[] right = new double[2 * n - 1];
            for (int i = 0; i < used.size(); i++) {
                Observation o = used.get(i);
                accumulate(rows.get(i), (o.value - o.model(voltage, angle)) / o.deviation, gain, right);
            }
            SparseLu factors = factors(gain);
            double[] change = factors.solve(right);
            double largest = 0;
            for (int i = 0; i < n; i++) {
                int a = angleAt(i);
                angle[i] += a < 0 ? 0 : change[a];
                voltage[i] += change[voltageAt(i)];
                largest = Math.max(largest, Math.max(a < 0 ? 0 : Math.abs(change[a]), Math.abs(change[voltageAt(i)])));
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

    private static void accumulate(Row row, double residual, SparseMatrix gain, double[] right) {
        for (int i = 0; i < row.column.length; i++) {
            right[row.column[i]] += row.value[i] * residual;
            for (int k = 0; k < row.column.length; k++) {
                gain.add(row.column[i], row.column[k], row.value[i] * row.value[k]);
            }
        }
    }

    private Row row(Observation o, double[] voltage, double[] angle) {
        List<Integer> columns = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        switch (o.meter.quantity()) {
            case VOLTAGE -> put(columns, values, voltageAt(o.bus), 1 / o.deviation);
            case ANGLE -> put(columns, values, angleAt(o.bus), 1 / o.deviation);
            default -> o.equation.derivatives(voltage, angle, (k, pByAngle, pByVoltage, qByAngle, qByVoltage) -> {
                boolean active = o.meter.quantity().active();
                put(columns, values, angleAt(k), (active ? pByAngle : qByAngle) / o.deviation);
                put(columns, values, voltageAt(k), (active ? pByVoltage : qByVoltage) / o.deviation);
            });
        }
        return new Row(columns.stream().mapToInt(Integer::intValue).toArray(), values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void put(List<Integer> columns, List<Double> values, int column, double value) {
        if (column >= 0) {
            columns.add(column);
            values.add(value);
        }
    }

    /** Diagonal of the hat matrix: how much of its own reading a meter explains. */
    private double leverage(Row row, SparseLu gain) {
        double[] right = new double[2 * n - 1];
        for (int i = 0; i < row.column.length; i++) {
            right[row.column[i]] = row.value[i];
        }
        double[] solved = gain.solve(right);
        double sum = 0;
        for (int i = 0; i < row.column.length; i++) {
            sum += row.value[i] * solved[row.column[i]];
        }
        return sum;
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
                PowerFlow.branchStates(network, fit.voltage, fit.angle), List.copyOf(rejected), List.copyOf(missing),
                critical.stream().sorted().toList(), objective, redundancy);
    }
}
