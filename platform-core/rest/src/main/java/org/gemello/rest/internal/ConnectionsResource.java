package org.gemello.rest.internal;

import java.util.List;
import org.gemello.rest.internal.contract.ConnectionJson;
import org.gemello.rest.internal.contract.ConnectionsApi;
import org.gemello.rest.internal.mapping.ConnectionMapping;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Connections to the plant. */
@Component(service = ConnectionsResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class ConnectionsResource implements ConnectionsApi {
    private final Platform platform;

    @Activate
    public ConnectionsResource(@Reference Platform platform) {
        this.platform = platform;
    }

    @Override
    public List<ConnectionJson> listConnections() {
        return platform.connections().connections().stream().map(ConnectionMapping::of).toList();
    }
}
