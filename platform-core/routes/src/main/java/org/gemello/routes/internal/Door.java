package org.gemello.routes.internal;

import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;

/**
 * The door of every route: headers that come from outside are taken away before the first step sees them, for what a source sends must
 * never steer a component ({@code CamelFileName}, {@code CamelHttpUri} and their like). Within the platform, from one route to the
 * next, they stay.
 */
final class Door implements RoutePolicyFactory {
    private static final Set<String> WITHIN = Set.of("direct", "seda", "timer");
    private static final RoutePolicy STRIPPING = new RoutePolicySupport() {
        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            exchange.getIn().removeHeaders("*");
        }
    };

    @Override
    public RoutePolicy createRoutePolicy(CamelContext camelContext, String routeId, NamedNode route) {
        String from = route instanceof org.apache.camel.model.RouteDefinition definition ? definition.getInput().getEndpointUri() : "";
        int colon = from.indexOf(':');
        return colon > 0 && WITHIN.contains(from.substring(0, colon)) ? null : STRIPPING;
    }
}
