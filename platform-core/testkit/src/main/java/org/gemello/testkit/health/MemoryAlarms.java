package org.gemello.testkit.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.twin.Severity;

/** The platform's alarms in memory, in the order in which they came, with all that happened. Safe for use by many threads. */
public final class MemoryAlarms implements PlatformAlarms {
    private final Map<String, PlatformAlarm> active = new LinkedHashMap<>();
    private final List<String> events = new ArrayList<>();

    @Override
    public synchronized void raise(String name, Severity severity, String message) {
        events.add("raised " + name + ": " + message);
        active.put(name, new PlatformAlarm(name, severity, message, Instant.now()));
    }

    @Override
    public synchronized void clear(String name, String message) {
        events.add("cleared " + name + ": " + message);
        active.remove(name);
    }

    @Override
    public synchronized List<PlatformAlarm> active() {
        return List.copyOf(active.values());
    }

    /** All that was raised and cleared, in words: {@code raised NAME: MESSAGE}, {@code cleared NAME: MESSAGE}. */
    public synchronized List<String> events() {
        return List.copyOf(events);
    }
}
