package org.gemello.energy.storage;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.filter.UnscentedFilter;

/**
 * State of charge and health of a live battery from current and terminal voltage, by an unscented Kalman filter over charge, the two
 * RC voltages, capacity share and series resistance. A reading that is no number or far out is passed over and counted; after many in
 * a row the filter starts anew from the voltage, keeping health. Not thread-safe.
 */
public final class BatteryEstimator {
    private static final double GATE = 8;
    private static final int MOST_REFUSED = 60;
    private static final double LONGEST_STEP = 3600;
    private static final double[] START_DEVIATION = {0.3, 0.01, 0.01, 0.1, 0.3};
    /** Random walk per second, as standard deviation: charge, fast and slow voltage in V, capacity share, resistance share. */
    private static final double[] WALK = {2e-6, 2e-5, 2e-5, 3e-6, 2e-5};
    private static final int HEALTH = 3;
    private static final int RESISTANCE = 4;

    private final Battery battery;
    private final double voltageVariance;
    private UnscentedFilter filter;
    private int refused;
    private int refusedInARow;

    /**
     * @param charge           first guess, 0..1
     * @param voltageDeviation standard deviation of the voltage reading and the model together, in V, above 0
     */
    public BatteryEstimator(Battery battery, double charge, double voltageDeviation) {
        if (!(charge >= 0 && charge <= 1 && voltageDeviation > 0)) {
            throw new IllegalArgumentException("first charge " + charge + " in 0..1, voltage deviation " + voltageDeviation + " V above 0");
        }
        this.battery = battery;
        voltageVariance = voltageDeviation * voltageDeviation;
        filter = filter(charge, 1, 1);
    }

    private static UnscentedFilter filter(double charge, double health, double resistance) {
        return new UnscentedFilter(new double[] {charge, 0, 0, health, resistance}, START_DEVIATION, 0);
    }

    /**
     * @param charge          state of charge, 0..1
     * @param chargeDeviation its standard deviation
     * @param health          present capacity over new capacity
     * @param healthDeviation its standard deviation
     * @param resistance      series resistance over that of the new battery
     * @param refused         readings passed over so far
     */
    public record Estimate(double charge, double chargeDeviation, double health, double healthDeviation, double resistance, int refused) {
    }

    /**
     * Takes one reading.
     *
     * @param seconds since the last one; below 0 or above an hour the reading is passed over
     * @param current in A, positive on discharge, held over this time
     * @param voltage at the end of it, in V
     */
    public Estimate update(double seconds, double current, double voltage) {
        if (!(seconds >= 0 && seconds <= LONGEST_STEP) || !Double.isFinite(current) || !Double.isFinite(voltage)) {
            refused++;
            return estimate();
        }
        double[] noise = new double[WALK.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = WALK[i] * WALK[i] * seconds;
        }
        filter.predict(x -> {
            Battery.State next = battery.after(new Battery.State(x[0], x[1], x[2]), current, seconds, Math.max(0.2, x[3]));
            return new double[] {next.charge(), next.fast(), next.slow(), x[3], x[4]};
        }, noise);
        UnscentedFilter.Fit fit = filter.correct(voltage, voltageVariance,
                x -> battery.voltage(new Battery.State(x[0], x[1], x[2]), current, battery.series() * x[4]), GATE);
        if (fit.distance() > GATE * GATE) {
            refused++;
            if (++refusedInARow >= MOST_REFUSED) {
                filter = filter(0.5, filter.mean(HEALTH), filter.mean(RESISTANCE));
                refusedInARow = 0;
            }
        } else {
            refusedInARow = 0;
        }
        return estimate();
    }

    /** The present estimate. */
    public Estimate estimate() {
        double charge = Math.max(0, Math.min(1, filter.mean(0)));
        return new Estimate(charge, filter.deviation(0), filter.mean(HEALTH), filter.deviation(HEALTH), filter.mean(RESISTANCE), refused);
    }

    /** Writes what it has learned, but not the battery. */
    public void write(DataOutput out) throws IOException {
        filter.write(out);
        out.writeInt(refused);
        out.writeInt(refusedInARow);
    }

    /** Goes on from what {@link #write} wrote. */
    public void read(DataInput in) throws IOException {
        filter.read(in);
        refused = in.readInt();
        refusedInARow = in.readInt();
    }
}
