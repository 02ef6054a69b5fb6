package org.gemello.routes.internal;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.twin.Severity;

/** Alarms in memory, with all that happened. */
final class KeptAlarms implements PlatformAlarms {
    final List<String> events = new CopyOnWriteArrayList<>();
    private final List<PlatformAlarm> active = new CopyOnWriteArrayList<>();

    @Override
    public void raise(String name, Severity severity, String message) {
        events.add("raised " + name + ": " + message);
        active.removeIf(alarm -> alarm.name().equals(name));
        active.add(new PlatformAlarm(name, severity, message, Instant.now()));
    }

    @Override
    public void clear(String name, String message) {
        events.add("cleared " + name + ": " + message);
        active.removeIf(alarm -> alarm.name().equals(name));
    }

    @Override
    public List<PlatformAlarm> active() {
        return active;
    }
}
