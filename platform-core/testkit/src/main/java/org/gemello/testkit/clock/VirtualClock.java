package org.gemello.testkit.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it, and never goes back. In UTC, safe for use by many threads. */
public final class VirtualClock extends Clock {
    /** 2026-01-01T00:00:00Z, where a clock begins that is not told otherwise. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private volatile Instant now;

    public VirtualClock() {
        this(START);
    }

    public VirtualClock(Instant start) {
        now = start;
    }

    /** @throws IllegalArgumentException for a time before the present one */
    public synchronized void moveTo(Instant time) {
        if (time.isBefore(now)) {
            throw new IllegalArgumentException("the clock is at " + now + " and does not go back to " + time);
        }
        now = time;
    }

    /** @throws IllegalArgumentException for a negative duration */
    public synchronized void advance(Duration duration) {
        moveTo(now.plus(duration));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Not supported: twins know instants and no zones. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a virtual clock is in UTC");
    }
}
