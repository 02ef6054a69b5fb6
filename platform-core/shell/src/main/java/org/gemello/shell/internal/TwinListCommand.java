package org.gemello.shell.internal;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.twin.TwinRegistry;

/** {@code twin:list}. */
@Service
@Command(scope = "twin", name = "list", description = "Lists all twins with their status, worst quality and active alarms")
public final class TwinListCommand extends TableCommand {
    @Reference
    TwinRegistry twins;
    @Reference
    ShellPermits permits;

    @Override
    List<Table> tables(Instant now) {
        return List.of(TwinTables.list(permits.seen(twins).twins(), now));
    }
}
