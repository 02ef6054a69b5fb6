package org.gemello.log.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.twin.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The alarms that are active, in memory, and every change in the program's own log. Safe for many threads. */
class AlarmBook implements PlatformAlarms {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformAlarms.class);
    private final Map<String, PlatformAlarm> active = new LinkedHashMap<>();

    /**
     * Called with every change that belongs in the sample log, in order; must be short.
     *
     * @param alarm    as it is now, or was
     * @param isActive whether it is active
     */
    void changed(PlatformAlarm alarm, boolean isActive) {
    }

    @Override
    public synchronized void raise(String name, Severity severity, String message) {
        PlatformAlarm before = active.get(name);
        PlatformAlarm now = new PlatformAlarm(name, severity, message, before == null ? Instant.now() : before.since());
        active.put(name, now);
        if (before == null || before.severity() != severity) {
            LOG.warn("alarm {} ({}): {}", name, severity, message);
            changed(now, true);
        }
    }

    @Override
    public synchronized void clear(String name, String message) {
        PlatformAlarm before = active.remove(name);
        if (before != null) {
            LOG.info("alarm {} is over: {}", name, message);
            changed(new PlatformAlarm(name, before.severity(), message, before.since()), false);
        }
    }

    @Override
    public synchronized List<PlatformAlarm> active() {
        return new ArrayList<>(active.values());
    }

    /** An alarm from before the restart: nothing has changed. */
    synchronized void resume(PlatformAlarm alarm) {
        active.putIfAbsent(alarm.name(), alarm);
    }
}
