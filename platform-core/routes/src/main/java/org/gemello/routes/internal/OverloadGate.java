package org.gemello.routes.internal;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;
import org.gemello.api.Gap;
import org.gemello.api.TraceId;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.SampleLog;
import org.gemello.api.twin.Severity;
import org.gemello.binding.Overload;
import org.gemello.connector.EntryConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between a connection and the log where the integrator has chosen that the source shall not wait. It takes everything at once,
 * holds a bounded number of samples, and drops by its policy when there is no room. What is dropped is counted, alarmed, and written
 * into the log as gaps as soon as there is room. Only samples are dropped; all else keeps its place.
 */
final class OverloadGate implements Processor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OverloadGate.class);
    /** The alarm ends when nothing was dropped for so long. */
    private static final long CALM_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long RENEW_NANOS = TimeUnit.SECONDS.toNanos(1);
    private final String connection;
    private final Overload overload;
    private final SampleLog log;
    private final PlatformAlarms alarms;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final OverloadQueue queue;
    private final Thread thread;
    private long lastAlarm;
    private boolean alarmed;
    private boolean closed;

    OverloadGate(String connection, Overload overload, SampleLog log, PlatformAlarms alarms) {
        this.connection = connection;
        this.overload = overload;
        this.log = log;
        this.alarms = alarms;
        queue = new OverloadQueue(overload, log.points());
        thread = new Thread(this::run, "gemello-gate-" + connection);
        thread.setDaemon(true);
    }

    OverloadGate start() {
        thread.start();
        return this;
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        LogEntry entry = exchange.getMessage().getMandatoryBody(LogEntry.class);
        TraceId trace = exchange.getProperty(EntryConsumer.TRACE, TraceId.NONE, TraceId.class);
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("connection " + connection + " is stopped");
            }
            queue.add(entry, trace);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (true) {
                OverloadQueue.Waiting next = next();
                tell();
                if (next != null) {
                    store(next);
                } else if (isClosed()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("connection {}: interrupted, {} samples that waited are not stored", connection, queue.waiting());
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** The oldest entry; null after a while without one. */
    private OverloadQueue.Waiting next() throws InterruptedException {
        lock.lock();
        try {
            if (queue.isEmpty() && !closed) {
                changed.await(1, TimeUnit.SECONDS);
            }
            return queue.poll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits while the log has no room; what it refuses is lost, and said to be. */
    private void store(OverloadQueue.Waiting next) {
        try {
            log.append(next.entry(), next.trace()).whenComplete((offset, failure) -> {
                if (failure != null) {
                    notStored(next);
                }
            });
        } catch (RuntimeException e) {
            notStored(next);
        }
    }

    private void notStored(OverloadQueue.Waiting next) {
        if (next.entry() instanceof LogEntry.Samples samples) {
            lock.lock();
            try {
                queue.lost(samples.batch());
            } finally {
                lock.unlock();
            }
        }
    }

    private void tell() {
        List<Gap> gaps;
        long total;
        boolean news;
        boolean calm;
        lock.lock();
        try {
            long now = System.nanoTime();
            news = queue.hasLosses() && (!alarmed || now - lastAlarm > RENEW_NANOS);
            calm = alarmed && !queue.hasLosses() && queue.calm() > CALM_NANOS;
            lastAlarm = news ? now : lastAlarm;
            alarmed = news || alarmed && !calm;
            total = queue.dropped();
            gaps = queue.tellLosses("overload of connection " + connection + ", policy " + overload.policy().word());
        } finally {
            lock.unlock();
        }
        String name = "connection." + connection + ".overload";
        if (news) {
            alarms.raise(name, Severity.HIGH, String.format(Locale.ROOT, "%,d samples dropped since the start by policy %s: more comes than can be stored",
                    total, overload.policy().word()));
        } else if (calm) {
            alarms.clear(name, String.format(Locale.ROOT, "nothing dropped for 10 s; %,d samples since the start", total));
        }
        if (!gaps.isEmpty()) {
            log.append(new LogEntry.Gaps(gaps), TraceId.random());
        }
    }

    /** Samples dropped since the start. */
    long dropped() {
        lock.lock();
        try {
            return queue.dropped();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more and stores what waits. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
