package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.gemello.api.Gap;
import org.gemello.api.SampleBatch;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from the connection into the route. What was handed on and is not yet stored is bounded: past the bound a call
 * waits, so that no further notification is asked for and the server's own queues hold the values. What could not be stored
 * becomes a hole.
 */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final long LOG_EVERY_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long LOOK_FOR_CLOSE_MILLIS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String connection;
    private final Items items;
    private final Route route;
    private final int budget;
    private final Semaphore free;
    private final AtomicLong failures = new AtomicLong();
    private volatile boolean closed;
    private volatile long lastLogged;
    /** Nothing is waited for any more: what finds no room is not said. */
    private volatile boolean lastWord;

    /** Hands an entry on; calls back with null once it is stored, or with the reason why it is not. */
    interface Route {
        void send(LogEntry entry, TraceId trace, Consumer<Throwable> done);
    }

    Intake(String connection, Items items, int budget, Route route) {
        this.connection = connection;
        this.items = items;
        this.route = route;
        this.budget = budget;
        this.free = new Semaphore(budget);
    }

    /** Waits for room, then hands the samples on. After {@link #close} they are dropped: the server was not told that they were taken. */
    void samples(SampleBatch batch, TraceId trace) {
        send(new LogEntry.Samples(batch), Math.min(batch.size(), budget), trace, (entry, cause) -> {
            String reason = "not stored: " + Statuses.reason(cause);
            for (int row = 0; row < batch.size(); row++) {
                // everything up to the sample is known: the hole begins just before it
                items.of(batch.handle(row)).miss(new Hole(batch.sourceTime(row) - 1, reason));
            }
        });
    }

    /** Hands gaps on; where they cannot be stored, the holes are open again. */
    void gaps(List<Gap> gaps, TraceId trace) {
        send(new LogEntry.Gaps(gaps), 1, trace, (entry, cause) -> gaps.forEach(gap -> items.of(gap.definition().id())
                .ifPresent(item -> item.miss(new Hole(Times.nanos(gap.from()), gap.reason())))));
    }

    /**
     * Waits for room, then hands on what comes late.
     *
     * @return completed once it is stored, fails where it is not
     */
    CompletableFuture<Void> late(LogEntry entry, TraceId trace) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        int cost = Math.min(entry.count(), budget);
        if (acquire(cost)) {
            route.send(entry, trace, cause -> {
                free.release(cost);
                if (cause == null) {
                    stored.complete(null);
                } else {
                    stored.completeExceptionally(cause);
                }
            });
        } else {
            stored.completeExceptionally(new CancellationException("the connection was stopped"));
        }
        return stored;
    }

    private void send(LogEntry entry, int cost, TraceId trace, BiConsumer<LogEntry, Throwable> lost) {
        if (!acquire(cost)) {
            return;
        }
        route.send(entry, trace, cause -> {
            if (cause == null) {
                recovered();
            } else {
                lost.accept(entry, cause);
                failed(entry, cause);
            }
            free.release(cost);
        });
    }

    private boolean acquire(int cost) {
        if (lastWord) {
            return free.tryAcquire(cost);
        }
        try {
            while (!closed) {
                if (free.tryAcquire(cost, LOOK_FOR_CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void failed(LogEntry entry, Throwable cause) {
        long now = System.nanoTime();
        if (failures.getAndIncrement() == 0 || now - lastLogged > LOG_EVERY_NANOS) {
            lastLogged = now;
            LOG.error("connection {}: {} samples or gaps could not be stored, {} failures so far; a gap will be recorded: {}", connection,
                    entry.count(), failures, Statuses.reason(cause));
        }
    }

    private void recovered() {
        if (failures.get() != 0 && failures.getAndSet(0) != 0) {
            LOG.info("connection {}: samples are stored again", connection);
        }
    }

    /** Samples handed on and not yet stored. */
    int inFlight() {
        return budget - free.availablePermits();
    }

    /** After {@link #close}: takes what is said now as far as there is room, and waits a while until it is stored. */
    void lastWord(Runnable say) throws InterruptedException {
        lastWord = true;
        say.run();
        lastWord = false;
        if (free.tryAcquire(budget, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            free.release(budget);
        } else {
            LOG.warn("connection {}: what came last could not be stored within {} s", connection, PATIENCE.toSeconds());
        }
    }

    /** Lets waiting calls go and takes nothing more. What is in flight goes on. */
    void close() {
        closed = true;
    }
}
