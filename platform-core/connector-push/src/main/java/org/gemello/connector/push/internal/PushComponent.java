package org.gemello.connector.push.internal;

import java.util.List;
import java.util.function.Function;
import org.apache.camel.Component;
import org.gemello.api.connection.DeadLetters;
import org.gemello.api.log.SampleLog;
import org.gemello.api.trace.Traces;
import org.gemello.binding.Binding;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.SiteConfiguration;
import org.gemello.connector.EntrySink;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The Camel component of the scheme {@code push}. */
@org.osgi.service.component.annotations.Component(service = Component.class, property = "gemello.scheme=" + PushComponent.SCHEME)
public final class PushComponent extends InputComponent {
    static final String SCHEME = "push";
    private final InputServices services;

    @Activate
    public PushComponent(BundleContext bundle, @Reference SiteConfiguration site, @Reference SampleLog log,
              @Reference DeadLetters deadLetters, @Reference Traces traces) {
        super(SCHEME, bundle, site);
        this.services = new InputServices(log, deadLetters, traces);
    }

    @Override
    Function<EntrySink, Input> prepare(ConnectionDefinition definition, List<Binding> bindings) {
        definition.settings().allowOnly();
        return sink -> new PushConnection(definition.name(), bindings, services, sink);
    }
}
