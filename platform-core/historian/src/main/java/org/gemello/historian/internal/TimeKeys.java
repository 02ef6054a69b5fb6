package org.gemello.historian.internal;


/**
 * Source times of a chunk as TsFile wants them: a strictly rising key for each row, and what makes the time of it. Where times are
 * equal the key is the time moved on, and the tie says by how many nanoseconds. Where times shake around a regular step, as those
 * of OPC UA servers do, the key is the time cut down to a multiple of a millisecond up to a second, and the fraction is the rest:
 * regular keys take next to no room, and the fraction takes as many bits as the clock's own resolution needs, not those of
 * nanoseconds.
 */
final class TimeKeys {
    /** Widest distance of a key from its time by a fraction; in nanoseconds. */
    static final long MOST_FRACTION = 1_000_000_000L;
    private static final long[] QUANTA = {1_000_000, 10_000_000, 100_000_000, MOST_FRACTION};
    private final long[] keys;
    private final boolean tied;
    private final FractionUnit unit;
    private final long[] fractions;

    private TimeKeys(long[] keys, boolean tied, FractionUnit unit, long[] fractions) {
        this.keys = keys;
        this.tied = tied;
        this.unit = unit;
        this.fractions = fractions;
    }

    /** For sorted times. */
    static TimeKeys of(long[] times) {
        long[] keys = times.clone();
        if (RisingKeys.spread(keys)) {
            return new TimeKeys(keys, true, null, null);
        }
        TimeKeys best = new TimeKeys(keys, false, null, null);
        long least = DeltaSize.bits(keys);
        FractionUnit unit = FractionUnit.coarsest(times);
        for (long quantum : QUANTA) {
            long[] cut = cut(times, quantum);
            if (cut != null) {
                long bits = DeltaSize.bits(cut) + (long) times.length * DeltaSize.width(farthest(times, cut) / unit.nanos());
                if (bits < least) {
                    least = bits;
                    best = new TimeKeys(cut, false, unit, null);
                }
            }
        }
        return best.unit == null ? best : new TimeKeys(best.keys, false, unit, fractions(times, best.keys, unit.nanos()));
    }

    /** Null where the cut times do not rise, or cannot be cut. */
    private static long[] cut(long[] times, long quantum) {
        long[] cut = new long[times.length];
        for (int i = 0; i < times.length; i++) {
            if (times[i] < Long.MIN_VALUE + quantum) {
                return null;
            }
            cut[i] = times[i] - Math.floorMod(times[i], quantum);
            if (i > 0 && cut[i] <= cut[i - 1]) {
                return null;
            }
        }
        return cut;
    }

    private static long farthest(long[] times, long[] cut) {
        long farthest = 0;
        for (int i = 0; i < times.length; i++) {
            farthest = Math.max(farthest, times[i] - cut[i]);
        }
        return farthest;
    }

    private static long[] fractions(long[] times, long[] cut, long unit) {
        long[] fractions = new long[times.length];
        for (int i = 0; i < times.length; i++) {
            fractions[i] = (times[i] - cut[i]) / unit;
        }
        return fractions;
    }

    long[] keys() {
        return keys;
    }

    boolean isTied() {
        return tied;
    }

    /** Unit of the fractions; null where the keys are the times. */
    FractionUnit unit() {
        return unit;
    }

    long fraction(int i) {
        return fractions[i];
    }
}
