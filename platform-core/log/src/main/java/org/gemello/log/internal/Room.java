package org.gemello.log.internal;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.LogUnavailableException;

/**
 * Who may append now, and who has to wait. Samples from outside wait while too much is not on disk, or while the disk is so full
 * that intake is closed: that is how the log pushes back on the sources. Everything else is small and goes on from a reserve.
 * All under the lock of the {@link Appender}.
 */
final class Room {
    /** Share of the bound that is kept for what the platform itself appends. */
    private static final int RESERVE = 8;
    private final ReentrantLock lock;
    private final Condition changed;
    private final long bound;
    private final Outage outage;
    private boolean open = true;
    private long unsynced;

    Room(ReentrantLock lock, long bound, Outage outage) {
        this.lock = lock;
        this.changed = lock.newCondition();
        this.bound = bound;
        this.outage = outage;
    }

    /**
     * The committer's own thread must not wait for itself: what a future's dependent appends may exceed the bound.
     *
     * @throws LogUnavailableException for a command while nothing can be written
     */
    boolean mustWait(LogEntry entry, long cause) {
        if (Thread.currentThread() instanceof Committer) {
            return false;
        }
        if ((entry instanceof LogEntry.CommandIssued || entry instanceof LogEntry.CommandRequested) && outage.isOn()) {
            throw new LogUnavailableException(outage.text());
        }
        boolean intake = cause == LogRecord.FROM_OUTSIDE && (entry instanceof LogEntry.Samples || entry instanceof LogEntry.Backfill);
        return intake ? !open || unsynced > bound : unsynced > bound + bound / RESERVE;
    }

    void await() throws InterruptedException {
        changed.await();
    }

    void wake() {
        changed.signalAll();
    }

    void intake(boolean isOpen) {
        lock.lock();
        try {
            open = isOpen;
            wake();
        } finally {
            lock.unlock();
        }
    }

    /** Bytes that are not on disk. */
    long unsynced() {
        return unsynced;
    }

    void taken(long bytes) {
        unsynced += bytes;
    }

    void freed(long bytes) {
        unsynced -= bytes;
        wake();
    }
}
