package org.gemello.history;

import java.time.Instant;
import org.gemello.api.Times;

/** Instants as {@link Times} has them, where any instant may come. */
public final class Nanos {
    private static final long LAST_SECOND = Long.MAX_VALUE / 1_000_000_000L;

    private Nanos() {
    }

    /** Nanoseconds since the epoch; an instant out of range becomes the end of the range. */
    public static long of(Instant instant) {
        long seconds = instant.getEpochSecond();
        if (Math.abs(seconds) < LAST_SECOND) {
            return Times.nanos(instant);
        }
        return seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
