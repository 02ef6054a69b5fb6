package org.gemello.shell.internal;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.TwinId;
import org.gemello.api.twin.TwinRegistry;

/** {@code twin:show ID}. */
@Service
@Command(scope = "twin", name = "show", description = "Shows the points, alarms and commands of one twin")
public final class TwinShowCommand extends TableCommand {
    @Reference
    TwinRegistry twins;
    @Reference
    ShellPermits permits;

    @Argument(name = "id", description = "Id of the twin, such as wt-01", required = true)
    @Completion(TwinIdCompleter.class)
    String id;

    /** @throws IllegalArgumentException where there is no such twin; the shell prints the message */
    @Override
    List<Table> tables(Instant now) {
        return permits.seen(twins).twin(new TwinId(id)).map(twin -> TwinTables.show(twin, now))
                .orElseThrow(() -> ShellPermits.noTwin(new TwinId(id)));
    }
}
