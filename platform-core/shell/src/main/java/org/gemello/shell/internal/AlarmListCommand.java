package org.gemello.shell.internal;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.health.PlatformAlarms;

/** {@code alarm:list}. */
@Service
@Command(scope = "alarm", name = "list", description = "Lists the active alarms of the platform itself")
public final class AlarmListCommand extends TableCommand {
    @Reference
    PlatformAlarms alarms;

    @Override
    List<Table> tables(Instant now) {
        Table table = new Table("Alarm", "Severity", "Since", "Message");
        alarms.active().forEach(a -> table.row(a.name(), a.severity(), Texts.time(a.since()), a.message()));
        return List.of(table);
    }
}
