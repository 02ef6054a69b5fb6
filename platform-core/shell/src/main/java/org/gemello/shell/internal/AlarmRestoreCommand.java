package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.Caller;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmView;

/** {@code alarm:restore}. */
@Service
@Command(scope = "alarm", name = "restore", description = "Brings an alarm back that was put aside")
public final class AlarmRestoreCommand extends AlarmCommand {
    @Override
    String action() {
        return "alarm.restore";
    }

    @Override
    AlarmView handle(TwinId twin, Caller caller) {
        return alarms.restore(twin, alarm, reason, caller);
    }
}
