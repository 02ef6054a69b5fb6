package org.gemello.rest.internal.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * The security context that resources have injected: always that of the request which the thread works on. Jersey's own would be made anew by
 * injection for each request, which costs more than all that it is asked.
 */
public final class CurrentSecurity implements SecurityContext, ContainerRequestFilter, ContainerResponseFilter {
    private final ThreadLocal<ContainerRequestContext> current = new ThreadLocal<>();

    @Override
    public void filter(ContainerRequestContext request) {
        current.set(request);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        current.remove();
    }

    @Override
    public Principal getUserPrincipal() {
        return security().getUserPrincipal();
    }

    @Override
    public boolean isUserInRole(String role) {
        return security().isUserInRole(role);
    }

    @Override
    public boolean isSecure() {
        return security().isSecure();
    }

    @Override
    public String getAuthenticationScheme() {
        return security().getAuthenticationScheme();
    }

    private SecurityContext security() {
        ContainerRequestContext request = current.get();
        if (request == null) {
            throw new IllegalStateException("this thread works on no request, or its answer is on its way");
        }
        return request.getSecurityContext();
    }
}
