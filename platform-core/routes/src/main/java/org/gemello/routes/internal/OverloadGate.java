package org.gemello.routes.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;
import org.gemello.api.Gap;
import org.gemello.api.SampleBatch;
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
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final Thinning thinning = new Thinning();
    private final Losses losses;
    private final Thread thread;
    private long waiting;
    private long lastLoss;
    private long lastAlarm;
    private boolean alarmed;
    private boolean closed;

    private record Waiting(LogEntry entry, TraceId trace) {
        int samples() {
            return entry instanceof LogEntry.Samples samples ? samples.batch().size() : 0;
        }
    }

    OverloadGate(String connection, Overload overload, SampleLog log, PlatformAlarms alarms) {
        this.connection = connection;
        this.overload = overload;
        this.log = log;
        this.alarms = alarms;
        losses = new Losses(log.points());
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
            if (entry instanceof LogEntry.Samples samples) {
                take(samples, trace);
            } else {
                queue.add(new Waiting(entry, trace));
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void take(LogEntry.Samples samples, TraceId trace) {
        SampleBatch batch = samples.batch();
        if (overload.policy() == Overload.Policy.DECIMATE) {
            batch = thinned(batch);
        }
        if (overload.policy() == Overload.Policy.DROP_OLDEST) {
            makeRoom(batch.size());
        }
        if (batch.isEmpty()) {
            return;
        }
        if (waiting > 0 && waiting + batch.size() > overload.buffer()) {
            lost(batch);
            return;
        }
        queue.add(new Waiting(batch == samples.batch() ? samples : new LogEntry.Samples(batch), trace));
        waiting += batch.size();
    }

    private SampleBatch thinned(SampleBatch batch) {
        int stride = Thinning.stride(waiting, overload.buffer());
        if (stride == 1) {
            return batch;
        }
        SampleBatch kept = thinning.thin(batch, stride);
        if (kept.size() < batch.size()) {
            losses.count(batch.size() - kept.size());
            lastLoss = System.nanoTime();
        }
        return kept;
    }

    private void makeRoom(int samples) {
        var oldest = queue.iterator();
        while (waiting + samples > overload.buffer() && oldest.hasNext()) {
            Waiting candidate = oldest.next();
            if (candidate.entry() instanceof LogEntry.Samples old) {
                oldest.remove();
                waiting -= candidate.samples();
                lost(old.batch());
            }
        }
    }

    private void lost(SampleBatch batch) {
        losses.add(batch);
        lastLoss = System.nanoTime();
    }

    private void run() {
        try {
            while (true) {
                Waiting next = next();
                tell();
                if (next != null) {
                    store(next);
                } else if (isClosed()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("connection {}: interrupted, {} samples that waited are not stored", connection, waiting);
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
    private Waiting next() throws InterruptedException {
        lock.lock();
        try {
            if (queue.isEmpty() && !closed) {
                changed.await(1, TimeUnit.SECONDS);
            }
            Waiting next = queue.poll();
            waiting -= next == null ? 0 : next.samples();
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** Waits while the log has no room; what it refuses is lost, and said to be. */
    private void store(Waiting next) {
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

    private void notStored(Waiting next) {
        if (next.entry() instanceof LogEntry.Samples samples) {
            lock.lock();
            try {
                lost(samples.batch());
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
            news = !losses.isEmpty() && (!alarmed || now - lastAlarm > RENEW_NANOS);
            calm = alarmed && losses.isEmpty() && now - lastLoss > CALM_NANOS;
            lastAlarm = news ? now : lastAlarm;
            alarmed = news || alarmed && !calm;
            total = losses.total();
            boolean room = waiting * 2 < overload.buffer(); // gaps are told when the worst is over: one for each point, not hundreds
            gaps = room && !losses.isEmpty() ? losses.tell("overload of connection " + connection + ", policy " + overload.policy().word()) : List.of();
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
            return losses.total();
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
