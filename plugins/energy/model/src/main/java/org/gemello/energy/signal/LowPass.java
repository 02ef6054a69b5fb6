package org.gemello.energy.signal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * First-order low-pass over values that come at any time: each value holds until the next one, and the filter is exact for that
 * staircase. What comes late or out of order takes effect from now on. Times in ns since the epoch.
 */
public final class LowPass implements StatePart {
    private double mean = Double.NaN;
    private double held = Double.NaN;
    private long time = Long.MIN_VALUE;

    /** The input is {@code value} from {@code now} on; {@code constant} is the filter's time constant in s. */
    public void set(double value, long now, double constant) {
        if (Double.isNaN(mean)) {
            mean = value;
            time = now;
        }
        advance(now, constant);
        held = value;
    }

    /** Lets time go by. */
    public void advance(long now, double constant) {
        if (now > time && !Double.isNaN(mean)) {
            mean += (1 - Math.exp((time - now) * 1e-9 / constant)) * (held - mean);
            time = now;
        }
    }

    /** NaN before the first value. */
    public double mean() {
        return mean;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeDouble(mean);
        out.writeDouble(held);
        out.writeLong(time);
    }

    @Override
    public void read(DataInput in) throws IOException {
        mean = in.readDouble();
        held = in.readDouble();
        time = in.readLong();
    }
}
