package org.gemello.energy.storage;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.filter.UnscentedFilter;
import org.gemello.energy.signal.StatePart;

/** What the estimator of a battery has learned: charge, the two RC voltages, capacity share and resistance share, with their errors. */
public final class BatteryMemory implements StatePart {
    private static final double[] START_DEVIATION = {0.3, 0.01, 0.01, 0.1, 0.3};
    private static final int HEALTH = 3;
    private static final int RESISTANCE = 4;
    UnscentedFilter filter;
    int refused;
    int refusedInARow;

    /** A new battery with a first guess of its charge, 0..1. */
    public BatteryMemory(double charge) {
        filter = filter(charge, 1, 1);
    }

    private static UnscentedFilter filter(double charge, double health, double resistance) {
        return new UnscentedFilter(new double[] {charge, 0, 0, health, resistance}, START_DEVIATION, 0);
    }

    /** The charge is not known any more; health stays. */
    void forgetCharge() {
        filter = filter(0.5, filter.mean(HEALTH), filter.mean(RESISTANCE));
        refusedInARow = 0;
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

    /** The present estimate. */
    public Estimate estimate() {
        double charge = Math.max(0, Math.min(1, filter.mean(0)));
        return new Estimate(charge, filter.deviation(0), filter.mean(HEALTH), filter.deviation(HEALTH), filter.mean(RESISTANCE), refused);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        filter.write(out);
        out.writeInt(refused);
        out.writeInt(refusedInARow);
    }

    @Override
    public void read(DataInput in) throws IOException {
        filter.read(in);
        refused = in.readInt();
        refusedInARow = in.readInt();
    }
}
