package org.gemello.energy.optimise;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.signal.StatePart;

/** The wind of the last half hour or so: seconds per bin of 0.5 m/s (IEC 61400-12-1), forgotten exponentially. For one thread. */
public final class WindHistogram implements StatePart {
    public static final int BINS = 60;
    private static final double WIDTH = 0.5;
    private static final double MEMORY = 1800;
    private static final double ENOUGH = 60;
    private final double[] seconds = new double[BINS];

    /** A second of this wind in m/s. */
    public void add(double wind) {
        for (int i = 0; i < BINS; i++) {
            seconds[i] *= 1 - 1 / MEMORY;
        }
        if (wind >= 0) {
            seconds[Math.min((int) (wind / WIDTH), BINS - 1)]++;
        }
    }

    /** True once there is a minute or more. */
    public boolean isKnown() {
        return sum() >= ENOUGH;
    }

    /** Share of the time in a bin. */
    public double share(int bin) {
        double sum = sum();
        return sum > 0 ? seconds[bin] / sum : 0;
    }

    /** Middle of a bin in m/s. */
    public static double wind(int bin) {
        return (bin + 0.5) * WIDTH;
    }

    /** Mean in m/s. */
    public double mean() {
        double mean = 0;
        for (int i = 0; i < BINS; i++) {
            mean += share(i) * wind(i);
        }
        return mean;
    }

    private double sum() {
        double sum = 0;
        for (double each : seconds) {
            sum += each;
        }
        return sum;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (double each : seconds) {
            out.writeDouble(each);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (int i = 0; i < BINS; i++) {
            seconds[i] = in.readDouble();
        }
    }
}
