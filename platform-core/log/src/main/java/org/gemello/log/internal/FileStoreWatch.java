package org.gemello.log.internal;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.gemello.api.health.DiskWatch;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.twin.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the disk once a second, raises an alarm for each level that is reached, and says when intake must close or open. */
final class FileStoreWatch implements DiskWatch, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileStoreWatch.class);
    private static final long EVERY_MILLIS = 1_000;
    private final DiskOptions options;
    private final Usage usage;
    private final PlatformAlarms alarms;
    private final Consumer<Level> onLevel;
    private final Thread thread = new Thread(this::run, "gemello-disk");
    private volatile Level level = Level.NORMAL;
    private volatile double used;
    private boolean blind;
    private boolean closed;

    /** How full a disk is. */
    @FunctionalInterface
    interface Usage {
        /** Share in use, 0 to 1. */
        double used() throws IOException;

        /** Of the disk of a folder, as {@code df} has it: what is kept for root counts as neither used nor free. */
        static Usage of(Path folder) {
            return () -> {
                FileStore store = Files.getFileStore(folder);
                double taken = store.getTotalSpace() - store.getUnallocatedSpace();
                double all = taken + store.getUsableSpace();
                return all <= 0 ? 0 : taken / all;
            };
        }
    }

    /** @param onLevel called with each level that begins; must be short */
    FileStoreWatch(DiskOptions options, Usage usage, PlatformAlarms alarms, Consumer<Level> onLevel) {
        this.options = options;
        this.usage = usage;
        this.alarms = alarms;
        this.onLevel = onLevel;
        thread.setDaemon(true);
    }

    /** Looks for the first time, and from then on every second. */
    void start() {
        look();
        thread.start();
    }

    @Override
    public Level level() {
        return level;
    }

    @Override
    public double used() {
        return used;
    }

    private void run() {
        while (awaitTurn()) {
            look();
        }
    }

    private synchronized boolean awaitTurn() {
        try {
            if (!closed) {
                wait(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
        return !closed;
    }

    /** One look; a disk that cannot be asked leaves everything as it is. */
    void look() {
        try {
            used = usage.used();
            blind = false;
        } catch (IOException | RuntimeException e) {
            if (!blind) {
                LOG.warn("cannot see how full the disk is; the level stays {}", level, e);
            }
            blind = true;
            return;
        }
        Level now = next(level, 100 * used);
        tell(Level.NO_EXPORTS, Severity.MEDIUM, "disk.exports-stopped", now, "exports and backups have stopped");
        tell(Level.NO_LOW_CLASS_HISTORY, Severity.HIGH, "disk.low-class-history-stopped", now, "points of low history class are not kept");
        tell(Level.NO_INTAKE, Severity.CRITICAL, "disk.intake-stopped", now, "nothing more is taken from sources, they wait");
        if (now != level) {
            level = now;
            onLevel.accept(now);
        }
    }

    /** The level for a share, given the one before: it is left only when the share is lower by the hysteresis. */
    private Level next(Level before, double percent) {
        Level next = Level.NORMAL;
        for (Level candidate : Level.values()) {
            int limit = limit(candidate) - (before.stops(candidate) ? options.hysteresis() : 0);
            next = percent >= limit ? candidate : next;
        }
        return next;
    }

    private int limit(Level of) {
        return switch (of) {
            case NORMAL -> Integer.MIN_VALUE / 2;
            case NO_EXPORTS -> options.exports();
            case NO_LOW_CLASS_HISTORY -> options.lowClass();
            case NO_INTAKE -> options.intake();
        };
    }

    private void tell(Level of, Severity severity, String alarm, Level now, String effect) {
        String full = String.format("the disk of the data folder is %.1f %% full", 100 * used);
        if (now.stops(of)) {
            alarms.raise(alarm, severity, full + ": " + effect + " until it is below " + (limit(of) - options.hysteresis())
                    + " %. Make room, or give history and log less retention");
        } else {
            alarms.clear(alarm, full);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
