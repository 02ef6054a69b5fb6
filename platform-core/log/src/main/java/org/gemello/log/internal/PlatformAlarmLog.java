package org.gemello.log.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.log.LogEntry.AlarmChanged;
import org.gemello.api.log.LogRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The platform's alarms, kept over restarts in a small file, and told to the sample log by a thread of its own: nobody who
 * raises one waits for a disk. While the log cannot take them the last change of each alarm waits here.
 */
final class PlatformAlarmLog extends AlarmBook implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformAlarmLog.class);
    private static final TwinId TWIN_ID = new TwinId(PlatformAlarms.TWIN);
    private static final long AGAIN_MILLIS = 1_000;
    private static final long LONGEST_APPEND_MILLIS = 60_000;
    private final AlarmFile file;
    private final Map<String, Change> untold = new LinkedHashMap<>();
    private final Map<String, PlatformAlarm> told = new LinkedHashMap<>();
    private final Thread thread = new Thread(this::run, "gemello-alarms");
    private FileSampleLog log;
    private boolean stored = true;
    private boolean closed;

    private record Change(PlatformAlarm alarm, boolean isActive, Instant time) {
        AlarmChanged entry() {
            return new AlarmChanged(TWIN_ID, alarm.name(), isActive, alarm.severity(), alarm.message(), time);
        }
    }

    PlatformAlarmLog(Path path) {
        file = new AlarmFile(path);
        resume(file.read());
        thread.setDaemon(true);
        thread.start();
    }

    /** Goes on where the last run has ended: what the log does not know yet is still to be told. */
    private synchronized void resume(AlarmFile.Content content) {
        content.told().forEach(alarm -> told.put(alarm.name(), alarm));
        content.active().forEach(this::resume);
        content.active().stream().filter(alarm -> !told.containsKey(alarm.name())).forEach(alarm -> changed(alarm, true));
        List<String> active = content.active().stream().map(PlatformAlarm::name).toList();
        content.told().stream().filter(alarm -> !active.contains(alarm.name())).forEach(alarm -> changed(alarm, false));
    }

    /** Where to tell of changes from now on. */
    synchronized void log(FileSampleLog open) {
        log = open;
        notifyAll();
    }

    @Override
    synchronized void changed(PlatformAlarm alarm, boolean isActive) {
        untold.remove(alarm.name());
        untold.put(alarm.name(), new Change(alarm, isActive, Instant.now()));
        stored = false;
        notifyAll();
    }

    private void run() {
        try {
            while (awaitChange()) {
                store();
                if (!tellNext()) {
                    TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("closed", e);
        }
        store();
    }

    /** False where the thread has to end. */
    private synchronized boolean awaitChange() throws InterruptedException {
        while (!closed && stored && (untold.isEmpty() || log == null)) {
            wait();
        }
        return !closed;
    }

    private void store() {
        AlarmFile.Content content;
        synchronized (this) {
            if (stored) {
                return;
            }
            stored = true;
            content = new AlarmFile.Content(active(), List.copyOf(told.values()));
        }
        file.write(content);
    }

    /** False where the log could not take it. */
    private boolean tellNext() throws InterruptedException {
        Change next;
        FileSampleLog open;
        synchronized (this) {
            if (log == null || untold.isEmpty()) {
                return true;
            }
            next = untold.values().iterator().next();
            open = log;
        }
        if (!open.status().failure().isEmpty()) {
            return false;
        }
        try {
            open.append(next.entry(), TraceId.NONE, LogRecord.FROM_OUTSIDE).get(LONGEST_APPEND_MILLIS, TimeUnit.MILLISECONDS);
            done(next);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("alarm {} is not yet in the sample log: {}", next.alarm().name(), e.toString());
            return false;
        }
    }

    private synchronized void done(Change change) {
        untold.remove(change.alarm().name(), change);
        if (change.isActive()) {
            told.put(change.alarm().name(), change.alarm());
        } else {
            told.remove(change.alarm().name());
        }
        stored = false;
    }

    /** Ends; what the log does not know yet is told after the restart. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
