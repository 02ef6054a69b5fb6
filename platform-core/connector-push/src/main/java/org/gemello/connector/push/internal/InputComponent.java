package org.gemello.connector.push.internal;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.gemello.binding.Binding;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.SiteConfiguration;
import org.gemello.connector.EntrySink;
import org.osgi.framework.BundleContext;

/** A Camel component whose endpoints are inputs of one kind. */
abstract class InputComponent extends DefaultComponent {
    private final String scheme;
    private final BundleContext bundle;
    private final SiteConfiguration site;

    /** @param bundle publishes the connections as services */
    InputComponent(String scheme, BundleContext bundle, SiteConfiguration site) {
        this.scheme = scheme;
        this.bundle = bundle;
        this.site = site;
    }

    /**
     * Checks the settings of a connection.
     *
     * @return opens it, feeding the given sink
     */
    abstract Function<EntrySink, Input> prepare(ConnectionDefinition definition, List<Binding> bindings);

    @Override
    protected final Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        parameters.remove("silentSince"); // what nobody has brought is not missing, and files wait for us
        ConnectionDefinition definition = site.connection(remaining).filter(found -> found.kind().equals(scheme))
                .orElseThrow(() -> new IllegalArgumentException("there is no connection '" + remaining + "' of kind " + scheme));
        return new InputEndpoint(uri, this, bundle, definition, prepare(definition, site.bindings(remaining)));
    }
}
