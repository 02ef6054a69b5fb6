package org.gemello.shell.internal;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.connection.Connections;

/** {@code connection:list}. */
@Service
@Command(scope = "connection", name = "list", description = "Lists all connections with their state and figures")
public final class ConnectionListCommand extends TableCommand {
    @Reference
    Connections connections;

    @Override
    List<Table> tables(Instant now) {
        return List.of(ConnectionTable.of(connections.connections(), now));
    }
}
