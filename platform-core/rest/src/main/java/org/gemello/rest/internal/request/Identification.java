package org.gemello.rest.internal.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.gemello.security.ApiKey;
import org.gemello.security.ApiKeys;
import org.gemello.security.OpenIdConnect;
import org.gemello.security.Sessions;
import org.gemello.security.UserStore;
import org.gemello.security.policy.Who;

/** Finds out who sends a request: by the credentials in its header or, where it has none, by its session. */
final class Identification {
    private static final String BEARER = "Bearer ";
    private final UserStore users;
    private final Sessions sessions;
    private final ApiKeys keys;
    private final OpenIdConnect openId;
    private final Origin origin;

    Identification(UserStore users, Sessions sessions, ApiKeys keys, OpenIdConnect openId, Origin origin) {
        this.users = users;
        this.sessions = sessions;
        this.keys = keys;
        this.openId = openId;
        this.origin = origin;
    }

    /** @return empty where nothing is proven. A header that proves nothing is not made good by a cookie. */
    Optional<Identity> of(ContainerRequestContext request) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return SessionCookie.session(request).flatMap(sessions::find)
                    .map(session -> new Identity(Who.of(session.caller()), Optional.of(session)));
        }
        return who(authorization).map(who -> new Identity(who, Optional.empty()));
    }

    private Optional<Who> who(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? bearer(authorization.substring(BEARER.length()).trim())
                : BasicCredentials.parse(authorization).flatMap(given -> users.authenticate(given.name(), given.password(), origin.address())).map(Who::of);
    }

    private Optional<Who> bearer(String token) {
        return token.startsWith(ApiKeys.PREFIX) ? keys.find(token).map(ApiKey::who) : openId.bearer(token).map(Who::of);
    }
}
