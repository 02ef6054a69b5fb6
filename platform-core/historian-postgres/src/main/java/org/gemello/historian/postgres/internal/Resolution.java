package org.gemello.historian.postgres.internal;

import org.gemello.history.Interval;

/** Lengths of time that are summed up. Buckets begin at multiples of the length since the epoch. */
enum Resolution {
    MINUTE("minutes", 60_000_000_000L),
    HOUR("hours", 3_600_000_000_000L);

    private final String table;
    private final long nanos;

    Resolution(String table, long nanos) {
        this.table = table;
        this.nanos = nanos;
    }

    /** False where the interval is longer than a long holds, or the hour around one of its ends cannot be told. */
    private static boolean isTold(Interval interval) {
        return interval.to() - interval.from() > 0 && interval.from() >= Long.MIN_VALUE + HOUR.nanos
                && interval.to() <= Long.MAX_VALUE - HOUR.nanos;
    }

    /** The longest that is at most so long; null where none is, or the interval reaches to the ends of time. */
    static Resolution within(Interval interval, long nanos) {
        return !isTold(interval) ? null : Long.compareUnsigned(nanos, HOUR.nanos) >= 0 ? HOUR : Long.compareUnsigned(nanos, MINUTE.nanos) >= 0 ? MINUTE : null;
    }

    /** The longest whose buckets fit into parts of that length; null where none does, or the interval reaches to the ends of time. */
    static Resolution dividing(Interval interval, long length) {
        if (!isTold(interval)) {
            return null;
        }
        for (Resolution resolution : new Resolution[] {HOUR, MINUTE}) {
            if (Math.floorMod(interval.from(), resolution.nanos) == 0 && length % resolution.nanos == 0) {
                return resolution;
            }
        }
        return null;
    }

    String table() {
        return table;
    }

    long nanos() {
        return nanos;
    }

    /** Begin of the bucket that a time is in; the earliest times that a long holds are in a bucket that begins with them. */
    long start(long time) {
        long start = time - Math.floorMod(time, nanos);
        return start > time ? Long.MIN_VALUE : start;
    }
}
