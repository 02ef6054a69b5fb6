package org.gemello.energy.grid;

import java.util.ArrayList;
import java.util.List;

/** A row of the measurement Jacobian of a state estimate, divided by the deviation of its meter: places of unknowns, and derivatives. */
record JacobianRow(int[] column, double[] value) {

    static JacobianRow of(Observation observation, Network network, double[] voltage, double[] angle) {
        List<Integer> columns = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        double deviation = observation.deviation();
        switch (observation.meter().quantity()) {
            case VOLTAGE -> put(columns, values, network.voltageAt(observation.bus()), 1 / deviation);
            case ANGLE -> put(columns, values, network.angleAt(observation.bus()), 1 / deviation);
            default -> observation.equation().derivatives(voltage, angle, (k, pByAngle, pByVoltage, qByAngle, qByVoltage) -> {
                boolean active = observation.meter().quantity().active();
                put(columns, values, network.angleAt(k), (active ? pByAngle : qByAngle) / deviation);
                put(columns, values, network.voltageAt(k), (active ? pByVoltage : qByVoltage) / deviation);
            });
        }
        return new JacobianRow(columns.stream().mapToInt(Integer::intValue).toArray(),
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void put(List<Integer> columns, List<Double> values, int column, double value) {
        if (column >= 0) {
            columns.add(column);
            values.add(value);
        }
    }

    /** Adds what this meter contributes to the normal equations. */
    void addTo(SparseMatrix gain, double[] right, double residual) {
        for (int i = 0; i < column.length; i++) {
            right[column[i]] += value[i] * residual;
            for (int k = 0; k < column.length; k++) {
                gain.add(column[i], column[k], value[i] * value[k]);
            }
        }
    }

    /** Diagonal of the hat matrix: how much of its own reading a meter explains. */
    double leverage(SparseLu gain) {
        double[] right = new double[gain.size()];
        for (int i = 0; i < column.length; i++) {
            right[column[i]] = value[i];
        }
        double[] solved = gain.solve(right);
        double sum = 0;
        for (int i = 0; i < column.length; i++) {
            sum += value[i] * solved[column[i]];
        }
        return sum;
    }
}
