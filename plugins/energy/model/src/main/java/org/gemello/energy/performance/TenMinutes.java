package org.gemello.energy.performance;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import org.gemello.api.Quality;
import org.gemello.energy.signal.StatePart;

/**
 * Statistics over ten minutes of source time, from samples at 1 to 10 Hz or at every change. The intervals begin at full ten minutes of
 * UTC. A value counts from its own time until the next one, but no longer than ten seconds: after that it is missing. Mutable.
 */
public final class TenMinutes implements StatePart {
    /** Length of an interval in ns. */
    public static final long LENGTH = 600_000_000_000L;
    private static final long HOLD = 10_000_000_000L;
    private static final Channel[] CHANNELS = Channel.values();
    private final Statistics[] statistics = new Statistics[CHANNELS.length];
    private final double[] held = new double[CHANNELS.length];
    private final long[] since = new long[CHANNELS.length];
    private final Heading heading = new Heading();
    private final EnumSet<Rejection> marks = EnumSet.noneOf(Rejection.class);
    private final EnumSet<Rejection> waiting = EnumSet.noneOf(Rejection.class);
    private long interval = Long.MIN_VALUE;
    private long waitingFor = Long.MIN_VALUE;

    public TenMinutes() {
        for (int i = 0; i < CHANNELS.length; i++) {
            statistics[i] = new Statistics();
            held[i] = Double.NaN;
            since[i] = Long.MIN_VALUE;
        }
    }

    /**
     * Takes a sample. What comes late, out of an interval that has ended, is left out.
     *
     * @param value in the channel's unit
     * @param time  source time in ns since the epoch
     * @return the interval that has ended with this sample
     */
    public Optional<TenMinuteValues> observe(Channel channel, double value, Quality quality, long time) {
        Optional<TenMinuteValues> ended = turnTo(time);
        int place = channel.ordinal();
        if (time >= since[place] && time >= begin()) {
            close(place, time);
            held[place] = quality.isGood() ? value : Double.NaN;
            since[place] = time;
        }
        return ended;
    }

    /** Direction of the wind in degrees, at the nacelle; it belongs to the interval of the other samples. */
    public void direction(double degrees) {
        if (Double.isFinite(degrees)) {
            heading.add(degrees);
        }
    }

    /**
     * Something happened at a time (ns since the epoch) by which its interval says nothing of the power curve. Where no sample has begun
     * that interval yet the mark waits for it.
     */
    public void mark(Rejection rejection, long time) {
        long of = Math.floorDiv(time, LENGTH);
        if (of > interval) {
            waiting.add(rejection);
            waitingFor = of;
        } else {
            marks.add(rejection);
        }
    }

    private long begin() {
        return interval * LENGTH;
    }

    private Optional<TenMinuteValues> turnTo(long time) {
        long now = Math.floorDiv(time, LENGTH);
        if (interval == Long.MIN_VALUE) {
            turnInto(now);
        }
        if (now <= interval) {
            return Optional.empty();
        }
        long end = begin() + LENGTH;
        for (int i = 0; i < CHANNELS.length; i++) {
            close(i, end);
        }
        TenMinuteValues values = new TenMinuteValues(begin(), summary(Channel.WIND), summary(Channel.POWER), mean(Channel.TEMPERATURE),
                mean(Channel.PRESSURE), mean(Channel.ROTOR_SPEED), mean(Channel.PITCH), heading.mean(), covered(), EnumSet.copyOf(marks));
        for (Statistics each : statistics) {
            each.clear();
        }
        heading.clear();
        marks.clear();
        turnInto(now);
        return Optional.of(values);
    }

    private void turnInto(long now) {
        if (waitingFor == now) {
            marks.addAll(waiting);
        }
        waiting.clear();
        interval = now;
    }

    /** The held value counts up to now, within the interval. */
    private void close(int place, long now) {
        long from = Math.max(since[place], begin());
        long to = Math.min(Math.min(now, since[place] + HOLD), begin() + LENGTH);
        if (!Double.isNaN(held[place]) && to > from) {
            statistics[place].add(held[place], (to - from) * 1e-9);
        }
    }

    private double mean(Channel channel) {
        return statistics[channel.ordinal()].mean();
    }

    private TenMinuteValues.Summary summary(Channel channel) {
        Statistics of = statistics[channel.ordinal()];
        return new TenMinuteValues.Summary(of.mean(), of.deviation(), of.low(), of.high());
    }

    /** Share of the interval for which both wind and power are there, as far as their sums tell. */
    private double covered() {
        return Math.min(statistics[Channel.WIND.ordinal()].covered(), statistics[Channel.POWER.ordinal()].covered()) / (LENGTH * 1e-9);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (int i = 0; i < CHANNELS.length; i++) {
            statistics[i].write(out);
            out.writeDouble(held[i]);
            out.writeLong(since[i]);
        }
        heading.write(out);
        out.writeInt(bits(marks));
        out.writeInt(bits(waiting));
        out.writeLong(interval);
        out.writeLong(waitingFor);
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (int i = 0; i < CHANNELS.length; i++) {
            statistics[i].read(in);
            held[i] = in.readDouble();
            since[i] = in.readLong();
        }
        heading.read(in);
        take(marks, in.readInt());
        take(waiting, in.readInt());
        interval = in.readLong();
        waitingFor = in.readLong();
    }

    private static int bits(EnumSet<Rejection> rejections) {
        return rejections.stream().mapToInt(each -> 1 << each.ordinal()).sum();
    }

    private static void take(EnumSet<Rejection> rejections, int bits) {
        rejections.clear();
        for (Rejection each : Rejection.values()) {
            if ((bits & 1 << each.ordinal()) != 0) {
                rejections.add(each);
            }
        }
    }
}
