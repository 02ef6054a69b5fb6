package org.gemello.rest.internal.mapping;

import org.gemello.api.connection.ConnectionView;
import org.gemello.rest.internal.contract.ConnectionJson;

/** Connections as the contract shows them. */
public final class ConnectionMapping {
    private ConnectionMapping() {
    }

    public static ConnectionJson of(ConnectionView connection) {
        return new ConnectionJson().name(connection.name()).kind(connection.kind()).endpoint(connection.endpoint())
                .state(ConnectionJson.StateEnum.fromValue(connection.state().name())).reason(Texts.orAbsent(connection.reason()))
                .since(connection.since()).points(connection.points()).received(connection.received()).refused(connection.refused())
                .lastData(connection.lastData());
    }
}
