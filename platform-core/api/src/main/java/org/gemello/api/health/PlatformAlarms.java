package org.gemello.api.health;

import java.time.Instant;
import java.util.List;
import org.gemello.api.twin.Severity;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Alarms of the platform itself: a full disk, a damaged segment, samples dropped by a declared policy. They go into the log as
 * {@link org.gemello.api.log.LogEntry.AlarmChanged} of the twin {@code platform}, where the log can take them. Safe for many threads.
 */
@ProviderType
public interface PlatformAlarms {
    /** The twin id under which they stand in the log. */
    String TWIN = "platform";

    /**
     * Raises an alarm; where it is active already only its message and severity are renewed, and nothing is logged unless the severity changed.
     *
     * @param name    part and what is wrong, such as {@code log.segment-damaged} or {@code connection.plant.overload}
     * @param message what is wrong and what helps, with numbers
     */
    void raise(String name, Severity severity, String message);

    /** Back to normal; nothing where it is not active. */
    void clear(String name, String message);

    /** The active ones, oldest first. */
    List<PlatformAlarm> active();

    /** One alarm. */
    record PlatformAlarm(String name, Severity severity, String message, Instant since) {
    }
}
