package org.gemello.rest.internal;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.gemello.api.Role;
import org.gemello.api.TwinId;
import org.gemello.api.connection.Browsable;
import org.gemello.api.connection.Connection;
import org.gemello.api.connection.ConnectionView;
import org.gemello.rest.internal.contract.ConnectionJson;
import org.gemello.rest.internal.contract.ConnectionsApi;
import org.gemello.rest.internal.contract.EndpointJson;
import org.gemello.rest.internal.contract.NodePageJson;
import org.gemello.rest.internal.contract.ProposalJson;
import org.gemello.rest.internal.mapping.ConnectionMapping;
import org.gemello.rest.internal.mapping.SourceMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.request.Page;
import org.gemello.security.policy.Action;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Connections to the plant, and what their sources have. */
@Component(service = ConnectionsResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class ConnectionsResource implements ConnectionsApi {
    private final Platform platform;
    private final Permits permits;
    @Context
    private SecurityContext security;

    @Activate
    public ConnectionsResource(@Reference Platform platform, @Reference Permits permits) {
        this.platform = platform;
        this.permits = permits;
    }

    @Override
    public List<ConnectionJson> listConnections(Integer limit, String cursor) {
        return Page.sorted(platform.connections().connections(), ConnectionView::name, cursor, limit).map(ConnectionMapping::of);
    }

    @Override
    public NodePageJson browse(String connection, String node, String cursor, Integer limit) {
        permits.requireAll(Action.READ, security, "connection.browse", connection);
        Browsable source = browsable(connection);
        return SourceMapping.of(Asked.of("node", () -> source.browse(node == null ? "" : node, cursor == null ? "" : cursor, limit)));
    }

    @Override
    public ProposalJson propose(String connection, String node, String twin) {
        permits.requireAll(Action.READ, security, "connection.browse", connection);
        Browsable source = browsable(connection);
        return SourceMapping.of(Asked.of("node", () -> source.propose(node, new TwinId(twin))));
    }

    @Override
    public List<EndpointJson> listEndpoints(String url) {
        permits.require(Role.ENGINEER, security, "endpoints.discover", url, "");
        return Asked.of("url", () -> platform.discovery().endpoints(url)).stream().map(SourceMapping::of).toList();
    }

    private Browsable browsable(String name) {
        Connection connection = platform.connections().connection(name)
                .orElseThrow(() -> Asked.notFound("there is no running connection '" + name + "'"));
        if (connection instanceof Browsable browsable) {
            return browsable;
        }
        throw Asked.conflict("connection '" + name + "' of kind " + connection.view().kind() + " cannot be browsed");
    }
}
