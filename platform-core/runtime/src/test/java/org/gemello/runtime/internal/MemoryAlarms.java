package org.gemello.runtime.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.twin.Severity;

/** The platform's alarms in memory. */
final class MemoryAlarms implements PlatformAlarms {
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
        return List.copyOf(active.values());
    }
}
