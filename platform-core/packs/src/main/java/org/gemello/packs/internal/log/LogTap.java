package org.gemello.packs.internal.log;

import java.time.Instant;
import java.util.Optional;
import org.gemello.api.pack.PackLogLine.Level;
import org.gemello.packs.internal.bundle.PackOrigin;
import org.gemello.packs.internal.guard.AtWork;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Listens to the log of the container (OSGi Compendium 7, part 101) and keeps what comes from packs: lines of a logger that a bundle of a
 * pack has asked for, and lines of the platform while a behaviour of a pack is at work. It must neither log nor throw: it is called by
 * the thread that logs, and a listener that throws is heard no more.
 */
public final class LogTap implements LogListener, AutoCloseable {
    private final PackLogBook book;
    private final ServiceTracker<LogReaderService, LogReaderService> readers;

    public LogTap(BundleContext context, PackLogBook book) {
        this.book = book;
        this.readers = new ServiceTracker<>(context, LogReaderService.class, null) {
            @Override
            public LogReaderService addingService(ServiceReference<LogReaderService> reference) {
                LogReaderService reader = super.addingService(reference);
                reader.addLogListener(LogTap.this);
                return reader;
            }

            @Override
            public void removedService(ServiceReference<LogReaderService> reference, LogReaderService reader) {
                reader.removeLogListener(LogTap.this);
                super.removedService(reference, reader);
            }
        };
        readers.open();
    }

    @Override
    public void logged(LogEntry entry) {
        Optional<AtWork> work = AtWork.here();
        Bundle bundle = entry.getBundle();
        if (bundle != null && PackOrigin.isPack(bundle)) {
            keep(PackOrigin.part(bundle.getLocation()).origin(), entry, work);
        } else if (work.isPresent()) {
            keep(work.get().origin(), entry, work);
        }
    }

    private void keep(PackOrigin origin, LogEntry entry, Optional<AtWork> work) {
        String thrown;
        try {
            thrown = ThrownText.of(entry.getException());
        } catch (RuntimeException | Error e) { // its text is the pack's code
            thrown = "what was thrown cannot be shown: " + e.getClass().getName();
        }
        book.add(origin, Instant.ofEpochMilli(entry.getTime()), level(entry.getLogLevel()), String.valueOf(entry.getLoggerName()),
                String.valueOf(entry.getMessage()), thrown, work.map(AtWork::twin));
    }

    private static Level level(LogLevel level) {
        return switch (level) {
            case ERROR -> Level.ERROR;
            case WARN -> Level.WARN;
            case AUDIT, INFO -> Level.INFO;
            case DEBUG -> Level.DEBUG;
            case TRACE -> Level.TRACE;
        };
    }

    @Override
    public void close() {
        readers.close();
    }
}
