package org.gemello.rest.internal;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import org.gemello.rest.internal.contract.CommandJson;
import org.gemello.rest.internal.contract.CommandsApi;
import org.gemello.rest.internal.mapping.CommandMapping;
import org.gemello.rest.internal.problem.Problems;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What became of a command. */
@Component(service = CommandsResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class CommandsResource implements CommandsApi {
    private final Platform platform;
    private final Sights sights;
    @Context
    private SecurityContext security;

    @Activate
    public CommandsResource(@Reference Platform platform, @Reference Sights sights) {
        this.platform = platform;
        this.sights = sights;
    }

    @Override
    public CommandJson getCommand(String commandId) {
        return platform.commands().command(commandId).filter(view -> sights.of(security).sees(view.command().twin())).map(CommandMapping::of).orElseThrow(
                () -> new NotFoundException(Problems.response(Status.NOT_FOUND, "there is no command '" + commandId + "'")));
    }
}
