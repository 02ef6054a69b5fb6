package org.gemello.historian.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.gemello.api.log.LogRecord;

/**
 * Rows on their way from the log to a file: one table fills while the one before it is being written. When it is full before that
 * has ended, {@link #add} waits, which holds up the tail and nothing else. Monitor: this object; a reader that holds it sees every
 * row exactly once, in memory or in a file.
 */
final class WriteBuffer {
    private final HistorySettings settings;
    private MemoryTable filling;
    private MemoryTable writing;
    private boolean flushWanted;
    private boolean closed;

    WriteBuffer(HistorySettings settings, long from, Omission omission) {
        this.settings = settings;
        this.filling = new MemoryTable(from, omission);
    }

    /** Takes a record, waiting for room if need be. */
    synchronized void add(LogRecord record) {
        while (!closed && isFull()) {
            await(0);
        }
        if (closed) {
            throw new IllegalStateException("the history is closed");
        }
        filling.add(record);
        if (isFull()) {
            notifyAll();
        }
    }

    private boolean isFull() {
        return filling.rows() >= settings.flushRows() || filling.bytes() >= settings.flushBytes();
    }

    /**
     * True where rows have waited long enough, or there are enough of them. At the end even offsets without a row are due: the file says
     * how far the log has been taken.
     */
    synchronized boolean isDue() {
        if (closed) {
            return filling.to() > filling.from();
        }
        return !filling.isEmpty() && (flushWanted || isFull() || filling.age() >= settings.flushAge().toNanos());
    }

    /** The next table to write, as soon as one is due; empty where none was within the flush age, or the buffer is closed and empty. */
    synchronized Optional<MemoryTable> next() {
        long end = System.nanoTime() + settings.flushAge().toNanos();
        while (!isDue() && !closed && !flushWanted && end - System.nanoTime() > 0) {
            long untilAged = filling.isEmpty() ? Long.MAX_VALUE : settings.flushAge().toNanos() - filling.age();
            await(Math.max(1, Duration.ofNanos(Math.min(untilAged, end - System.nanoTime())).toMillis()));
        }
        flushWanted &= !filling.isEmpty();
        if (!isDue()) {
            return Optional.empty();
        }
        flushWanted = false;
        writing = filling;
        filling = writing.next();
        notifyAll();
        return Optional.of(writing);
    }

    /** The table given by {@link #next} is in a file; {@code publish} makes readers see that. */
    synchronized void written(Runnable publish) {
        publish.run();
        writing = null;
        notifyAll();
    }

    /** Makes what waits due now. */
    synchronized void flush() {
        flushWanted = true;
        notifyAll();
    }

    /** True where nothing waits for a file. */
    synchronized boolean isWritten() {
        return writing == null && filling.isEmpty();
    }

    /** Waits, unless the buffer is closed. */
    synchronized void pause(Duration time) {
        if (!closed) {
            await(time.toMillis());
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

    /** Tables in memory; call and use while holding the monitor. */
    Stream<MemoryTable> tables() {
        return writing == null ? Stream.of(filling) : Stream.of(writing, filling);
    }

    /** Samples and gaps in memory. */
    synchronized int rows() {
        return tables().mapToInt(MemoryTable::rows).sum();
    }

    /** Estimate of the memory that they take. */
    synchronized long bytes() {
        return tables().mapToLong(MemoryTable::bytes).sum();
    }

    /** Earliest source time in memory, {@link Long#MAX_VALUE} without any. */
    synchronized long first() {
        return tables().mapToLong(MemoryTable::first).min().orElse(Long.MAX_VALUE);
    }

    /** Latest source time in memory, {@link Long#MIN_VALUE} without any. */
    synchronized long last() {
        return tables().mapToLong(MemoryTable::last).max().orElse(Long.MIN_VALUE);
    }

    /** Next offset wanted. */
    synchronized long position() {
        return filling.to();
    }

    /** Offset below which nothing waits for a file. */
    synchronized long settled() {
        return (writing != null ? writing : filling).settled();
    }
}
