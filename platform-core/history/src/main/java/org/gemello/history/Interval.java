package org.gemello.history;

import java.time.Duration;
import java.time.Instant;

/**
 * A checked stretch of time of a question.
 *
 * @param from begin, included, nanoseconds since the epoch
 * @param to   end, not included
 */
public record Interval(long from, long to) {
    /** As many parts as a question may ask for. */
    public static final int MOST_PARTS = 100_000;

    /** @throws IllegalArgumentException where {@code from} is not before {@code to} */
    public static Interval of(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from " + from + " is not before to " + to);
        }
        return new Interval(Nanos.of(from), Nanos.of(to));
    }

    /** @throws IllegalArgumentException where {@code maxPoints} cannot hold a low and a high */
    public static void checkPoints(int maxPoints) {
        if (maxPoints < 2) {
            throw new IllegalArgumentException("maxPoints is " + maxPoints + ", but at least 2 are needed for a low and a high");
        }
    }

    /**
     * Length of a part in nanoseconds.
     *
     * @throws IllegalArgumentException where the part is not positive or there would be more than {@link #MOST_PARTS}
     */
    public long part(Duration length) {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("the interval " + length + " is not positive");
        }
        long nanos = length.getSeconds() > Long.MAX_VALUE / 1_000_000_000L - 1 ? Long.MAX_VALUE : length.toNanos();
        if (Long.compareUnsigned(Long.divideUnsigned(to - from - 1, nanos), MOST_PARTS) >= 0) {
            throw new IllegalArgumentException("intervals of " + length + " are more than " + MOST_PARTS
                    + " in the time asked for; take longer ones or ask for less");
        }
        return nanos;
    }

    public boolean contains(long time) {
        return time >= from && time < to;
    }
}
