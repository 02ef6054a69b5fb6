package org.gemello.routes.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gemello.api.connection.Connection;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.connection.ConnectionView;
import org.gemello.api.connection.Connections;
import org.gemello.api.health.HealthCheck;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.SiteConfiguration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** All configured connections: those that run as their connectors show them, the others as stopped with the reason. */
@Component(service = {Connections.class, HealthCheck.class, ConnectionRegistry.class})
public final class ConnectionRegistry implements Connections, HealthCheck {
    private final SiteConfiguration site;
    private final Map<String, Connection> running = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final Instant since = Instant.now();

    @Activate
    public ConnectionRegistry(@Reference SiteConfiguration site) {
        this.site = site;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addConnection(Connection connection) {
        running.put(connection.view().name(), connection);
    }

    void removeConnection(Connection connection) {
        running.values().remove(connection);
    }

    /** A connection cannot be started. */
    void refuse(String name, String reason) {
        refused.put(name, reason);
    }

    /** A connection has been started. */
    void allow(String name) {
        refused.remove(name);
    }

    @Override
    public List<ConnectionView> connections() {
        return site.connections().stream().map(this::view).sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }

    private ConnectionView view(ConnectionDefinition definition) {
        Connection live = running.get(definition.name());
        if (live != null) {
            return live.view();
        }
        int points = site.bindings(definition.name()).stream().mapToInt(binding -> binding.points().size()).sum();
        String reason = refused.getOrDefault(definition.name(), "no connector of kind '" + definition.kind() + "' is installed");
        return new ConnectionView(definition.name(), definition.kind(), "", ConnectionState.STOPPED, reason, since, points, 0, 0, null);
    }

    @Override
    public Optional<Connection> connection(String name) {
        return Optional.ofNullable(running.get(name));
    }

    /** A lost source does not make the platform unready: it is named, and the platform goes on with the others. */
    @Override
    public Health health() {
        List<ConnectionView> all = connections();
        List<String> out = all.stream().filter(c -> c.state() != ConnectionState.CONNECTED).map(c -> c.name() + " " + c.state() + " " + c.reason()).toList();
        return Health.well("connections", all.size() - out.size() + " of " + all.size() + " connected" + (out.isEmpty() ? "" : "; " + out));
    }
}
