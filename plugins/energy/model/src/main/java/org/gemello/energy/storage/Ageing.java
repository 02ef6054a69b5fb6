package org.gemello.energy.storage;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.numeric.RootSearch;
import org.gemello.energy.signal.StatePart;

/**
 * Capacity lost by time and by cycles: J. Schmalstieg et al., A holistic aging model for Li(NiMnCo)O2 based 18650 high-power lithium-ion
 * batteries, J. Power Sources 257 (2014), equations 20 to 23: share lost = alpha(V, T) days^0.75 + beta(V, depth) sqrt(Ah) for a cell of
 * 2.05 Ah. Both laws are carried on under changing conditions by adding up alpha^(4/3) days and beta^2 Ah. Not thread-safe.
 */
public final class Ageing implements StatePart {
    private static final double CELL_AH = 2.05;
    private double days;
    private double calendar;
    private double cycling;

    /** Time at rest or work: days, mean open-circuit voltage of a cell in V, temperature of the cells in degrees Celsius. */
    public void time(double more, double cellVoltage, double celsius) {
        double alpha = Math.max(0, 7.543 * cellVoltage - 23.75) * 1e6 * Math.exp(-6976 / (celsius + 273.15));
        calendar += Math.pow(alpha, 4.0 / 3) * more;
        days += more;
    }

    /** A cycle, or half of one: depth as a share of the capacity, count of 1 or one half, mean open-circuit voltage of a cell in V. */
    public void cycle(double depth, double count, double cellVoltage) {
        double offset = cellVoltage - 3.667;
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

    /** Days that were counted. */
    public double days() {
        return days;
    }

    /**
     * Days until the capacity share has fallen to {@code end}, if it goes on as so far; NaN in the first day.
     *
     * @param health present capacity over new capacity, by this law or as measured
     */
    public double daysUntil(double end, double health) {
        if (days < 1) {
            return Double.NaN;
        }
        if (health <= end) {
            return 0;
        }
        // losses grow by the law of their own time; the measured state says how far along that course the battery is
        return (timesUntil(1 - end) - timesUntil(1 - health)) * days;
    }

    /** How many times the time and use that were counted lose this share. */
    private double timesUntil(double share) {
        if (share <= 0) {
            return 0;
        }
        double most = 1;
        while (lostAfter(most) < share && most < 1e6) {
            most *= 2;
        }
        return lostAfter(most) < share ? most : RootSearch.of(times -> lostAfter(times) - share, 0, most, 1e-9);
    }

    /** Share lost after so many times the time and use that were counted. */
    private double lostAfter(double times) {
        return byTime() * Math.pow(times, 0.75) + byCycles() * Math.sqrt(times);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeDouble(days);
        out.writeDouble(calendar);
        out.writeDouble(cycling);
    }

    @Override
    public void read(DataInput in) throws IOException {
        days = in.readDouble();
        calendar = in.readDouble();
        cycling = in.readDouble();
    }
}
