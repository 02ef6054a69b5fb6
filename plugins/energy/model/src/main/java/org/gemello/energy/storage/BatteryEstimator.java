package org.gemello.energy.storage;

import org.gemello.energy.filter.UnscentedFilter;

/**
 * State of charge and health of a live battery from current and terminal voltage, by an unscented Kalman filter over charge, the two
 * RC voltages, capacity share and series resistance. A reading that is no number or far out is passed over and counted; after many in
 * a row the filter starts anew from the voltage, keeping health. What it learns is in the memory.
 */
public final class BatteryEstimator {
    private static final double GATE = 8;
    private static final int MOST_REFUSED = 60;
    private static final double LONGEST_STEP = 3600;
    /** Random walk per second, as standard deviation: charge, fast and slow voltage in V, capacity share, resistance share. */
    private static final double[] WALK = {2e-6, 2e-5, 2e-5, 3e-6, 2e-5};

    private final Battery battery;
    private final double voltageVariance;

    /** @param voltageDeviation standard deviation of the voltage reading and the model together, in V, above 0 */
    public BatteryEstimator(Battery battery, double voltageDeviation) {
        if (!(voltageDeviation > 0)) {
            throw new IllegalArgumentException("voltage deviation " + voltageDeviation + " V is not above 0");
        }
        this.battery = battery;
        voltageVariance = voltageDeviation * voltageDeviation;
    }

    /**
     * Takes one reading.
     *
     * @param seconds since the last one; below 0 or above an hour the reading is passed over
     * @param current in A, positive on discharge, held over this time
     * @param voltage at the end of it, in V
     */
    public BatteryMemory.Estimate update(BatteryMemory memory, double seconds, double current, double voltage) {
        if (!(seconds >= 0 && seconds <= LONGEST_STEP) || !Double.isFinite(current) || !Double.isFinite(voltage)) {
            memory.refused++;
            return memory.estimate();
        }
        double[] noise = new double[WALK.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = WALK[i] * WALK[i] * seconds;
        }
        memory.filter.predict(x -> {
            Battery.State next = battery.after(new Battery.State(x[0], x[1], x[2]), current, seconds, Math.max(0.2, x[3]));
            return new double[] {next.charge(), next.fast(), next.slow(), x[3], x[4]};
        }, noise);
        UnscentedFilter.Fit fit = memory.filter.correct(voltage, voltageVariance,
                x -> battery.voltage(new Battery.State(x[0], x[1], x[2]), current, battery.series() * x[4]), GATE);
        if (fit.distance() > GATE * GATE) {
            memory.refused++;
            if (++memory.refusedInARow >= MOST_REFUSED) {
                memory.forgetCharge();
            }
        } else {
            memory.refusedInARow = 0;
        }
        return memory.estimate();
    }
}
