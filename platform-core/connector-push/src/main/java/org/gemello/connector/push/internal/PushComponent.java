package org.gemello.connector.push.internal;

import java.util.Map;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.gemello.api.connection.DeadLetters;
import org.gemello.api.log.SampleLog;
import org.gemello.api.trace.Traces;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.SiteConfiguration;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The Camel component of the scheme {@code push}. */
@org.osgi.service.component.annotations.Component(service = Component.class, property = "gemello.scheme=" + PushComponent.SCHEME)
public final class PushComponent extends DefaultComponent {
    static final String SCHEME = "push";
    private final BundleContext bundle;
    private final SiteConfiguration site;
    private final InputServices services;

    /** @param bundle publishes the connections as services */
    @Activate
    public PushComponent(BundleContext bundle, @Reference SiteConfiguration site, @Reference SampleLog log,
                         @Reference DeadLetters deadLetters, @Reference Traces traces) {
        this.bundle = bundle;
        this.site = site;
        this.services = new InputServices(log, deadLetters, traces);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        parameters.remove("silentSince"); // nobody knows what was not pushed
        ConnectionDefinition definition = site.connection(remaining).filter(found -> found.kind().equals(SCHEME))
                .orElseThrow(() -> new IllegalArgumentException("there is no connection '" + remaining + "' of kind " + SCHEME));
        definition.settings().allowOnly();
        return new InputEndpoint(uri, this, bundle, definition,
                sink -> new PushConnection(remaining, site.bindings(remaining), services, sink));
    }
}
