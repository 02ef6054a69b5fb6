package org.gemello.connector.mqtt.internal;

import java.time.Duration;

/** Lets one message through in a period, so that a fault at line speed does not fill the disk with log lines. For one thread. */
final class RateLimit {
    private final long period;
    private long next = System.nanoTime();
    private long suppressed;

    RateLimit(Duration period) {
        this.period = period.toNanos();
    }

    /** True where this one may be logged. */
    boolean permits() {
        long now = System.nanoTime();
        if (now - next < 0) {
            suppressed++;
            return false;
        }
        next = now + period;
        return true;
    }

    /** How many were kept back since the last call. */
    long suppressed() {
        long count = suppressed;
        suppressed = 0;
        return count;
    }
}
