package org.gemello.rest.internal.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.gemello.api.Caller;
import org.gemello.api.Role;

/** The caller as Jakarta REST wants to see it. */
record CallerContext(Caller caller, boolean isSecure) implements SecurityContext {

    static Caller caller(ContainerRequestContext request) {
        if (request.getSecurityContext() instanceof CallerContext context) {
            return context.caller();
        }
        throw new IllegalStateException("a request came past the authentication filter: " + request.getUriInfo().getPath());
    }

    @Override
    public Principal getUserPrincipal() {
        return caller::name;
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.may(Role.valueOf(role));
    }

    @Override
    public String getAuthenticationScheme() {
        return BASIC_AUTH;
    }
}
