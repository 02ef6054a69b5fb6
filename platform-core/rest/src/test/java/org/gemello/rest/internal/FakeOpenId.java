package org.gemello.rest.internal;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.security.OpenIdConnect;
import org.gemello.security.OpenIdRefusedException;
import org.gemello.security.OpenIdRefusedException.Reason;

/** A provider that knows Olga by the code {@code good} and by the token {@code token-of-olga}. */
final class FakeOpenId implements OpenIdConnect {
    static final Caller OLGA = new Caller("oidc:olga", Set.of(Role.OPERATOR));
    volatile String title;

    @Override
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    @Override
    public Begun begin(URI callback) {
        if (title == null) {
            throw new OpenIdRefusedException(Reason.OFF, "no OpenID provider is configured here");
        }
        return new Begun(URI.create("https://login.example.com/authorize?redirect_uri=" + callback), new Attempt("s", "n", "v"));
    }

    @Override
    public Caller finish(Attempt attempt, URI callback, String state, String code) {
        if (!attempt.equals(new Attempt(state, "n", "v")) || !code.equals("good")) {
            throw new OpenIdRefusedException(Reason.REFUSED, "the ID token is not good");
        }
        return OLGA;
    }

    @Override
    public Optional<Caller> bearer(String token) {
        return token.equals("token-of-olga") ? Optional.of(OLGA) : Optional.empty();
    }
}
