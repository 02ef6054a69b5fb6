package org.gemello.runtime.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.twin.Alarm;

/**
 * What the log says of a twin's alarms. Two versions of a type may judge the same inputs differently, and a replay does not write to the
 * log again; so when a twin goes on with another life, what the log says is brought to what this life says, once.
 */
final class Announcements {
    private final Map<String, LogEntry.AlarmChanged> said = new HashMap<>();
    private boolean doubtful;

    void note(LogEntry.AlarmChanged change) {
        said.put(change.alarm(), change);
    }

    /** From now on another life speaks for the twin. */
    void doubt() {
        doubtful = true;
    }

    /** What has to be said: the changes of this call, and after {@link #doubt} where log and twin are at odds. */
    List<LogEntry.AlarmChanged> toSay(TwinId twin, Map<String, Alarm> alarms, List<LogEntry.AlarmChanged> changes) {
        if (!doubtful) {
            return changes;
        }
        doubtful = false;
        List<LogEntry.AlarmChanged> all = new ArrayList<>(changes);
        Set<String> told = changes.stream().map(LogEntry.AlarmChanged::alarm).collect(Collectors.toSet());
        for (Alarm alarm : alarms.values()) {
            if (!told.contains(alarm.name()) && !isSaid(alarm)) {
                all.add(new LogEntry.AlarmChanged(twin, alarm.name(), alarm.active(), alarm.severity(), alarm.message(), alarm.since()));
            }
        }
        for (LogEntry.AlarmChanged last : said.values()) {
            if (last.active() && !alarms.containsKey(last.alarm())) {
                all.add(new LogEntry.AlarmChanged(twin, last.alarm(), false, last.severity(), "the version that serves now does not raise it",
                        Instant.now()));
            }
        }
        return all;
    }

    private boolean isSaid(Alarm alarm) {
        LogEntry.AlarmChanged last = said.get(alarm.name());
        return last == null ? !alarm.active() : last.active() == alarm.active() && (!alarm.active() || last.severity() == alarm.severity());
    }
}
