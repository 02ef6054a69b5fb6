package org.gemello.rest.internal.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.gemello.security.Sessions;
import org.gemello.security.UserStore;

/** Finds out who sends a request: by the credentials in its header or, where it has none, by its session. */
final class Identification {
    private final UserStore users;
    private final Sessions sessions;

    Identification(UserStore users, Sessions sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    /** @return empty where nothing is proven. A header that proves nothing is not made good by a cookie. */
    Optional<Identity> of(ContainerRequestContext request) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return SessionCookie.token(request.getCookies()).flatMap(sessions::find)
                    .map(session -> new Identity(session.caller(), Optional.of(session)));
        }
        return BasicCredentials.parse(authorization).flatMap(given -> users.authenticate(given.name(), given.password()))
                .map(caller -> new Identity(caller, Optional.empty()));
    }
}
