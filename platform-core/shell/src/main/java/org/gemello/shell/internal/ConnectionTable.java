package org.gemello.shell.internal;

import java.time.Instant;
import java.util.List;
import org.gemello.api.connection.ConnectionView;

/** Connections as a table. */
final class ConnectionTable {
    private ConnectionTable() {
    }

    /** One row for each connection. */
    static Table of(List<ConnectionView> connections, Instant now) {
        Table table = new Table("Connection", "Kind", "Endpoint", "State", "Since", "Points", "Received", "Refused", "Last data", "Reason");
        connections.forEach(c -> table.row(c.name(), c.kind(), c.endpoint(), c.state(), Texts.time(c.since()), c.points(), c.received(),
                c.refused(), Texts.age(c.lastData(), now), c.reason().isEmpty() ? Texts.NONE : c.reason()));
        return table;
    }
}
