package org.gemello.runtime.internal;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Executor;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;

/**
 * What waits for one twin, in order. Bounded by items of the log: when it is full the twin is no longer fed but reads the log
 * by itself, so a slow twin holds up nobody and memory stays bounded. The log is the real queue.
 */
final class Mailbox {
    /** Items that may wait for one twin, and again as many for each of its parts. */
    static final int CAPACITY = 10_000;
    private static final int LARGEST = 500_000;

    private record Item(int epoch, LogRecord record, LogEntry own) {
    }

    private final TwinCell cell;
    private final Executor workers;
    private final Runnable drainedAfterOverflow;
    private final int capacity;
    private final ArrayDeque<Item> items = new ArrayDeque<>();
    private int waiting;
    private boolean running;
    private boolean overflowed;

    Mailbox(TwinCell cell, Executor workers, Runnable drainedAfterOverflow) {
        this.cell = cell;
        this.workers = workers;
        this.drainedAfterOverflow = drainedAfterOverflow;
        long parts = cell.definition().parts().values().stream().mapToLong(List::size).sum();
        this.capacity = (int) Math.min(LARGEST, CAPACITY * (1 + parts));
    }

    /** Puts an item in; false where it is full, and from then on until {@link #clear}. */
    synchronized boolean offer(LogRecord record, LogEntry own) {
        if (overflowed || waiting > capacity) {
            overflowed = true;
            return false;
        }
        items.add(new Item(cell.epoch(), record, own));
        waiting += own.count();
        if (!running) {
            running = true;
            workers.execute(this::drain);
        }
        return true;
    }

    /** Forgets what waits: it is in the log. */
    synchronized void clear() {
        items.clear();
        waiting = 0;
        overflowed = false;
    }

    /** Items of the log that wait. */
    synchronized int waiting() {
        return waiting;
    }

    private void drain() {
        for (Item item = next(); item != null; item = next()) {
            cell.apply(item.epoch(), item.record(), item.own());
        }
    }

    private Item next() {
        boolean fellBehind;
        synchronized (this) {
            Item item = items.poll();
            if (item != null) {
                waiting -= item.own().count();
                return item;
            }
            running = false;
            fellBehind = overflowed;
            overflowed = false;
        }
        if (fellBehind) {
            drainedAfterOverflow.run();
        }
        return null;
    }
}
