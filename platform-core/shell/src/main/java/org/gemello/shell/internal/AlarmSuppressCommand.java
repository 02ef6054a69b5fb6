package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.Caller;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmView;

/** {@code alarm:suppress}. */
@Service
@Command(scope = "alarm", name = "suppress", description = "Puts an alarm aside because of the state of the plant, until alarm:restore")
public final class AlarmSuppressCommand extends AlarmCommand {
    @Override
    String action() {
        return "alarm.suppress";
    }

    @Override
    AlarmView handle(TwinId twin, Caller caller) {
        return alarms.suppress(twin, alarm, reason, caller);
    }
}
