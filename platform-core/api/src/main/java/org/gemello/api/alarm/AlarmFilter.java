package org.gemello.api.alarm;

import java.util.EnumSet;
import java.util.Set;
import org.gemello.api.TwinId;
import org.gemello.api.twin.Severity;

/**
 * Which alarms are wanted.
 *
 * @param sources empty for all
 * @param states  empty for all
 * @param least   lowest severity
 * @param limit   most alarms, at least 0
 */
public record AlarmFilter(Set<TwinId> sources, Set<AlarmState> states, Severity least, int limit) {
    /** What operators look at: everything that is active or waits for somebody and is not put aside. */
    public static final AlarmFilter STANDING = new AlarmFilter(Set.of(),
            EnumSet.of(AlarmState.UNACKNOWLEDGED, AlarmState.ACKNOWLEDGED, AlarmState.RETURNED), Severity.LOW, Integer.MAX_VALUE);

    public AlarmFilter {
        sources = Set.copyOf(sources);
        states = Set.copyOf(states);
    }

    public boolean matches(AlarmView alarm) {
        return (sources.isEmpty() || sources.contains(alarm.source())) && (states.isEmpty() || states.contains(alarm.state()))
                && alarm.severity().compareTo(least) >= 0;
    }
}
