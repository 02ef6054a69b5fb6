package org.gemello.routes.internal;

import java.util.OptionalLong;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;

/** The routes of the data plane. Headers are stripped at the door: what a source sends must never steer a component. */
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
     * @param silentSince since then nothing of the connection was received, nanoseconds since the epoch: the connector tells the gap
     */
    static RoutesBuilder connection(String kind, String name, OptionalLong silentSince) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                String since = silentSince.isPresent() ? "?silentSince=" + silentSince.getAsLong() : "";
                from(kind + ":" + name + since).routeId(connectionId(name)).removeHeaders("*").to("samples:append");
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
