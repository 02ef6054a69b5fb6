package org.gemello.api.alarm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gemello.api.Caller;
import org.gemello.api.TwinId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All alarms and what is done about them. What is done is in the audit log before it is done, and in the log. Safe for use by many
 * threads.
 *
 * <p>All methods that change something throw {@link java.util.NoSuchElementException} where there is no such alarm,
 * {@link IllegalStateException} where that cannot be done to it now or the audit log cannot be written, {@link SecurityException} where
 * the caller may not, {@link IllegalArgumentException} where a reason is missing or a time is none; the message says which.
 */
@ProviderType
public interface Alarms {
    /** Longest time of a shelf. */
    Duration LONGEST_SHELF = Duration.ofHours(24);

    /** Worst first, then newest first. */
    List<AlarmView> alarms(AlarmFilter filter);

    Optional<AlarmView> alarm(TwinId source, String name);

    /**
     * Somebody has seen it. For operators.
     *
     * @param comment may be empty
     */
    AlarmView acknowledge(TwinId source, String name, String comment, Caller caller);

    /**
     * Puts it aside for a time; afterwards it is as it would be without. For operators. Shelving again sets another time.
     *
     * @param time   more than zero, at most {@link #LONGEST_SHELF}
     * @param reason why
     */
    AlarmView shelve(TwinId source, String name, Duration time, String reason, Caller caller);

    /** Puts it aside because of the state of the plant, until {@link #restore}. For engineers. */
    AlarmView suppress(TwinId source, String name, String reason, Caller caller);

    /** Puts it aside for maintenance, until {@link #restore}. For engineers. */
    AlarmView takeOutOfService(TwinId source, String name, String reason, Caller caller);

    /** Ends a shelf (operators), a suppression or being out of service (engineers). */
    AlarmView restore(TwinId source, String name, String reason, Caller caller);
}
