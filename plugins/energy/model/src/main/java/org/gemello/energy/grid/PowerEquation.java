package org.gemello.energy.grid;

/**
 * Power that leaves a bus through admittances: one row of the bus admittance matrix, or one end of a branch.
 * S = V_i conj(sum Y_ik V_k) in polar form; derivatives after J. Grainger and W. Stevenson, Power System Analysis, 9.4.
 * Powers, voltages and admittances in p.u., angles in rad.
 */
final class PowerEquation {
    private final int bus;
    private final int[] columns;
    private final double[] g;
    private final double[] b;

    /** Receives the derivatives by angle and voltage of one bus. */
    @FunctionalInterface
    interface Derivatives {
        void accept(int bus, double activeByAngle, double activeByVoltage, double reactiveByAngle, double reactiveByVoltage);
    }

    PowerEquation(int bus, int[] columns, double[] g, double[] b) {
        this.bus = bus;
        this.columns = columns;
        this.g = g;
        this.b = b;
    }

    double active(double[] voltage, double[] angle) {
        double sum = 0;
        for (int k = 0; k < columns.length; k++) {
            double difference = angle[bus] - angle[columns[k]];
            sum += voltage[columns[k]] * (g[k] * Math.cos(difference) + b[k] * Math.sin(difference));
        }
        return voltage[bus] * sum;
    }

    double reactive(double[] voltage, double[] angle) {
        double sum = 0;
        for (int k = 0; k < columns.length; k++) {
            double difference = angle[bus] - angle[columns[k]];
            sum += voltage[columns[k]] * (g[k] * Math.sin(difference) - b[k] * Math.cos(difference));
        }
        return voltage[bus] * sum;
    }

    void derivatives(double[] voltage, double[] angle, Derivatives sink) {
        double v = voltage[bus];
        for (int k = 0; k < columns.length; k++) {
            int other = columns[k];
            if (other == bus) {
                double p = active(voltage, angle);
                double q = reactive(voltage, angle);
                sink.accept(bus, -q - b[k] * v * v, p / v + g[k] * v, p - g[k] * v * v, q / v - b[k] * v);
            } else {
                double difference = angle[bus] - angle[other];
                double even = g[k] * Math.cos(difference) + b[k] * Math.sin(difference);
                double odd = g[k] * Math.sin(difference) - b[k] * Math.cos(difference);
                sink.accept(other, v * voltage[other] * odd, v * even, -v * voltage[other] * even, v * odd);
            }
        }
    }

    /** Largest admittance of the row: the scale of its rounding error. */
    double scale() {
        double largest = 1;
        for (int k = 0; k < columns.length; k++) {
            largest = Math.max(largest, Math.hypot(g[k], b[k]));
        }
        return largest;
    }
}
