package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.Caller;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmView;

/** {@code alarm:acknowledge}. */
@Service
@Command(scope = "alarm", name = "acknowledge", description = "Says that somebody has seen an alarm")
public final class AlarmAcknowledgeCommand extends AlarmCommand {
    @Override
    String action() {
        return "alarm.acknowledge";
    }

    @Override
    AlarmView handle(TwinId twin, Caller caller) {
        return alarms.acknowledge(twin, alarm, reason, caller);
    }
}
