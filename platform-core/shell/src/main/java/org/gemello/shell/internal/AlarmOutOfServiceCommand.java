package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.Caller;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmView;

/** {@code alarm:out-of-service}. */
@Service
@Command(scope = "alarm", name = "out-of-service", description = "Puts an alarm aside for maintenance, until alarm:restore")
public final class AlarmOutOfServiceCommand extends AlarmCommand {
    @Override
    String action() {
        return "alarm.take_out_of_service";
    }

    @Override
    AlarmView handle(TwinId twin, Caller caller) {
        return alarms.takeOutOfService(twin, alarm, reason, caller);
    }
}
