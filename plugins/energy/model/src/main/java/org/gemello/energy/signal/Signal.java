package org.gemello.energy.signal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.api.Quality;

/** The last value of a measured point: the number stays when the source turns bad, its quality tells. Times in ns since the epoch. */
public final class Signal implements StatePart {
    /** Length of what {@link #write} writes. */
    public static final int BYTES = 3 * Long.BYTES + Integer.BYTES;
    private double value = Double.NaN;
    private Quality quality = Quality.BAD_WAITING_FOR_INITIAL_DATA;
    private long time = Long.MIN_VALUE;
    private long changed = Long.MIN_VALUE;

    /** A NaN without a bad quality is a bad sensor. */
    public void update(double newValue, Quality newQuality, long newTime) {
        if (!Double.isNaN(newValue)) {
            changed = newValue == value ? changed : newTime;
            value = newValue;
        }
        quality = Double.isNaN(newValue) && !newQuality.isBad() ? Quality.BAD_SENSOR_FAILURE : newQuality;
        time = Math.max(time, newTime);
    }

    /** NaN before the first number. */
    public double value() {
        return value;
    }

    public Quality quality() {
        return quality;
    }

    /** Of the newest sample. */
    public long time() {
        return time;
    }

    /** Since when it has had this value. */
    public long changed() {
        return changed;
    }

    /** True once there was a number, however old or bad. */
    public boolean isKnown() {
        return !Double.isNaN(value);
    }

    public boolean isWithin(double low, double high) {
        return value >= low && value <= high;
    }

    public double valueOr(double fallback) {
        return isKnown() ? value : fallback;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeDouble(value);
        out.writeInt(quality.code());
        out.writeLong(time);
        out.writeLong(changed);
    }

    @Override
    public void read(DataInput in) throws IOException {
        value = in.readDouble();
        quality = new Quality(in.readInt());
        time = in.readLong();
        changed = in.readLong();
    }
}
