package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.log.SampleLog;

/** {@code log:forget}. */
@Service
@Command(scope = "log", name = "forget", description = "Forgets a reader of the sample log that is no longer used, so that it does not hold the "
        + "log back")
public final class LogForgetCommand extends AuditedCommand {
    @Reference
    SampleLog log;

    @Argument(name = "group", description = "Name of the consumer group, see log:groups", required = true)
    String group;

    @Override
    String action() {
        return "log.group.forget";
    }

    @Override
    String object() {
        return group;
    }

    @Override
    String act() {
        return log.forget(group) ? "forgotten: " + group : "there is no consumer group '" + group + "'";
    }
}
