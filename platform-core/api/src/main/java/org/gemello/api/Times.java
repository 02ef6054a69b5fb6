package org.gemello.api;

import java.time.Instant;

/** Instants as {@code long} nanoseconds since 1970-01-01T00:00:00Z, as batches carry them; good from 1678 to 2262. */
public final class Times {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private Times() {
    }

    /** @throws ArithmeticException outside 1678 to 2262 */
    public static long nanos(Instant instant) {
        long second = instant.getEpochSecond();
        // before 1970 one second is borrowed, else the earliest times would overflow on the way to a result that fits
        return second < 0
                ? Math.addExact(Math.multiplyExact(second + 1, NANOS_PER_SECOND), instant.getNano() - NANOS_PER_SECOND)
                : Math.addExact(Math.multiplyExact(second, NANOS_PER_SECOND), instant.getNano());
    }

    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    /** The platform's clock, as nanoseconds since the epoch. */
    public static long now() {
        return nanos(Instant.now());
    }
}
