package org.gemello.runtime.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.SampleLog;
import org.gemello.api.log.Tail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the twins. A twin is either attached, then the dispatcher puts each record of the log into its mailbox, or it catches up
 * with a reader of its own, together with others that start at the same time. It changes over under the dispatcher's lock at an
 * exact offset, so nothing is passed over; what comes twice a twin recognises by its offset.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration BREATH = Duration.ofMillis(50);
    private final SampleLog log;
    private final Map<TwinId, TwinCell> cells;
    private final PointSlots slots;
    private final Map<TwinCell, Mailbox> mailboxes = new HashMap<>();
    private final Map<Thread, Map<TwinCell, Integer>> catchingUp = new ConcurrentHashMap<>();
    private final Executor workers;
    private final Set<TwinCell> attached = ConcurrentHashMap.newKeySet();
    private Splitter splitter;
    private long next;
    private volatile boolean closed;

    /** @param next offset at which {@link #accept} will go on */
    Dispatcher(SampleLog log, Map<TwinId, TwinCell> cells, PointSlots slots, Executor workers, long next) {
        this.log = log;
        this.cells = cells;
        this.slots = slots;
        this.workers = workers;
        this.splitter = new Splitter(cells, slots);
        this.next = next;
        cells.values().forEach(this::newMailbox);
    }

    private void newMailbox(TwinCell cell) {
        mailboxes.put(cell, new Mailbox(cell, workers, () -> catchUp(Set.of(cell))));
    }

    synchronized long next() {
        return next;
    }

    /** Takes the next record of the log and hands it on; never waits for a twin. */
    synchronized void accept(LogRecord record) {
        if (record.next() <= next) {
            return;
        }
        splitter.split(record, attached::contains, (cell, whole, own) -> {
            if (!mailboxes.get(cell).offer(whole, own)) {
                LOG.warn("twin {} fell behind by more items than may wait for it and goes on by itself from the log", cell.id());
                attached.remove(cell);
                cell.behind();
            }
        });
        next = record.next();
    }

    /** Stops feeding these twins; what waits for them is forgotten, it is in the log. */
    synchronized void detach(Collection<TwinCell> leaving) {
        leaving.forEach(attached::remove);
        leaving.stream().filter(mailboxes::containsKey).forEach(cell -> mailboxes.get(cell).clear()); // it may have left the site meanwhile
    }

    /** Between two records of the log: from the next one on there are these twins instead of those, parked until they catch up. */
    synchronized void replace(Collection<TwinCell> leaving, Collection<TwinCell> coming) {
        detach(leaving);
        leaving.forEach(cell -> {
            mailboxes.remove(cell);
            cells.remove(cell.id());
        });
        coming.forEach(cell -> {
            cells.put(cell.id(), cell);
            newMailbox(cell);
        });
        splitter = new Splitter(cells, slots);
    }

    /**
     * A thread does not come back from a twin: the twin gets a new mailbox, and who was to be fed by the same thread gets another.
     *
     * @return true where the thread was one that catches up
     */
    boolean giveUp(TwinCell stuck, Thread thread) {
        synchronized (this) {
            attached.remove(stuck);
            if (mailboxes.containsKey(stuck)) {
                mailboxes.get(stuck).clear();
                newMailbox(stuck);
            }
        }
        Map<TwinCell, Integer> cohort = catchingUp.remove(thread);
        if (cohort != null) {
            List<TwinCell> others = cohort.entrySet().stream().filter(entry -> entry.getKey().hasBehavior() && entry.getKey().epoch() == entry.getValue())
                    .map(Map.Entry::getKey).toList();
            if (!others.isEmpty()) {
                catchUp(others);
            }
        }
        return cohort != null;
    }

    /**
     * What a twin has been given and has not applied: items that wait for it, or, where it reads the log by itself, all those between it and the others.
     * What the log has not written yet, or others have to do, is not its fault.
     */
    synchronized long lag(TwinCell cell) {
        return attached.contains(cell) ? mailboxes.get(cell).waiting() : Math.max(0, next - (cell.applied() + 1));
    }

    /** Attaches the twins of a cohort that are still in the epoch for which they were read; false where the dispatcher is ahead. */
    private synchronized boolean attach(Map<TwinCell, Integer> cohort, long position) {
        if (position < next) {
            return false;
        }
        cohort.forEach((cell, epoch) -> {
            if (cell.hasBehavior() && cell.epoch() == epoch) {
                mailboxes.get(cell).clear();
                attached.add(cell);
                cell.live();
            }
        });
        return true;
    }

    /** Brings twins that have a behaviour up to the dispatcher's place, on a thread of its own, then attaches them. */
    void catchUp(Collection<TwinCell> cells) {
        Map<TwinCell, Integer> cohort = new HashMap<>();
        cells.forEach(cell -> cohort.put(cell, cell.epoch()));
        String type = cells.stream().findFirst().map(cell -> cell.definition().type()).orElse("");
        Thread thread = new Thread(() -> follow(cohort), "catch-up " + type);
        thread.setDaemon(true);
        thread.setContextClassLoader(Dispatcher.class.getClassLoader());
        catchingUp.put(thread, cohort);
        thread.start();
    }

    private void follow(Map<TwinCell, Integer> cohort) {
        long from = cohort.keySet().stream().mapToLong(TwinCell::applied).min().orElse(-1) + 1;
        if (from > 0 && from < log.start()) {
            LOG.error("twins {} go on at offset {}: they had not seen {} to {}, which the log no longer keeps", cohort.keySet().stream()
                    .map(TwinCell::id).toList(), log.start(), from, log.start() - 1);
        }
        Splitter own = new Splitter(cells, slots);
        try (Tail tail = log.tail(from)) {
            Duration patience = Duration.ZERO;
            while (!closed && !tail.isClosed() && catchingUp.containsKey(Thread.currentThread()) && cohort.keySet().stream().anyMatch(TwinCell::hasBehavior)) {
                Optional<LogRecord> record = tail.poll(patience);
                record.ifPresent(found -> own.split(found, cohort::containsKey, (cell, whole, part) -> cell.apply(cohort.get(cell), whole, part)));
                if (record.isEmpty() && attach(cohort, tail.position())) {
                    return;
                }
                // at the end of what is on disk but behind the dispatcher: the rest is there in a moment
                patience = record.isEmpty() ? BREATH : Duration.ZERO;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            catchingUp.remove(Thread.currentThread());
        }
    }

    void close() {
        closed = true;
    }
}
