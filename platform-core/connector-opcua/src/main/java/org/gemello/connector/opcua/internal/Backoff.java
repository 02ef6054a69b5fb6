package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits between attempts: 1, 2, 4 ... 30 s, each shortened by up to a quarter so that many clients do not come back at once. */
final class Backoff {
    private static final long FIRST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 30_000;
    private static final double JITTER = 0.25;
    private long next = FIRST_MILLIS;

    Duration next() {
        long full = next;
        next = Math.min(LONGEST_MILLIS, next * 2);
        return Duration.ofMillis(Math.round(full * (1 - JITTER * ThreadLocalRandom.current().nextDouble())));
    }

    void reset() {
        next = FIRST_MILLIS;
    }
}
