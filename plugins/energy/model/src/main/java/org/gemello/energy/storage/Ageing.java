package org.gemello.energy.storage;

import org.gemello.energy.fatigue.Rainflow;

/**
 * Capacity lost by time and by cycles: J. Schmalstieg et al., A holistic aging model for Li(NiMnCo)O2 based 18650 high-power lithium-ion
 * batteries, J. Power Sources 257 (2014), equations 20 to 23: share lost = alpha(V, T) days^0.75 + beta(V, depth) sqrt(Ah) for a cell of
 * 2.05 Ah. Both laws are carried on under changing conditions by adding up alpha^(4/3) days and beta^2 Ah. Not thread-safe.
 */
public final class Ageing {
    private static final double CELL_AH = 2.05;
    private final Battery battery;
    private final int cells;
    private double calendar;
    private double cycling;

    /** @param cells in series, by which the pack voltage is divided, 1 and more */
    public Ageing(Battery battery, int cells) {
        if (cells < 1) {
            throw new IllegalArgumentException("cells in series: " + cells);
        }
        this.battery = battery;
        this.cells = cells;
    }

    /** Time at rest or work: days, mean state of charge 0..1, temperature of the cells in degrees Celsius. */
    public void time(double days, double charge, double celsius) {
        double alpha = Math.max(0, 7.543 * battery.openCircuit(charge) / cells - 23.75) * 1e6 * Math.exp(-6976 / (celsius + 273.15));
        calendar += Math.pow(alpha, 4.0 / 3) * days;
    }

    /** Cycles of a history of the state of charge. */
    public void cycles(double[] history) {
        Rainflow rainflow = new Rainflow(0);
        for (double charge : history) {
            rainflow.add(charge, this::cycle);
        }
        rainflow.open(this::cycle);
    }

    private void cycle(double depth, double mean, double count) {
        double offset = battery.openCircuit(mean) / cells - 3.667;
        double beta = 7.348e-3 * offset * offset + 7.600e-4 + 4.081e-3 * depth;
        cycling += beta * beta * 2 * depth * count * CELL_AH;
    }

    /** Share of the capacity lost by time. */
    public double byTime() {
        return Math.pow(calendar, 0.75);
    }

    /** Share of the capacity lost by cycles. */
    public double byCycles() {
        return Math.sqrt(cycling);
    }

    /** Present capacity over new capacity. */
    public double health() {
        return Math.max(0, 1 - byTime() - byCycles());
    }
}
