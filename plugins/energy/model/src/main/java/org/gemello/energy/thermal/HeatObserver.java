package org.gemello.energy.thermal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.signal.StatePart;

/**
 * Heat that a body gets, or does not get rid of, beyond what a sound one would: a disturbance observer (D. Luenberger, IEEE Trans.
 * Automatic Control 16, 1971). Measured and expected temperature follow the same linear balance, so that their difference r follows
 * C r' = q - G r + what neighbours give; q is told from r by two poles at the same place. Not thread-safe.
 */
final class HeatObserver implements StatePart {
    private double residual;
    private double heat;

    /**
     * @param measured    difference of temperatures in K
     * @param conductance of the body in W/K
     * @param given       by neighbours that are warmer than expected, in W
     * @param constant    time in s after which most of a change is seen
     */
    void advance(double measured, double capacity, double conductance, double given, double constant, double seconds) {
        double step = Math.min(seconds, constant / 4);
        double error = measured - residual;
        double innovation = 2 / constant - conductance / capacity;
        residual += step * ((heat - conductance * residual + given) / capacity + innovation * error);
        heat += step * capacity / constant / constant * error;
    }

    /** In W. */
    double heat() {
        return heat;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeDouble(residual);
        out.writeDouble(heat);
    }

    @Override
    public void read(DataInput in) throws IOException {
        residual = in.readDouble();
        heat = in.readDouble();
    }
}
