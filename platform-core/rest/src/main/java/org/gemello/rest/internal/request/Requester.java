package org.gemello.rest.internal.request;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TraceId;
import org.gemello.security.Session;
import org.gemello.security.policy.Who;

/**
 * Who asks, and under which trace: the principal of every request that the authentication filter has let in.
 *
 * @param identity who it is, and by what that was proven
 * @param trace    trace of the request
 */
public record Requester(Identity identity, TraceId trace) implements Principal {

    /** @throws IllegalStateException where a request came past the filter */
    public static Requester of(SecurityContext context) {
        if (context.getUserPrincipal() instanceof Requester requester) {
            return requester;
        }
        throw new IllegalStateException("a request came past the authentication filter");
    }

    public Who who() {
        return identity.who();
    }

    public Caller caller() {
        return identity.caller();
    }

    public Optional<Session> session() {
        return identity.session();
    }

    @Override
    public String getName() {
        return caller().name();
    }

    /** The same as Jakarta REST wants to see it. */
    SecurityContext context(boolean isSecure) {
        return new SecurityContext() {
            @Override
            public Principal getUserPrincipal() {
                return Requester.this;
            }

            @Override
            public boolean isUserInRole(String role) {
                return caller().may(Role.valueOf(role));
            }

            @Override
            public boolean isSecure() {
                return isSecure;
            }

            @Override
            public String getAuthenticationScheme() {
                return session().isPresent() ? FORM_AUTH : BASIC_AUTH;
            }
        };
    }
}
