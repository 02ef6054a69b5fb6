package org.gemello.energy.performance;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gemello.energy.signal.StatePart;

/**
 * Measured power curve by the method of bins of IEC 61400-12-1:2017, 9.2: bins of 0.5 m/s centred on multiples of 0.5 m/s, over the wind
 * that is normalised to the reference density (9.1.5, equation 13: turbines with active control of power). Mutable.
 */
public final class PowerCurve implements StatePart {
    /** Width of a bin in m/s. */
    public static final double WIDTH = 0.5;
    /** Half an hour. */
    public static final int LEAST_VALUES = 3;
    /** 180 hours. */
    public static final int LEAST_TOTAL = 180 * 6;
    private static final int BINS = 71;
    private final int[] counts = new int[BINS];
    private final double[] winds = new double[BINS];
    private final double[] powers = new double[BINS];
    private final double[] squares = new double[BINS];

    /** Wind in m/s that carries the same power at the reference density: v (rho / rho0)^(1/3). Densities in kg/m3. */
    public static double normalised(double wind, double density, double reference) {
        return wind * Math.cbrt(density / reference);
    }

    /** Takes ten minutes: normalised wind in m/s from 0 to 35, power in kW. */
    public void add(double wind, double power) {
        int bin = (int) Math.floor(wind / WIDTH + 0.5);
        if (!(wind >= 0) || bin >= BINS || Double.isNaN(power)) {
            return;
        }
        counts[bin]++;
        winds[bin] += (wind - winds[bin]) / counts[bin];
        double difference = power - powers[bin];
        powers[bin] += difference / counts[bin];
        squares[bin] += difference * (power - powers[bin]);
    }

    /** Bins that hold something, from low to high wind. */
    public List<CurveBin> bins() {
        List<CurveBin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            if (counts[i] > 0) {
                double deviation = counts[i] > 1 ? Math.sqrt(squares[i] / (counts[i] - 1)) : Double.NaN;
                bins.add(new CurveBin(i * WIDTH, winds[i], powers[i], deviation, counts[i]));
            }
        }
        return bins;
    }

    /** Ten-minute values in all bins. */
    public int total() {
        int total = 0;
        for (int count : counts) {
            total += count;
        }
        return total;
    }

    public void clear() {
        for (int i = 0; i < BINS; i++) {
            counts[i] = 0;
            winds[i] = 0;
            powers[i] = 0;
            squares[i] = 0;
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (int i = 0; i < BINS; i++) {
            out.writeInt(counts[i]);
            out.writeDouble(winds[i]);
            out.writeDouble(powers[i]);
            out.writeDouble(squares[i]);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (int i = 0; i < BINS; i++) {
            counts[i] = in.readInt();
            winds[i] = in.readDouble();
            powers[i] = in.readDouble();
            squares[i] = in.readDouble();
        }
    }
}
