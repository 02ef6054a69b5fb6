package org.gemello.shell.internal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmFilter;
import org.gemello.api.alarm.AlarmState;
import org.gemello.api.alarm.AlarmView;
import org.gemello.api.alarm.Alarms;
import org.gemello.api.twin.Severity;
import org.gemello.security.policy.Sight;

/** {@code alarm:list}. */
@Service
@Command(scope = "alarm", name = "list", description = "Lists the alarms of twins and of the platform that are active or wait for somebody, worst first")
public final class AlarmListCommand extends TableCommand {
    @Reference
    Alarms alarms;
    @Reference
    ShellPermits permits;

    @Argument(name = "source", description = "Only alarms of this twin; platform for the platform itself")
    String source;

    @Option(name = "--aside", description = "Those that are shelved, suppressed or out of service instead")
    boolean aside;
    @Option(name = "--limit", description = "At most this many")
    int limit = 500;

    @Override
    List<Table> tables(Instant now) {
        Set<AlarmState> states = aside ? Set.of(AlarmState.SHELVED, AlarmState.SUPPRESSED, AlarmState.OUT_OF_SERVICE)
                : AlarmFilter.STANDING.states();
        Sight sight = permits.sight();
        Set<TwinId> sources = source == null ? Set.of() : Set.of(new TwinId(source));
        List<AlarmView> seen = alarms.alarms(new AlarmFilter(sources, states, Severity.LOW, Integer.MAX_VALUE)).stream()
                .filter(alarm -> sight.sees(alarm.source())).limit(limit).toList();
        return List.of(AlarmTable.of(seen, now));
    }
}
