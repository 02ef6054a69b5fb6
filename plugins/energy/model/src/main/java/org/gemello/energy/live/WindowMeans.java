package org.gemello.energy.live;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.Quality;
import org.gemello.energy.signal.StatePart;

/**
 * Means of several channels over windows of source time. A channel that says nothing in a window keeps its last value; one that has only
 * bad values has no mean. Time that runs backwards within a window does no harm; where it falls back by more, the window begins anew. Times
 * are ns since the epoch.
 */
public final class WindowMeans implements StatePart {
    private static final long NEVER = Long.MIN_VALUE;
    private static final long OLD = 3600_000_000_000L;
    private final int channels;
    private final double[] sum;
    private final int[] count;
    private final int[] worst;
    private final double[] last;
    private final int[] lastQuality;
    private final long[] lastTime;
    private final double[] mean;
    private final int[] quality;
    private long begin = NEVER;
    private long end = NEVER;

    public WindowMeans(int channels) {
        this.channels = channels;
        sum = new double[channels];
        count = new int[channels];
        worst = new int[channels];
        last = new double[channels];
        lastQuality = new int[channels];
        lastTime = new long[channels];
        mean = new double[channels];
        quality = new int[channels];
        for (int k = 0; k < channels; k++) {
            last[k] = Double.NaN;
            lastQuality[k] = Quality.BAD_WAITING_FOR_INITIAL_DATA.code();
            lastTime[k] = NEVER;
        }
    }

    /**
     * Takes a sample.
     *
     * @param length of a window in ns
     * @return true where the sample begins a new window, and the means of the one before are ready
     */
    public boolean add(int channel, double value, Quality given, long time, long length) {
        boolean closes = begin != NEVER && time >= begin + length;
        if (closes) {
            close(begin + length);
        }
        if (begin == NEVER || closes || time < begin - length) {
            // windows lie on a grid of their own length, so that a late start makes no other ones
            begin = Math.floorDiv(time, length) * length;
            clear();
        }
        Quality seen = Double.isNaN(value) && !given.isBad() ? Quality.BAD_SENSOR_FAILURE : given;
        last[channel] = Double.isNaN(value) ? last[channel] : value;
        lastQuality[channel] = seen.code();
        lastTime[channel] = time;
        if (!seen.isBad()) {
            sum[channel] += value;
            count[channel]++;
            worst[channel] = new Quality(worst[channel]).worst(seen).code();
        }
        return closes;
    }

    private void close(long at) {
        end = at;
        for (int k = 0; k < channels; k++) {
            boolean silent = count[k] == 0 && lastTime[k] < begin;
            Quality held = new Quality(lastQuality[k]);
            mean[k] = count[k] > 0 ? sum[k] / count[k] : silent && !held.isBad() ? last[k] : Double.NaN;
            quality[k] = count[k] > 0 ? worst[k]
                    : silent && held.isGood() && lastTime[k] < at - OLD ? Quality.UNCERTAIN_LAST_USABLE_VALUE.code() : lastQuality[k];
        }
    }

    private void clear() {
        for (int k = 0; k < channels; k++) {
            sum[k] = 0;
            count[k] = 0;
            worst[k] = Quality.GOOD.code();
        }
    }

    /** Of the last whole window; NaN where the channel had nothing usable. */
    public double mean(int channel) {
        return mean[channel];
    }

    public Quality quality(int channel) {
        return new Quality(quality[channel]);
    }

    /** The newest value of a channel, whatever the window; NaN before the first. */
    public double latest(int channel) {
        return last[channel];
    }

    /** The worst of some channels. */
    public Quality worst(int... some) {
        Quality all = Quality.GOOD;
        for (int channel : some) {
            all = all.worst(quality(channel));
        }
        return all;
    }

    /** Channels without a good mean. */
    public List<Integer> notGood(int... some) {
        List<Integer> found = new ArrayList<>();
        for (int channel : some) {
            if (!quality(channel).isGood()) {
                found.add(channel);
            }
        }
        return found;
    }

    /** End of the last whole window. */
    public long time() {
        return end;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(begin);
        out.writeLong(end);
        for (int k = 0; k < channels; k++) {
            out.writeDouble(sum[k]);
            out.writeInt(count[k]);
            out.writeInt(worst[k]);
            out.writeDouble(last[k]);
            out.writeInt(lastQuality[k]);
            out.writeLong(lastTime[k]);
            out.writeDouble(mean[k]);
            out.writeInt(quality[k]);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        begin = in.readLong();
        end = in.readLong();
        for (int k = 0; k < channels; k++) {
            sum[k] = in.readDouble();
            count[k] = in.readInt();
            worst[k] = in.readInt();
            last[k] = in.readDouble();
            lastQuality[k] = in.readInt();
            lastTime[k] = in.readLong();
            mean[k] = in.readDouble();
            quality[k] = in.readInt();
        }
    }
}
