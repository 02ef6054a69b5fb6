package org.gemello.shell.internal;

import java.time.Duration;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.Caller;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmView;

/** {@code alarm:shelve}. */
@Service
@Command(scope = "alarm", name = "shelve", description = "Puts an alarm aside for a time")
public final class AlarmShelveCommand extends AlarmCommand {
    @Option(name = "--minutes", description = "For how long, at most 1440")
    int minutes = 60;

    @Override
    String action() {
        return "alarm.shelve";
    }

    @Override
    AlarmView handle(TwinId twin, Caller caller) {
        return alarms.shelve(twin, alarm, Duration.ofMinutes(minutes), reason, caller);
    }
}
