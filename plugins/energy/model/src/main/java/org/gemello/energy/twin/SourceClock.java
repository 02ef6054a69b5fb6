package org.gemello.energy.twin;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.gemello.api.Quality;
import org.gemello.energy.signal.AlarmChange;
import org.gemello.energy.signal.Hysteresis;
import org.gemello.energy.signal.StatePart;

/**
 * A time that never runs backwards, made of the times of the source. A sample that is late is late; where all that comes stays behind what
 * was seen for ten seconds, the clock of the source has been set back: the twin goes on from there, says so, and trusts nothing for a
 * minute. Times in ns since the epoch.
 */
final class SourceClock implements StatePart {
    static final String ALARM = "source-time";
    private static final long NONE = Long.MIN_VALUE;
    private static final long LATE = 10_000_000_000L;
    private static final Hysteresis.Limits LIMITS = new Hysteresis.Limits(0, 0, 0, 60);
    private final Hysteresis setBack = new Hysteresis();
    private long shift;
    private long behindSince = NONE;
    private long back;

    /**
     * The steady time of a sample.
     *
     * @param newest steady time of what has been concluded so far
     */
    long steady(long time, long newest) {
        long steady = time + shift;
        if (newest == NONE || steady >= newest - LATE) {
            behindSince = NONE;
        } else if (behindSince == NONE || steady < behindSince) {
            behindSince = steady;
        } else if (steady - behindSince >= LATE) {
            back = newest - behindSince;
            shift += newest - steady;
            behindSince = NONE;
            return newest;
        }
        return steady;
    }

    /** The time of the source that belongs to a steady one. */
    long source(long steady) {
        return steady - shift;
    }

    /** To be asked at each conclusion. */
    Optional<AlarmChange> alarm(long now) {
        boolean news = back > 0;
        double seconds = back * 1e-9;
        back = 0;
        if (!setBack.update(news ? -1 : 1, now, LIMITS)) {
            return Optional.empty();
        }
        String message = news
                ? String.format(Locale.ROOT, "the time of the source went back by %.0f s; the twin goes on from there", seconds)
                : "the time of the source runs on";
        return Optional.of(new AlarmChange(ALARM, news, message));
    }

    Quality quality() {
        return setBack.isActive() ? Quality.UNCERTAIN : Quality.GOOD;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        setBack.write(out);
        out.writeLong(shift);
        out.writeLong(behindSince);
        out.writeLong(back);
    }

    @Override
    public void read(DataInput in) throws IOException {
        setBack.read(in);
        shift = in.readLong();
        behindSince = in.readLong();
        back = in.readLong();
    }
}
