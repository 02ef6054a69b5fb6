package org.gemello.rest.internal.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cookie that proves something. No script can read it, and it goes through TLS only where it came through TLS, be it the platform's own or that
 * of a proxy; then it is also one that no other host can have set ({@code __Host-}, RFC 6265bis, 4.1.3.2), and else it goes back to the API alone.
 * Its name has the port that the browser came to: browsers keep cookies by host, and two platforms of one host would take each other's.
 */
public enum SessionCookie {
    /** The session; no other site can have it sent. */
    SESSION("gemello-session", SameSite.STRICT, -1),
    /** A login that was begun at an OpenID provider, from whose site the browser comes back. */
    ATTEMPT("gemello-login", SameSite.LAX, 600);

    private final String name;
    private final SameSite site;
    private final int seconds;

    SessionCookie(String name, SameSite site, int seconds) {
        this.name = name;
        this.site = site;
        this.seconds = seconds;
    }

    /** Looks for this one alone: every request of a page brings it, and whatever other cookies its host has. */
    static Optional<String> session(ContainerRequestContext request) {
        String begin = SESSION.name(request.getUriInfo().getBaseUri(), request.getSecurityContext().isSecure()) + '=';
        for (String header : request.getHeaders().getOrDefault(HttpHeaders.COOKIE, List.of())) {
            for (String pair : header.split(";")) {
                String cookie = pair.strip();
                if (cookie.startsWith(begin)) {
                    return Optional.of(cookie.substring(begin.length()));
                }
            }
        }
        return Optional.empty();
    }

    public Optional<String> value(UriInfo uri, SecurityContext security, HttpHeaders headers) {
        return value(headers.getCookies(), uri.getBaseUri(), security.isSecure());
    }

    private Optional<String> value(Map<String, Cookie> cookies, URI base, boolean hasTls) {
        return Optional.ofNullable(cookies.get(name(base, hasTls))).map(Cookie::getValue);
    }

    public NewCookie of(String value, UriInfo uri, SecurityContext security) {
        return cookie(value, seconds, uri, security);
    }

    /** Takes the cookie back. */
    public NewCookie none(UriInfo uri, SecurityContext security) {
        return cookie("", 0, uri, security);
    }

    private NewCookie cookie(String value, int age, UriInfo uri, SecurityContext security) {
        URI base = uri.getBaseUri();
        boolean hasTls = security.isSecure();
        String path = hasTls || base.getPath().length() <= 1 ? "/" : base.getPath().replaceFirst("/$", "");
        return new NewCookie.Builder(name(base, hasTls)).value(value).path(path).maxAge(age).httpOnly(true).secure(hasTls).sameSite(site).build();
    }

    private String name(URI base, boolean hasTls) {
        return (hasTls ? "__Host-" : "") + name + (base.getPort() > 0 ? "-" + base.getPort() : "");
    }
}
