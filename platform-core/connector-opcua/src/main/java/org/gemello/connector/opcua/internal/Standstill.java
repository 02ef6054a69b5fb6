package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Notices that the whole process stood still: suspended, in a long collection, or on a machine that was. Something that is done at a fixed
 * rate then comes much too late. For one thread.
 */
final class Standstill {
    /** A busy machine is late too; that is no standstill. */
    private static final long TOLERANCE = Duration.ofSeconds(1).toNanos();
    private final long period;
    private final LongSupplier clock;
    private long last;

    /**
     * @param period time between two calls of {@link #sinceLastCall} in a process that runs
     * @param clock  nanoseconds of a clock that is never set, such as {@link System#nanoTime}
     */
    Standstill(Duration period, LongSupplier clock) {
        this.period = period.toNanos();
        this.clock = clock;
        this.last = clock.getAsLong();
    }

    /** Nanoseconds for which the process stood still since the last call, 0 for none. */
    long sinceLastCall() {
        long now = clock.getAsLong();
        long late = now - last - period;
        last = now;
        return late > TOLERANCE ? late : 0;
    }
}
