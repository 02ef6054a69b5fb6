package org.gemello.rest.internal.event.socket;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Tells a WebSocket that a page of another site opens. A browser sends its cookies with such a request, keeps nothing of the answer from the
 * page, and says where the page comes from (RFC 6455, 10.2). A program that is no browser says nothing.
 */
public final class SocketOrigin {
    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

    private SocketOrigin() {
    }

    /** True where a page of the platform itself asks, or no page at all. */
    public static boolean isOwn(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        return (site == null || !OTHER_SITES.contains(site)) && (origin == null || isOf(origin, request.getHeader("Host")));
    }

    /** The scheme is not compared: a proxy may end TLS. {@code null}, which a frame in a sandbox sends, is nobody's. */
    static boolean isOf(String origin, String host) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.toLowerCase(Locale.ROOT).equals(String.valueOf(host).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
