package org.gemello.rest.internal.request;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import org.gemello.rest.internal.contract.CommandJson;

/** Answers a command that was let in with 202 and the place where it can be followed. */
public final class AcceptedCommand implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (HttpMethod.POST.equals(request.getMethod()) && response.getEntity() instanceof CommandJson command) {
            response.setStatusInfo(Status.ACCEPTED);
            response.getHeaders().putSingle(HttpHeaders.LOCATION,
                    request.getUriInfo().getBaseUriBuilder().path("commands").path(command.getId()).build());
        }
    }
}
