package org.gemello.rest.internal.request;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;

/**
 * The cookie that proves a session. No script can read it, no other site can have it sent, and it goes back to the API alone. It goes
 * through TLS only where it came through TLS, be it the platform's own or that of a proxy.
 */
public final class SessionCookie {
    static final String NAME = "gemello-session";
    private static final int UNTIL_THE_BROWSER_CLOSES = -1;
    private static final int NOW = 0;

    private SessionCookie() {
    }

    static Optional<String> token(Map<String, Cookie> cookies) {
        return Optional.ofNullable(cookies.get(NAME)).map(Cookie::getValue);
    }

    public static NewCookie of(String token, UriInfo uri, SecurityContext security, HttpHeaders headers) {
        return cookie(token, UNTIL_THE_BROWSER_CLOSES, uri, security, headers);
    }

    /** Takes the cookie back. */
    public static NewCookie none(UriInfo uri, SecurityContext security, HttpHeaders headers) {
        return cookie("", NOW, uri, security, headers);
    }

    private static NewCookie cookie(String value, int age, UriInfo uri, SecurityContext security, HttpHeaders headers) {
        String base = uri.getBaseUri().getPath();
        boolean hasTls = security.isSecure() || "https".equalsIgnoreCase(headers.getHeaderString("X-Forwarded-Proto"));
        return new NewCookie.Builder(NAME).value(value).path(base.length() > 1 ? base.replaceFirst("/$", "") : base).maxAge(age)
                .httpOnly(true).secure(hasTls).sameSite(SameSite.STRICT).build();
    }
}
