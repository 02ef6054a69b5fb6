package org.gemello.energy.performance;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Mean, standard deviation and extremes of a value that holds until the next one, weighted by how long it held: sources that send
 * only changes give the same as those that send at a fixed rate. After D. West, Communications of the ACM 22 (1979) 532. Mutable.
 */
public final class Statistics {
    private double weight;
    private double mean;
    private double squares;
    private double low = Double.NaN;
    private double high = Double.NaN;

    /** @param held time in s for which the value held, above 0 */
    void add(double value, double held) {
        weight += held;
        double difference = value - mean;
        mean += held / weight * difference;
        squares += held * difference * (value - mean);
        low = Double.isNaN(low) ? value : Math.min(low, value);
        high = Double.isNaN(high) ? value : Math.max(high, value);
    }

    void clear() {
        weight = 0;
        mean = 0;
        squares = 0;
        low = Double.NaN;
        high = Double.NaN;
    }

    /** Time in s that is covered. */
    public double covered() {
        return weight;
    }

    /** NaN where there was nothing. */
    public double mean() {
        return weight > 0 ? mean : Double.NaN;
    }

    /** Standard deviation; NaN where there was nothing. */
    public double deviation() {
        return weight > 0 ? Math.sqrt(squares / weight) : Double.NaN;
    }

    public double low() {
        return low;
    }

    public double high() {
        return high;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(weight);
        out.writeDouble(mean);
        out.writeDouble(squares);
        out.writeDouble(low);
        out.writeDouble(high);
    }

    void read(DataInput in) throws IOException {
        weight = in.readDouble();
        mean = in.readDouble();
        squares = in.readDouble();
        low = in.readDouble();
        high = in.readDouble();
    }
}
