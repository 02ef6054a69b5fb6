package org.gemello.energy.fatigue;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.signal.StatePart;

/**
 * How the wind of a site is shared out over classes of 2 m/s: the hours seen, added to those of a Rayleigh distribution (IEC 61400-1,
 * 6.3.1.1) that count as {@value #PRIOR_HOURS} hours. Not thread-safe.
 */
public final class WindClimate implements StatePart {
    public static final int CLASSES = 15;
    private static final double WIDTH = 2;
    private static final double PRIOR_HOURS = 720;
    /** Hours after which the wind is another one: the passage of weather. */
    private static final double CORRELATION = 24;
    private final double[] hours = new double[CLASSES];

    /** Class of a wind speed in m/s; the last one takes everything above. */
    public static int place(double wind) {
        return (int) Math.min(Math.max(wind / WIDTH, 0), CLASSES - 1.0);
    }

    void add(double wind, double more) {
        hours[place(wind)] += more;
    }

    /** Share of the time that the wind is in a class, at a site of this mean wind (m/s, over the year, at hub height). */
    public double share(int place, double meanWind) {
        return (hours[place] + PRIOR_HOURS * expected(place, meanWind)) / total();
    }

    /** Independent samples of weather that the shares rest on. */
    double independent() {
        return total() / CORRELATION;
    }

    private double total() {
        double sum = PRIOR_HOURS;
        for (double each : hours) {
            sum += each;
        }
        return sum;
    }

    private static double expected(int place, double meanWind) {
        double beyond = place == CLASSES - 1 ? 0 : exceeding(WIDTH * (place + 1), meanWind);
        return exceeding(WIDTH * place, meanWind) - beyond;
    }

    private static double exceeding(double wind, double meanWind) {
        double ratio = wind / meanWind;
        return Math.exp(-Math.PI / 4 * ratio * ratio);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (double each : hours) {
            out.writeDouble(each);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (int i = 0; i < CLASSES; i++) {
            hours[i] = in.readDouble();
        }
    }
}
