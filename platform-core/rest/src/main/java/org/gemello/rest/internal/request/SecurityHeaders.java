package org.gemello.rest.internal.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells browsers to keep nothing, guess nothing and run nothing of what the API answers, and to come back through TLS only where they came
 * through it. There are no CORS headers on purpose. A resource may allow itself to be kept, and bring a policy of its own.
 */
public final class SecurityHeaders implements ContainerResponseFilter {
    /** Of these a browser would remember the name and not the port, and no longer find what runs beside without TLS. */
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Map<String, List<Object>> ALWAYS = Map.of("X-Content-Type-Options", List.of("nosniff"), "X-Frame-Options", List.of("DENY"),
            "Referrer-Policy", List.of("no-referrer"));
    private static final Map<String, List<Object>> UNLESS_SET = Map.of(HttpHeaders.CACHE_CONTROL, List.of("no-store"),
            "Content-Security-Policy", List.of("default-src 'none'; frame-ancestors 'none'"));

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putAll(ALWAYS);
        UNLESS_SET.forEach(headers::putIfAbsent);
        if (request.getSecurityContext().isSecure() && !LOCAL.contains(request.getUriInfo().getBaseUri().getHost())) {
            headers.putSingle("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
