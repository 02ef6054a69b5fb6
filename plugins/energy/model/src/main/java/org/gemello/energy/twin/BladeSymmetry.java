package org.gemello.energy.twin;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.rotor.RotorLoads;
import org.gemello.energy.signal.StatePart;
import org.gemello.energy.turbine.TurbineDesign;

/**
 * How far the single blades stand from their mean, from the moments at their roots: all see the same wind over a turn, so that a blade
 * with less moment than the others is pitched further towards feather. Smoothed over some windows; zero without sensors.
 */
final class BladeSymmetry implements StatePart {
    private static final double SHARE = 0.3;
    private static final double STEP = Math.toRadians(1);
    /** Less than this is calibration of the sensors, in rad. */
    private static final double LEAST = Math.toRadians(0.7);
    private final double[] smoothed = new double[DriftSecond.BLADES];

    void update(PowerBalance balance, TurbineDesign design, double density, RotorLoads loads) {
        double mean = 0;
        for (int i = 0; i < smoothed.length; i++) {
            mean += balance.moment(i) / smoothed.length;
        }
        double[] moved = {STEP, STEP, STEP};
        double[] still = new double[DriftSecond.BLADES];
        double[] expected = new double[DriftSecond.BLADES];
        double expectedMean = 0;
        double slope = 0;
        for (int i = 0; i < smoothed.length; i++) {
            expected[i] = balance.expectedMoment(design.rotor(), density, still, i, loads);
            expectedMean += expected[i] / smoothed.length;
            slope += (balance.expectedMoment(design.rotor(), density, moved, i, loads) - expected[i]) / STEP / smoothed.length;
        }
        for (int i = 0; i < smoothed.length; i++) {
            // what corrections make of the moments is expected
            double difference = (balance.moment(i) - mean) - (expected[i] - expectedMean);
            double seen = Double.isNaN(difference) || !(slope < 0) ? 0 : difference / slope;
            smoothed[i] += SHARE * (seen - smoothed[i]);
        }
    }

    /** What each blade stands further towards feather than the mean of all, in rad; all zero where they stand alike. */
    double[] offsets() {
        double most = 0;
        for (double offset : smoothed) {
            most = Math.max(most, Math.abs(offset));
        }
        return most > LEAST ? smoothed.clone() : new double[DriftSecond.BLADES];
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (double offset : smoothed) {
            out.writeDouble(offset);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (int i = 0; i < smoothed.length; i++) {
            smoothed[i] = in.readDouble();
        }
    }
}
