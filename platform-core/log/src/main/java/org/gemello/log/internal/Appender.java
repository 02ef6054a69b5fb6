package org.gemello.log.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.gemello.api.PointTable;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogUnavailableException;
import org.gemello.log.LogOptions;

/**
 * Where writers meet the disk: each encodes its entry, and under one lock entries get their offset and are gathered in memory;
 * the {@link SegmentWriter} takes what has gathered and the {@link Committer} says when it is on disk. No caller touches a file,
 * so an interrupted writer cannot close one. What is not yet on disk stays in memory; how much that is, {@link Room} says.
 */
final class Appender {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final ConcurrentLinkedQueue<Draft> drafts = new ConcurrentLinkedQueue<>();
    private final Deque<Chunk> gathered = new ArrayDeque<>();
    private final Deque<Chunk> spare = new ArrayDeque<>();
    private final PointTable points;
    private final LogOptions options;
    private final long window;
    private final LogClock clock;
    private final Room room;
    private volatile PointNumbers numbers;
    private long segmentBytes;
    private long inForce;
    private long forceAt = System.nanoTime();
    private boolean forceFailed;
    private LogUnavailableException refusal;
    private volatile long end;

    /**
     * @param outage while it is on, commands are refused at once: nobody wants one to act when the disk is well again
     * @param end    offset of the first item to come; it begins a new segment
     */
    Appender(PointTable points, LogOptions options, LogClock clock, Outage outage, long end) {
        this.points = points;
        this.options = options;
        this.window = options.commit() == LogOptions.Commit.ALWAYS ? 0 : options.window().toNanos();
        this.clock = clock;
        this.room = new Room(lock, options.unsyncedBytes(), outage);
        this.end = end;
        this.numbers = new PointNumbers(points);
    }

    /** Offset that the next item will get. */
    long end() {
        return end;
    }

    /** Whether samples from outside are let in; while they are not, their writers wait. */
    void intake(boolean open) {
        room.intake(open);
    }

    CompletableFuture<Long> append(LogEntry entry, TraceId trace, long cause) {
        Draft known = drafts.poll();
        Draft draft = known == null ? new Draft() : known;
        try {
            draft.encode(entry, numbers);
            return append(draft, entry, trace, cause);
        } finally {
            if (draft.isReusable()) {
                drafts.add(draft);
            }
        }
    }

    private CompletableFuture<Long> append(Draft draft, LogEntry entry, TraceId trace, long cause) {
        lock.lock();
        try {
            while (refusal == null && room.mustWait(entry, cause)) {
                room.await();
            }
            return refusal != null ? CompletableFuture.failedFuture(refusal) : place(draft, entry, trace, cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(new LogUnavailableException("interrupted while waiting for the disk", e));
        } catch (LogUnavailableException e) {
            return CompletableFuture.failedFuture(e);
        } finally {
            lock.unlock();
        }
    }

    private CompletableFuture<Long> place(Draft draft, LogEntry entry, TraceId trace, long cause) {
        Chunk chunk = openChunk();
        int before = chunk.size();
        long now = clock.now();
        try {
            // a segment that has begun since then, or that must define points first
            if (!draft.fits(numbers) && !draft.encode(entry, numbers)) {
                chunk.define(draft.unnumbered(), now);
                draft.encode(entry, numbers);
            }
            CompletableFuture<Long> future = chunk.append(draft, now, trace, cause);
            end = chunk.end();
            return future;
        } finally {
            grown(chunk.size() - before);
        }
    }

    private Chunk openChunk() {
        if (segmentBytes >= options.segmentBytes()) {
            segmentBytes = 0;
            numbers = new PointNumbers(points);
        }
        Chunk last = gathered.peekLast();
        if (last != null && last.numbers() == numbers && !last.isFull()) {
            return last;
        }
        Chunk chunk = spare.isEmpty() ? new Chunk() : spare.pop();
        gathered.add(chunk.begin(numbers, end));
        if (last != null) {
            work.signal(); // the last one is now complete
        }
        return chunk;
    }

    private void grown(int bytes) {
        boolean wasIdle = waiting() == 0;
        boolean wasMany = isMany();
        segmentBytes += bytes;
        room.taken(bytes);
        if (wasIdle || isMany() != wasMany) {
            work.signal();
        }
    }

    /** Bytes for which no force is under way. */
    private long waiting() {
        return room.unsynced() - inForce;
    }

    /**
     * So much is waiting that it is better forced now than at the end of the window. Less than half of what may wait: of writers
     * that are faster than the disk, the next force has enough when the one before ends, and need not wait until they have woken.
     */
    private boolean isMany() {
        return waiting() > options.unsyncedBytes() / 8 * 3;
    }

    /**
     * Waits for complete chunks, which are best written at once, or until the next force is due, or until one has failed.
     *
     * @return true when a force is due: the one before is over, and the window has ended or much is waiting
     */
    boolean awaitWork() throws InterruptedException {
        lock.lock();
        try {
            while (gathered.size() <= 1 && !isDue() && !forceFailed) {
                if (waiting() == 0 || inForce > 0) {
                    work.await();
                } else {
                    work.awaitNanos(forceAt - System.nanoTime());
                }
            }
            forceFailed = false;
            return isDue();
        } finally {
            lock.unlock();
        }
    }

    private boolean isDue() {
        return inForce == 0 && (refusal != null || waiting() > 0 && (isMany() || System.nanoTime() - forceAt >= 0));
    }

    /**
     * Waits between two attempts to write.
     *
     * @return false where the log is being closed, so that there should be no other
     */
    boolean pause(long nanos) throws InterruptedException {
        long until = System.nanoTime() + nanos;
        lock.lock();
        try {
            long left = nanos;
            while (refusal == null && left > 0) {
                work.awaitNanos(left);
                left = until - System.nanoTime();
            }
            return refusal == null;
        } finally {
            lock.unlock();
        }
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

    /** Notes that a force begins, and with it the window until the next. */
    void forcing(long bytes) {
        lock.lock();
        try {
            inForce = bytes;
            forceAt = System.nanoTime() + window;
        } finally {
            lock.unlock();
        }
    }

    /** Notes that a force has failed; what it was for is still in memory. */
    void forceFailed() {
        lock.lock();
        try {
            inForce = 0;
            forceFailed = true;
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Notes that the force is over, and takes its chunks back.
     *
     * @param next bytes for which another force begins at once, 0 where none does
     */
    void forced(List<Chunk> chunks, long next) {
        lock.lock();
        try {
            inForce = 0;
            if (next > 0) {
                forcing(next);
            } else {
                work.signal();
            }
            for (Chunk chunk : chunks) {
                room.freed(chunk.size());
                if (chunk.isReusable()) {
                    spare.push(chunk);
                }
            }
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
            room.wake();
        } finally {
            lock.unlock();
        }
    }
}
