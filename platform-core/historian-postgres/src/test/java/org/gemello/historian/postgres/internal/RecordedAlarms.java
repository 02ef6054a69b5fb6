package org.gemello.historian.postgres.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.twin.Severity;

/** Alarms that are remembered and go nowhere. */
final class RecordedAlarms implements PlatformAlarms {
    private final Map<String, PlatformAlarm> active = new ConcurrentHashMap<>();

    @Override
    public void raise(String name, Severity severity, String message) {
        active.put(name, new PlatformAlarm(name, severity, message, Instant.now()));
    }

    @Override
    public void clear(String name, String message) {
        active.remove(name);
    }

    @Override
    public List<PlatformAlarm> active() {
        return new ArrayList<>(active.values());
    }
}
