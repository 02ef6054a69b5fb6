package org.gemello.energy.twin;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.signal.LowPass;
import org.gemello.energy.signal.StatePart;

/** Means of one measured quantity and of what a model expects of it, and how much single differences scatter about the mean one. */
final class Comparison implements StatePart {
    /** Residuals of so many seconds hang together: turbulence passes the rotor. */
    private static final double CORRELATION = 10;
    private static final double NORMAL_95 = 1.96;
    /** By which a model that knows the turbine may be off in turbulent wind, as a share of what it says: it is a steady one. */
    static final double STEADY = 0.02;
    final LowPass measured = new LowPass();
    final LowPass expected = new LowPass();
    final LowPass squared = new LowPass();

    /**
     * A moment with both values; {@code share} is by how much the model may be off, {@code constant} the time constant of the means in s.
     */
    Compared update(long now, double measuredNow, double expectedNow, double share, double constant) {
        if (Double.isNaN(measuredNow)) {
            return new Compared(expectedNow, Double.NaN, Double.NaN);
        }
        measured.set(measuredNow, now, constant);
        return update(now, measuredNow, measured.mean(), expectedNow, share, constant);
    }

    /** The same where the mean of the measured values is known from elsewhere. */
    Compared update(long now, double measuredNow, double measuredMean, double expectedNow, double share, double constant) {
        expected.set(expectedNow, now, constant);
        double residual = measuredMean - expected.mean();
        double deviation = measuredNow - expectedNow - residual;
        squared.set(deviation * deviation, now, constant);
        double independent = Math.min(CORRELATION / (2 * constant), 1);
        double interval = Math.hypot(NORMAL_95 * Math.sqrt(squared.mean() * independent), share * expected.mean());
        return new Compared(expectedNow, residual, interval);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        measured.write(out);
        expected.write(out);
        squared.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        measured.read(in);
        expected.read(in);
        squared.read(in);
    }
}
