package org.gemello.historian.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.twin.Severity;

/** Alarms as they stand. */
final class RecordedAlarms implements PlatformAlarms {
    private final Map<String, PlatformAlarm> active = new LinkedHashMap<>();

    @Override
    public synchronized void raise(String name, Severity severity, String message) {
        active.put(name, new PlatformAlarm(name, severity, message, Instant.now()));
    }

    @Override
    public synchronized void clear(String name, String message) {
        active.remove(name);
    }

    @Override
    public synchronized List<PlatformAlarm> active() {
        return List.copyOf(active.values());
    }
}
