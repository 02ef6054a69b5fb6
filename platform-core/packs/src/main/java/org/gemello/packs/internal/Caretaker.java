package org.gemello.packs.internal;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gemello.packs.internal.bundle.LoadedVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the packs: the watched folder and health every two seconds; trials, keys and counts of refusals every hour. */
final class Caretaker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);
    private static final long LOOK_SECONDS = 2;
    private final ScheduledExecutorService clockwork = Executors.newScheduledThreadPool(1, work -> daemon(work, "packs"));
    private final Workshop shop;
    private final Shelf shelf;
    private final PackManager manager;
    private final PackHealth health;
    private final WatchedFolder watched;
    private final Executor auditWriter;

    /** Work that may fail and is tried again. */
    private interface Chore {
        void run() throws IOException, InterruptedException;
    }

    Caretaker(Workshop shop, Shelf shelf, PackManager manager, PackHealth health, WatchedFolder watched, Executor auditWriter) {
        this.shop = shop;
        this.shelf = shelf;
        this.manager = manager;
        this.health = health;
        this.watched = watched;
        this.auditWriter = auditWriter;
    }

    static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    void begin() {
        clockwork.scheduleWithFixedDelay(() -> quietly("look at the packs", this::look), 0, LOOK_SECONDS, TimeUnit.SECONDS);
        clockwork.scheduleWithFixedDelay(() -> quietly("hourly look at the packs", this::hourly), 1, 1, TimeUnit.HOURS);
    }

    private static void quietly(String what, Chore chore) {
        try {
            chore.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.warn("the {} failed and is tried again: {}", what, e.toString());
        }
    }

    private void look() throws IOException {
        watched.look();
        health.look(manager.packs());
    }

    private void hourly() throws IOException, InterruptedException {
        shelf.forget();
        auditWriter.execute(shop.loader()::writeRefusals);
        for (String pack : shop.active().all().keySet()) {
            String expired = shop.trials().expiry(pack, shelf.trialDays(pack));
            Optional<LoadedVersion> version = shop.running().find(pack);
            if (!expired.isEmpty() && version.isPresent()) {
                version.get().standBy();
                shop.running().park(pack, expired);
                shop.retirement().retire(version.get());
            }
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
