package org.gemello.runtime.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Measures the calls of one behaviour without allocating, and says who is inside one. Written by whoever holds the twin's turn, read by
 * any; figures may lag behind by a moment. A call ends once: either the caller ends it or the watchdog gives it up, whoever is first.
 */
final class CallMeter {
    /** Two buckets for each power of two nanoseconds, up to 2^40 ns, about 18 minutes. */
    private static final int BUCKETS = 82;
    private static final int FEW = 10;
    private static final VarHandle SINCE;

    static {
        try {
            SINCE = MethodHandles.lookup().findVarHandle(CallMeter.class, "since", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final int[] buckets = new int[BUCKETS];
    private volatile long since;
    private Thread thread;
    private long errors;

    /** A call begins; what is returned ends it. */
    long begin() {
        Thread caller = Thread.currentThread();
        if (thread != caller) {
            thread = caller;
        }
        long now = System.nanoTime() | 1; // 0 stands for nobody
        SINCE.setRelease(this, now);
        return now;
    }

    /** The call ends; false where it has been given up: then it must have no effect. */
    boolean end(long began, boolean well) {
        if (!SINCE.compareAndSet(this, began, 0L)) {
            return false;
        }
        buckets[bucket(System.nanoTime() - began)]++;
        errors += well ? 0 : 1;
        return true;
    }

    /** Gives the present call up if it is the one that began then; false where it has ended meanwhile. */
    boolean giveUp(long began) {
        boolean given = SINCE.compareAndSet(this, began, 0L);
        errors += given ? 1 : 0;
        return given;
    }

    /** When the present call began, by {@link System#nanoTime}; 0 where nobody is inside. */
    long since() {
        return since;
    }

    /** Nanoseconds that the present call has taken, 0 where nobody is inside. */
    long held() {
        long began = since;
        return began == 0 ? 0 : System.nanoTime() - began;
    }

    /** The thread of the last call. */
    Thread thread() {
        return thread;
    }

    long errors() {
        return errors;
    }

    /** Begins anew: what a shadow has measured is not what serves. For who holds the turn. */
    void reset() {
        Arrays.fill(buckets, 0);
        errors = 0;
    }

    void addTo(long[] sums) {
        for (int i = 0; i < BUCKETS; i++) {
            sums[i] += buckets[i];
        }
    }

    static long[] sums() {
        return new long[BUCKETS];
    }

    /**
     * Upper end of the bucket below which 99 % of the calls lie, and all but ten at least: a few that a busy machine has held up say nothing of who was
     * called. In nanoseconds; 0 for ten calls or fewer.
     */
    static long p99(long[] sums) {
        long all = Arrays.stream(sums).sum();
        long wanted = all - Math.max(all / 100, FEW);
        long below = 0;
        for (int i = 0; i < BUCKETS && wanted > 0; i++) {
            below += sums[i];
            if (below >= wanted) {
                return upper(i);
            }
        }
        return 0;
    }

    private static int bucket(long nanos) {
        long value = Math.max(2, nanos);
        int octave = 63 - Long.numberOfLeadingZeros(value);
        int half = (int) (value >>> (octave - 1)) & 1;
        return Math.min(BUCKETS - 1, 2 * octave + half);
    }

    private static long upper(int bucket) {
        long octave = 1L << (bucket / 2);
        return bucket % 2 == 0 ? octave + octave / 2 : 2 * octave;
    }
}
