package org.gemello.shell.internal;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.connection.Browsable;
import org.gemello.api.connection.Connections;
import org.gemello.security.policy.Action;

/** {@code connection:browse}. */
@Service
@Command(scope = "connection", name = "browse", description = "Lists the children of a node of a connection's source")
public final class ConnectionBrowseCommand extends TableCommand {
    @Reference
    Connections connections;
    @Reference
    ShellPermits permits;

    @Argument(index = 0, name = "connection", description = "Name of a connection", required = true)
    String connection;
    @Argument(index = 1, name = "node", description = "As it stands in a binding; the root where it is absent")
    String node = "";
    @Option(name = "--limit", description = "At most so many")
    int limit = 200;

    @Override
    List<Table> tables(Instant now) {
        permits.requireAll(Action.READ, "connection.browse", connection);
        Browsable source = connections.connection(connection).filter(Browsable.class::isInstance).map(Browsable.class::cast)
                .orElseThrow(() -> new IllegalArgumentException("there is no running connection '" + connection + "' that can be browsed"));
        Table table = new Table("Node", "Name", "Kind", "Type", "Children", "Description");
        source.browse(node, "", limit).nodes().forEach(n -> table.row(n.node(), n.name(), n.kind(), n.type(), n.parent() ? "maybe" : "no", n.description()));
        return List.of(table);
    }
}
