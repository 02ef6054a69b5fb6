package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gemello.api.Caller;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmView;
import org.gemello.api.alarm.Alarms;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Target;

/** A command that does something about one alarm. */
abstract class AlarmCommand extends ChangingCommand {
    @Reference
    Alarms alarms;

    @Argument(name = "source", description = "Twin, or platform", required = true)
    @Completion(TwinIdCompleter.class)
    String source;

    @Argument(index = 1, name = "alarm", description = "Its name, see alarm:list", required = true)
    String alarm;

    @Argument(index = 2, name = "reason", description = "Why, for the record")
    String reason = "";

    abstract AlarmView handle(TwinId twin, Caller caller);

    @Override
    final String object() {
        return source + "/" + alarm;
    }

    @Override
    final void check() {
        permits.require(Action.ACKNOWLEDGE, Target.of(new TwinId(source)), action(), object());
    }

    @Override
    final String act() {
        return source + " " + alarm + " is " + handle(new TwinId(source), caller()).state();
    }
}
