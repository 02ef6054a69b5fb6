package org.gemello.historian.postgres.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gemello.api.log.LogRecord;

/**
 * Records on their way from the log to the database: one batch fills while the one before it is being stored. When it is full before that
 * has ended, {@link #add} waits, which holds up the tail and nothing else: the log keeps what is not yet taken. Monitor: this object.
 */
final class Intake {
    private static final long MOST_TEXT = 32 << 20;
    /** What holds nothing for the history only moves the position on, which can wait longer. */
    private static final int PATIENCE_WITHOUT_ROWS = 10;
    private final PostgresSettings.Limits limits;
    private Batch filling = new Batch(0);
    private Batch storing;
    private long stored;
    private boolean wanted;
    private boolean closed;

    Intake(PostgresSettings.Limits limits) {
        this.limits = limits;
    }

    /** Takes a record, waiting for room if need be; what was taken before is passed over. */
    synchronized void add(LogRecord record) {
        while (!closed && isFull()) {
            await(0);
        }
        if (closed) {
            throw new IllegalStateException("the history is closed");
        }
        if (record.next() <= filling.to()) {
            return;
        }
        filling.add(record);
        if (isFull() || filling.records().size() == 1) {
            notifyAll();
        }
    }

    private boolean isFull() {
        return filling.rows() >= limits.rows() || filling.texts() >= MOST_TEXT;
    }

    private long untilDue() {
        if (filling.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long patience = limits.age().toNanos() * (filling.rows() == 0 ? PATIENCE_WITHOUT_ROWS : 1);
        return wanted || closed || isFull() ? 0 : Math.max(0, patience - filling.age());
    }

    /** The batch to store, the same again until it is {@link #stored}; empty where none is due within the time. */
    synchronized Optional<Batch> next(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (storing == null && untilDue() > 0 && !closed && end - System.nanoTime() > 0) {
            await(TimeUnit.NANOSECONDS.toMillis(Math.min(untilDue(), end - System.nanoTime())) + 1);
        }
        if (storing == null && untilDue() == 0) {
            storing = filling;
            filling = new Batch(storing.to());
            wanted = false;
            notifyAll();
        }
        return Optional.ofNullable(storing);
    }

    /** The batch given by {@link #next} is in the database, and with it all before this offset. */
    synchronized void stored(long position) {
        storing = null;
        startAt(position);
    }

    /** The database has everything before this offset: what comes again is passed over. */
    synchronized void startAt(long position) {
        stored = position;
        if (filling.isEmpty() && filling.to() < position) {
            filling = new Batch(position);
        }
        notifyAll();
    }

    /** Asks for everything taken before now to be stored, and waits for it; false where that was not so within the time. */
    synchronized boolean settle(Duration patience) {
        long target = filling.rows() > 0 ? filling.to() : storing != null && storing.rows() > 0 ? storing.to() : stored;
        wanted |= filling.rows() > 0;
        notifyAll();
        long end = System.nanoTime() + patience.toNanos();
        while (stored < target && !closed && end - System.nanoTime() > 0) {
            await(TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()) + 1);
        }
        return stored >= target;
    }

    /** Waits, unless closed. */
    synchronized void pause(long millis) {
        if (!closed) {
            await(millis);
        }
    }

    private void await(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the history waited", e);
        }
    }

    /** Takes nothing more; what waits is due. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** True where nothing waits. */
    synchronized boolean isStored() {
        return storing == null && filling.isEmpty();
    }

    /** True where a batch was begun and is not yet stored. */
    synchronized boolean isStoring() {
        return storing != null;
    }

    /** Rows in memory. */
    synchronized long rows() {
        return filling.rows() + (storing == null ? 0 : storing.rows());
    }

    /** Offset before which everything is in the database. */
    synchronized long durable() {
        return storing == null && filling.rows() == 0 ? Math.max(stored, filling.to()) : stored;
    }

    /** The next offset wanted. */
    synchronized long position() {
        return filling.to();
    }
}
