package org.gemello.runtime.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.SampleLog;
import org.gemello.api.log.Tail;
import org.gemello.runtime.exchange.ShadowReport;
import org.gemello.spi.TwinType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Candidates at work beside the twins, on one thread of their own that reads the log. A failure of a candidate ends the shadow of that
 * twin. On request each shadow is handed to its twin as soon as it is not behind it.
 */
final class ShadowRun {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowRun.class);
    private static final Duration BREATH = Duration.ofMillis(10);
    /** Causes whose derived values wait for those of the serving version, all twins together. */
    private static final int REMEMBERED = 50_000;
    private final SampleLog log;
    private final Dispatcher dispatcher;
    private final Duration limit;
    private final Comparison comparison = new Comparison();
    private final Map<TwinCell, ShadowTwin> shadows = new ConcurrentHashMap<>();
    private final Map<TwinId, String> failures = new ConcurrentHashMap<>();
    private final Map<TwinCell, CompletableFuture<Long>> handed = new ConcurrentHashMap<>();
    private final int twins;
    private final Thread thread;
    private volatile CountDownLatch handing;
    private volatile boolean closed;
    private boolean reached;
    private boolean over;
    private volatile long position;

    /** Starts a shadow for every twin of these types, from the image that fits best. */
    ShadowRun(Map<TypeLine, TwinType<?>> candidates, RuntimeContext context, Dispatcher dispatcher, Duration limit) throws InterruptedException {
        this.log = context.log();
        this.dispatcher = dispatcher;
        this.limit = limit;
        this.twins = candidates.keySet().stream().mapToInt(line -> line.cells().size()).sum();
        for (Map.Entry<TypeLine, TwinType<?>> candidate : candidates.entrySet()) {
            start(candidate.getKey(), candidate.getValue(), context);
        }
        position = shadows.values().stream().mapToLong(ShadowTwin::applied).min().orElse(log.end() - 1) + 1;
        thread = new Thread(() -> follow(new Splitter(byId(), context.slots())), "shadow");
        thread.setDaemon(true);
        thread.setContextClassLoader(ShadowRun.class.getClassLoader());
        thread.start();
    }

    private void start(TypeLine line, TwinType<?> candidate, RuntimeContext context) throws InterruptedException {
        boolean hung = false;
        for (TwinCell cell : line.cells()) {
            try {
                if (hung) {
                    failures.put(cell.id(), "not tried, for another twin of " + line.id() + " did not return");
                } else {
                    Incarnation life = Incarnation.start(candidate, cell.definition(), cell.images(), cell.model(), context);
                    shadows.put(cell, new ShadowTwin(life, comparison, Math.max(8, REMEMBERED / Math.max(1, twins))));
                }
            } catch (PackCalls.PackCallException e) {
                failures.put(cell.id(), e.getMessage());
                hung = e.hung();
            }
        }
    }

    private Map<TwinId, TwinCell> byId() {
        Map<TwinId, TwinCell> byId = new LinkedHashMap<>();
        shadows.keySet().forEach(cell -> byId.put(cell.id(), cell));
        return byId;
    }

    private void follow(Splitter splitter) {
        try (Tail tail = log.tail(position)) {
            for (int records = 0; !closed && !shadows.isEmpty() && !tail.isClosed(); records++) {
                Optional<LogRecord> record = tail.poll(BREATH);
                record.ifPresent(found -> splitter.split(found, shadows::containsKey, this::take));
                position = tail.position();
                if (record.isEmpty() || records % 256 == 0 && position >= dispatcher.next()) {
                    tellWaiting(false);
                }
                if (handing != null) {
                    handOver();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            shadows.clear();
            tellWaiting(true);
        }
    }

    private void take(TwinCell cell, LogRecord record, LogEntry own) {
        try {
            shadows.get(cell).take(record, own);
        } catch (Throwable e) {
            shadows.remove(cell);
            failures.put(cell.id(), "failed at offset " + record.offset() + ": " + PackFrames.describe(e));
            LOG.warn("shadow of twin {} ({}) failed at offset {}", cell.id(), cell.definition().type(), record.offset(), PackTrace.of(e));
        }
    }

    private void handOver() {
        shadows.forEach((cell, shadow) -> {
            CompletableFuture<Long> pause = cell.handOver(shadow.life(), shadow.applied());
            if (pause != null) {
                handed.put(cell, pause);
                shadows.remove(cell);
            }
        });
        if (shadows.isEmpty()) {
            handing.countDown();
        }
    }

    ShadowReport report() {
        Map<TwinId, String> failed = new LinkedHashMap<>(failures);
        shadows.forEach((cell, shadow) -> {
            if (shadow.life().meter().held() > limit.toNanos()) {
                failed.put(cell.id(), "does not return within " + limit.toMillis() + " ms; it is at " + PackFrames.top(thread.getStackTrace()));
            }
        });
        return new ShadowReport(twins, isNear() ? twins - failed.size() : 0, lag(), comparison.compared(), comparison.different(),
                comparison.examples(), failed.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue()).sorted().toList());
    }

    /** What twins have been given and it has not; what the log has taken but not written yet, nobody has been given. */
    private long lag() {
        return Math.max(0, dispatcher.next() - position);
    }

    private synchronized boolean isNear() {
        return reached && lag() <= Mailbox.CAPACITY;
    }

    private synchronized void tellWaiting(boolean end) {
        reached = true;
        over |= end;
        notifyAll();
    }

    /** Waits until it has been at the end and is near it now, or has failed; false where that took longer. */
    synchronized boolean awaitCaughtUp(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        long left = patience.toNanos();
        while (!over && !isNear() && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
        return over || isNear();
    }

    /**
     * Hands every shadow to its twin.
     *
     * @return by twin the nanoseconds of pause, cancelled where the twin was parked; twins whose shadow has failed or is still behind
     *         when the time is over are not in it
     */
    Map<TwinCell, CompletableFuture<Long>> handOver(Duration patience) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(shadows.isEmpty() ? 0 : 1);
        handing = done;
        done.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        close();
        return handed;
    }

    /** Ends it; a candidate that does not return is left behind, and ends when it does. */
    void close() throws InterruptedException {
        closed = true;
        thread.join(1000);
        if (thread.isAlive()) {
            shadows.values().forEach(shadow -> shadow.life().effects().close());
            thread.interrupt();
            LOG.error("a shadow does not return; it is at {}", PackFrames.top(thread.getStackTrace()));
        }
        shadows.clear();
    }
}
