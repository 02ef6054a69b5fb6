package org.gemello.rest.internal.request;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import java.security.Principal;
import java.util.List;

/**
 * Finds out where a request comes from, and whether by TLS: as the connection says, or the proxy, where it is one of those whose word is taken. The
 * connection is asked only when somebody wants to know: the servlet's request comes by injection, which costs more than to find out who asks.
 */
@PreMatching
@Priority(0) // before the chain, which needs to know
public final class Origin implements ContainerRequestFilter {
    private static final String ADDRESS = "gemello.address";
    private static final String HTTPS = "https";
    private final Proxies proxies;
    @Context
    private HttpServletRequest servlet;

    public Origin(Proxies proxies) {
        this.proxies = proxies;
    }

    /** The address that the request of this thread comes from. */
    String address() {
        return address(servlet);
    }

    /** The address that a request comes from. */
    public static String address(HttpServletRequest request) {
        return request.getAttribute(ADDRESS) instanceof String told ? told : request.getRemoteAddr();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (proxies.isNone()) {
            return;
        }
        String peer = servlet.getRemoteAddr();
        if (!proxies.has(peer)) {
            return;
        }
        Forwarded forwarded = proxies.header().equals(Proxies.FORWARDED) ? Forwarded.of(values(request, Proxies.FORWARDED))
                : Forwarded.of(values(request, Proxies.X_FORWARDED_FOR), values(request, "X-Forwarded-Proto"));
        request.setProperty(ADDRESS, forwarded.client(peer, proxies));
        if (forwarded.hasTls()) {
            request.setRequestUri(UriBuilder.fromUri(request.getUriInfo().getBaseUri()).scheme(HTTPS).build(),
                    UriBuilder.fromUri(request.getUriInfo().getRequestUri()).scheme(HTTPS).build());
            request.setSecurityContext(secure(request.getSecurityContext()));
        }
    }

    private static List<String> values(ContainerRequestContext request, String header) {
        return request.getHeaders().getOrDefault(header, List.of());
    }

    private static SecurityContext secure(SecurityContext plain) {
        return new SecurityContext() {
            @Override
            public Principal getUserPrincipal() {
                return plain.getUserPrincipal();
            }

            @Override
            public boolean isUserInRole(String role) {
                return plain.isUserInRole(role);
            }

            @Override
            public boolean isSecure() {
                return true;
            }

            @Override
            public String getAuthenticationScheme() {
                return plain.getAuthenticationScheme();
            }
        };
    }
}
