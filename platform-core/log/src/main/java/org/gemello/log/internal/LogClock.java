package org.gemello.log.internal;

import java.util.function.LongSupplier;
import org.gemello.api.Times;

/**
 * The log's view of time. Append times are what the wall clock says; ages are counted by a clock that no correction of the wall
 * clock can move, so that a jump forward does not make everything old.
 */
final class LogClock {
    /** A step of the wall clock that is called a jump. */
    static final long JUMP = 10_000_000_000L;
    private final LongSupplier wall;
    private final LongSupplier steady;
    private final long wallAtStart;
    private final long steadyAtStart;
    private long lastDrift;

    LogClock() {
        this(Times::now, System::nanoTime);
    }

    /**
     * @param wall   nanoseconds since the epoch
     * @param steady nanoseconds since any moment, which never jump
     */
    LogClock(LongSupplier wall, LongSupplier steady) {
        this.wall = wall;
        this.steady = steady;
        this.wallAtStart = wall.getAsLong();
        this.steadyAtStart = steady.getAsLong();
    }

    /** What the wall clock says, nanoseconds since the epoch. */
    long now() {
        return wall.getAsLong();
    }

    /** A clock that never jumps, nanoseconds since any moment. */
    long steady() {
        return steady.getAsLong();
    }

    private long sinceStart() {
        return steady.getAsLong() - steadyAtStart;
    }

    /**
     * The time from which ages are counted, nanoseconds since the epoch: what the newest record said when the log was opened, or
     * the wall clock where that was earlier, and the time that has passed since then. The time without the platform does
     * not count: nothing is removed because a computer starts with a wrong clock.
     *
     * @param newestAtStart newest append time in the log when it was opened, 0 where it was empty
     */
    long ageClock(long newestAtStart) {
        return (newestAtStart == 0 ? wallAtStart : Math.min(wallAtStart, newestAtStart)) + sinceStart();
    }

    /** By how much the wall clock has jumped since the last call, nanoseconds; 0 where it has not. */
    long jump() {
        long drift = wall.getAsLong() - wallAtStart - sinceStart();
        long jump = drift - lastDrift;
        lastDrift = drift;
        return Math.abs(jump) >= JUMP ? jump : 0;
    }
}
