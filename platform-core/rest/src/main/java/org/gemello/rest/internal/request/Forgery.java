package org.gemello.rest.internal.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.gemello.security.Session;

/**
 * Tells requests that change something and that another site has made a browser send. A browser says itself where a request comes from
 * (Fetch Metadata); one that does not cannot know the token that belongs to the session.
 */
final class Forgery {
    static final String HEADER = "X-CSRF-Token";
    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

    private Forgery() {
    }

    static boolean isFromOtherSite(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        return site != null && OTHER_SITES.contains(site);
    }

    static boolean lacksToken(ContainerRequestContext request, Session session) {
        String given = request.getHeaderString(HEADER);
        return given == null || !MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), session.csrf().getBytes(StandardCharsets.UTF_8));
    }
}
