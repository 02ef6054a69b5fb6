package org.gemello.connector.mqtt.internal;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waiting times between attempts: doubled each time up to a limit, with up to a quarter taken off so that clients do not come in step. */
final class Backoff {
    private final Duration first;
    private final Duration longest;
    private long millis;

    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        reset();
    }

    void reset() {
        millis = first.toMillis();
    }

    Duration longest() {
        return longest;
    }

    /** Milliseconds to wait before the next attempt. */
    long next() {
        long wait = millis;
        millis = Math.min(millis * 2, longest.toMillis());
        return wait - ThreadLocalRandom.current().nextLong(wait / 4 + 1);
    }
}
