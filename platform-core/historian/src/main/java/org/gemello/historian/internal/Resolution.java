package org.gemello.historian.internal;

/** Lengths of time that are summed up; the longer is a multiple of the shorter. Buckets begin at multiples of it since the epoch. */
enum Resolution {
    FIVE_MINUTES("rollup_5min", 300_000_000_000L),
    HOUR("rollup_1h", 3_600_000_000_000L);

    private final String table;
    private final long nanos;

    Resolution(String table, long nanos) {
        this.table = table;
        this.nanos = nanos;
    }

    /** The longest that is at most so long; null where none is. */
    static Resolution within(long nanos) {
        if (Long.compareUnsigned(nanos, HOUR.nanos) >= 0) {
            return HOUR;
        }
        return Long.compareUnsigned(nanos, FIVE_MINUTES.nanos) >= 0 ? FIVE_MINUTES : null;
    }

    /** Name of the table. */
    String table() {
        return table;
    }

    long nanos() {
        return nanos;
    }

    /** Begin of the bucket that a time is in; the earliest times that a long holds are in the bucket that begins there. */
    long start(long time) {
        long start = time - Math.floorMod(time, nanos);
        return start > time ? Long.MIN_VALUE : start;
    }
}
