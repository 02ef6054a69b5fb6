package org.gemello.log.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.gemello.api.PointTable;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogUnavailableException;
import org.gemello.log.LogOptions;

/**
 * Where writers meet the disk: entries get their offset and are encoded here, in memory, under one lock; the
 * {@link SegmentWriter} takes what has gathered and the {@link Committer} says when it is on disk. No caller touches a file, so an interrupted writer cannot close one.
 * What is not yet on disk stays in memory, bounded: beyond that writers wait.
 */
final class Appender {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Deque<Chunk> gathered = new ArrayDeque<>();
    private final Deque<Chunk> spare = new ArrayDeque<>();
    private final PointTable points;
    private final LogOptions options;
    private PointNumbers numbers;
    private long segment;
    private long segmentBytes;
    private long unsynced;
    private long inForce;
    private LogUnavailableException refusal;
    private volatile long end;

    /** @param end offset of the first item to come; it begins a new segment */
    Appender(PointTable points, LogOptions options, long end) {
        this.points = points;
        this.options = options;
        this.end = end;
        beginSegment();
    }

    private void beginSegment() {
        segment = end;
        segmentBytes = 0;
        numbers = new PointNumbers(points);
    }

    /** Offset that the next item will get. */
    long end() {
        return end;
    }

    CompletableFuture<Long> append(LogEntry entry, TraceId trace, long cause) {
        lock.lock();
        try {
            awaitRoom();
            if (refusal != null) {
                return CompletableFuture.failedFuture(refusal);
            }
            Chunk chunk = openChunk();
            int before = chunk.size();
            CompletableFuture<Long> future = chunk.append(entry, end, trace, cause, numbers);
            end = chunk.end();
            grown(chunk.size() - before);
            return future;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(new LogUnavailableException("interrupted while waiting for the disk", e));
        } finally {
            lock.unlock();
        }
    }

    /** The committer's own thread must not wait for itself: what a future's dependent appends may exceed the bound. */
    private void awaitRoom() throws InterruptedException {
        while (unsynced > options.unsyncedBytes() && refusal == null && !(Thread.currentThread() instanceof Committer)) {
            room.await();
        }
    }

    private Chunk openChunk() {
        if (segmentBytes >= options.segmentBytes()) {
            beginSegment();
        }
        Chunk last = gathered.peekLast();
        if (last != null && last.segment() == segment && !last.isFull()) {
            return last;
        }
        Chunk chunk = spare.isEmpty() ? new Chunk() : spare.pop();
        gathered.add(chunk.begin(segment));
        if (last != null) {
            work.signal(); // the last one is now complete
        }
        return chunk;
    }

    private void grown(int bytes) {
        boolean wasIdle = waiting() == 0;
        boolean wasMany = isMany();
        segmentBytes += bytes;
        unsynced += bytes;
        if (wasIdle || isMany() != wasMany) {
            work.signal();
        }
    }

    /** Bytes for which no force is under way. */
    private long waiting() {
        return unsynced - inForce;
    }

    /** So much is waiting that it is better forced now than at the end of the window. */
    private boolean isMany() {
        return waiting() > options.unsyncedBytes() / 2;
    }

    /**
     * Waits for complete chunks, which are best written at once, or until the next force is due.
     *
     * @param forceAt when the window ends, by {@link System#nanoTime}
     * @return true when a force is due: the one before is over, and the window has ended or much is waiting
     */
    boolean awaitWork(long forceAt) throws InterruptedException {
        lock.lock();
        try {
            while (gathered.size() <= 1 && !isDue(forceAt)) {
                if (waiting() == 0 || inForce > 0) {
                    work.await();
                } else {
                    work.awaitNanos(forceAt - System.nanoTime());
                }
            }
            return isDue(forceAt);
        } finally {
            lock.unlock();
        }
    }

    private boolean isDue(long forceAt) {
        return inForce == 0 && (refusal != null || waiting() > 0 && (isMany() || System.nanoTime() - forceAt >= 0));
    }

    /** True when nothing is left to write and nothing will come. */
    boolean isFinished() {
        lock.lock();
        try {
            return refusal != null && gathered.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes what has gathered, in order.
     *
     * @param withOpen whether to take the chunk too that could still grow
     */
    List<Chunk> take(boolean withOpen) {
        lock.lock();
        try {
            Chunk open = withOpen ? null : gathered.pollLast();
            List<Chunk> taken = new ArrayList<>(gathered);
            gathered.clear();
            if (open != null) {
                gathered.add(open);
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Notes that a force has begun. */
    void forcing(int bytes) {
        lock.lock();
        try {
            inForce = bytes;
        } finally {
            lock.unlock();
        }
    }

    /** Notes that the force is over, and takes its chunks back. */
    void forced(List<Chunk> chunks) {
        lock.lock();
        try {
            inForce = 0;
            work.signal();
            chunks.forEach(chunk -> unsynced -= chunk.size());
            chunks.stream().filter(Chunk::isReusable).forEach(spare::push);
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** From now on every append fails with this, and so do writers that wait; the first reason stays. */
    void refuse(LogUnavailableException reason) {
        lock.lock();
        try {
            if (refusal == null) {
                refusal = reason;
            }
            work.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
