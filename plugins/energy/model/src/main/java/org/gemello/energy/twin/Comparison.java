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
    final LowPass measured = new LowPass();
    final LowPass expected = new LowPass();
    final LowPass squared = new LowPass();

    /** A moment with both values; {@code constant} is the time constant of the means in s. */
    Compared update(long now, double measuredNow, double expectedNow, double constant) {
        if (Double.isNaN(measuredNow)) {
            return new Compared(expectedNow, Double.NaN, Double.NaN);
        }
        measured.set(measuredNow, now, constant);
        return update(now, measuredNow, measured.mean(), expectedNow, constant);
    }

    /** The same where the mean of the measured values is known from elsewhere. */
    Compared update(long now, double measuredNow, double measuredMean, double expectedNow, double constant) {
        expected.set(expectedNow, now, constant);
        double residual = measuredMean - expected.mean();
        double deviation = measuredNow - expectedNow - residual;
        squared.set(deviation * deviation, now, constant);
        double share = Math.min(CORRELATION / (2 * constant), 1);
        return new Compared(expectedNow, residual, NORMAL_95 * Math.sqrt(squared.mean() * share));
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
