package org.gemello.rest.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.gemello.api.PointTable;
import org.gemello.api.TraceId;
import org.gemello.api.log.ConsumerGroup;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.LogStatus;
import org.gemello.api.log.SampleLog;
import org.gemello.api.log.Tail;

/** A log without a disk. */
final class MemoryLog implements SampleLog {
    final AtomicInteger openTails = new AtomicInteger();
    private final PointTable points = new PointTable();
    private final List<LogRecord> records = new ArrayList<>();
    final List<ConsumerGroup> groups = new ArrayList<>();
    private long start;
    private long end;

    @Override
    public PointTable points() {
        return points;
    }

    @Override
    public synchronized CompletableFuture<Long> append(LogEntry entry, TraceId trace, long cause) {
        LogRecord added = new LogRecord(end, trace, cause, entry);
        records.add(added);
        end = added.next();
        notifyAll();
        return CompletableFuture.completedFuture(added.offset());
    }

    synchronized LogEntry last() {
        return records.get(records.size() - 1).entry();
    }

    /** As retention does: everything before this offset is gone. */
    synchronized void forgetBefore(long offset) {
        records.removeIf(record -> record.next() <= offset);
        start = offset;
    }

    @Override
    public Optional<Instant> endOfLastRun() {
        return Optional.empty();
    }

    @Override
    public synchronized long end() {
        return end;
    }

    @Override
    public synchronized long start() {
        return start;
    }

    @Override
    public Tail tail(long from) {
        openTails.incrementAndGet();
        return new MemoryTail(Math.max(from, start()));
    }

    private final class MemoryTail implements Tail {
        private long position;
        private boolean closed;

        private MemoryTail(long from) {
            this.position = from;
        }

        @Override
        public Optional<LogRecord> poll(Duration timeout) throws InterruptedException {
            synchronized (MemoryLog.this) {
                long until = System.nanoTime() + timeout.toNanos();
                while (!closed) {
                    Optional<LogRecord> found = records.stream().filter(record -> record.next() > position).findFirst();
                    if (found.isPresent()) {
                        position = found.get().next();
                        return found;
                    }
                    long millis = (until - System.nanoTime()) / 1_000_000;
                    if (millis <= 0) {
                        return Optional.empty();
                    }
                    MemoryLog.this.wait(millis);
                }
                return Optional.empty();
            }
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public boolean isClosed() {
            synchronized (MemoryLog.this) {
                return closed;
            }
        }

        @Override
        public void close() {
            synchronized (MemoryLog.this) {
                if (!closed) {
                    closed = true;
                    openTails.decrementAndGet();
                    MemoryLog.this.notifyAll();
                }
            }
        }
    }

    @Override
    public long position(String group) {
        throw new UnsupportedOperationException("the API has no consumer group");
    }

    @Override
    public void commit(String group, long next) {
        throw new UnsupportedOperationException("the API has no consumer group");
    }

    @Override
    public synchronized List<ConsumerGroup> groups() {
        return List.copyOf(groups);
    }

    @Override
    public synchronized boolean forget(String name) {
        if (groups.stream().anyMatch(group -> group.name().equals(name) && group.active())) {
            throw new IllegalStateException("'" + name + "' is in use");
        }
        return groups.removeIf(group -> group.name().equals(name));
    }

    @Override
    public LogStatus status() {
        return new LogStatus(start(), end(), end(), 1, 0, Map.of(), "");
    }
}
