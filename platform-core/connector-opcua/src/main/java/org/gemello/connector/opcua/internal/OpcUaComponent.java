package org.gemello.connector.opcua.internal;

import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.gemello.api.Folders;
import org.gemello.api.PointTable;
import org.gemello.api.connection.Connection;
import org.gemello.api.connection.DeadLetters;
import org.gemello.api.log.SampleLog;
import org.gemello.api.trace.Traces;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.SiteConfiguration;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Camel component {@code opcua:}, published as a service for the Camel context of the platform. */
@org.osgi.service.component.annotations.Component(service = Component.class, property = "gemello.scheme=opcua")
public final class OpcUaComponent extends DefaultComponent {
    private static final Logger LOG = LoggerFactory.getLogger(OpcUaComponent.class);

    private final SiteConfiguration site;
    private final PointTable points;
    private final Services services;
    private final Path folder;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Traces traces;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile DeadLetters deadLetters;

    /** As a service component. */
    @Activate
    public OpcUaComponent(BundleContext bundle, @Reference SiteConfiguration site, @Reference SampleLog log, @Reference TrustService trust) {
        this.site = site;
        this.points = log.points();
        this.services = new Services(() -> traces, () -> deadLetters, (name, connection) -> publish(bundle, name, connection),
                trust.list(), Optional.of(log));
        this.folder = Folders.data().resolve("opcua");
    }

    /** Without a container. */
    OpcUaComponent(SiteConfiguration site, PointTable points, Services services, Path folder) {
        this.site = site;
        this.points = points;
        this.services = services;
        this.folder = folder;
    }

    private static Runnable publish(BundleContext bundle, String name, Connection connection) {
        ServiceRegistration<Connection> registration = bundle.registerService(Connection.class, connection,
                new Hashtable<>(Map.of("connection.name", name)));
        return () -> {
            try {
                registration.unregister();
            } catch (IllegalStateException e) {
                LOG.debug("connection {} was withdrawn with its bundle", name);
            }
        };
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        ConnectionDefinition connection = site.connection(remaining).orElseThrow(() -> new IllegalArgumentException(
                "there is no connection '" + remaining + "'; configured are "
                        + site.connections().stream().map(ConnectionDefinition::name).toList()));
        if (!connection.kind().equals("opcua")) {
            throw new ConfigurationException(connection.settings().place(),
                    "connection '" + remaining + "' is of kind '" + connection.kind()
                    + "', so its routes begin with '" + connection.kind() + ":" + remaining + "'");
        }
        long silentSince = getAndRemoveParameter(parameters, "silentSince", Long.class, OpcUaEndpoint.NEVER_SILENT);
        return new OpcUaEndpoint(uri, this, OpcUaSettings.of(connection), site, points, services, folder, silentSince);
    }
}
