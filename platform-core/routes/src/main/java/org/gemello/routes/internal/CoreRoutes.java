package org.gemello.routes.internal;

import java.util.Optional;
import java.util.OptionalLong;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;

/** The routes of the data plane. */
final class CoreRoutes {
    private CoreRoutes() {
    }

    static String connectionId(String connection) {
        return "connection-" + connection;
    }

    static String groupId(String group) {
        return "group-" + group;
    }

    /**
     * From a source into the log. Failures go back to the connector, which then does not acknowledge.
     *
     * @param gate        takes the entries instead of the log where the source shall not wait
     * @param silentSince since then nothing of the connection was received, nanoseconds since the epoch: the connector tells the gap
     */
    static RoutesBuilder connection(String kind, String name, Optional<OverloadGate> gate, OptionalLong silentSince) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                String since = silentSince.isPresent() ? "?silentSince=" + silentSince.getAsLong() : "";
                RouteDefinition route = from(kind + ":" + name + since).routeId(connectionId(name));
                gate.ifPresentOrElse(route::process, () -> route.to("samples:append"));
            }
        };
    }

    /** From the log to a sink, such as {@code twin:apply} or {@code history:store}. */
    static RoutesBuilder group(String group, String target) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("samples:tail?group=" + group).routeId(groupId(group)).to(target);
            }
        };
    }
}
