package org.gemello.log.internal;

import java.util.concurrent.TimeUnit;

/** How far the log is on disk, and where tails wait for more. Safe for use by many threads. */
final class DurableEnd {
    private long commits;
    private volatile long offset;
    private volatile boolean closed;

    DurableEnd(long offset) {
        this.offset = offset;
    }

    /** Offset up to which everything is on disk. */
    long offset() {
        return offset;
    }

    boolean isClosed() {
        return closed;
    }

    /** Number of advances and wake-ups so far; to be read before looking whether there is something to read. */
    synchronized long commits() {
        return commits;
    }

    synchronized void advance(long to) {
        offset = to;
        wake();
    }

    /** Makes everybody look again. */
    synchronized void wake() {
        commits++;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        wake();
    }

    /**
     * Waits until something has happened after {@code seen}.
     *
     * @param deadline by {@link System#nanoTime}
     * @return false where the time ran out first
     */
    synchronized boolean awaitAfter(long seen, long deadline) throws InterruptedException {
        while (commits == seen) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }
}
