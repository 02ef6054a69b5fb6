package org.gemello.testkit.net;

import java.time.Duration;

/**
 * What a {@link FaultProxy} does to the bytes of one direction.
 *
 * @param delay          each byte arrives so much later; order and throughput stay
 * @param bytesPerSecond at most so many pass; {@link Long#MAX_VALUE} for no limit
 * @param truncateAfter  so many more bytes pass on each connection, then it is reset in the middle of whatever was being said;
 *                       {@link Long#MAX_VALUE} for never
 * @param swallow        bytes are taken and never arrive, as when the peer has vanished without a word (half-open connection)
 */
public record Fault(Duration delay, long bytesPerSecond, long truncateAfter, boolean swallow) {
    public static final Fault NONE = new Fault(Duration.ZERO, Long.MAX_VALUE, Long.MAX_VALUE, false);
    public static final Fault SWALLOW = new Fault(Duration.ZERO, Long.MAX_VALUE, Long.MAX_VALUE, true);

    /** @throws IllegalArgumentException for a negative number, or no bandwidth at all (use {@link #SWALLOW} for that) */
    public Fault {
        if (delay.isNegative() || bytesPerSecond < 1 || truncateAfter < 0) {
            throw new IllegalArgumentException("delay and bytes cannot be negative, and at least 1 byte a second passes");
        }
    }

    public static Fault delay(Duration delay) {
        return new Fault(delay, Long.MAX_VALUE, Long.MAX_VALUE, false);
    }

    public static Fault bandwidth(long bytesPerSecond) {
        return new Fault(Duration.ZERO, bytesPerSecond, Long.MAX_VALUE, false);
    }

    public static Fault truncate(long afterBytes) {
        return new Fault(Duration.ZERO, Long.MAX_VALUE, afterBytes, false);
    }
}
