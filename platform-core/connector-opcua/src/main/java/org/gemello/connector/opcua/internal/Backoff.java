package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits between attempts: a random part of a bound that doubles with each attempt up to a longest one ("full jitter"), so that many
 * clients of one server do not come back at the same moment. Not for use by many threads.
 */
final class Backoff {
    private final Duration first;
    private final Duration longest;
    private Duration bound;

    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.bound = first;
    }

    /** From a tenth of the bound, so that attempts never come one upon the other, to all of it. */
    Duration next() {
        long full = bound.toMillis();
        Duration doubled = bound.multipliedBy(2);
        bound = doubled.compareTo(longest) < 0 ? doubled : longest;
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(Math.max(1, full / 10), full + 1));
    }

    void reset() {
        bound = first;
    }
}
