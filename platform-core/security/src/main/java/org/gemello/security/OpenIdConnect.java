package org.gemello.security;

import java.net.URI;
import java.util.Optional;
import org.gemello.api.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Login by an OpenID Connect provider (OpenID Connect Core 1.0), for people by the authorization code flow with PKCE (RFC 7636), for programs by
 * access tokens that are JWTs (RFC 9068). Off until it is configured. Safe for use by many threads.
 */
@ProviderType
public interface OpenIdConnect {
    /** What the name of a caller begins with that a provider vouches for; no local user's name does. */
    String CALLER = "oidc:";

    /** What the login screen calls the provider; empty where none is configured. */
    Optional<String> title();

    /**
     * A login that was begun. The browser keeps the attempt until it comes back.
     *
     * @param provider where the browser goes to
     * @param attempt  what {@link #finish} needs
     */
    record Begun(URI provider, Attempt attempt) {
    }

    /**
     * What belongs to one attempt to log in, each 256 random bits in Base64 for URLs.
     *
     * @param state    comes back with the browser (RFC 6749, 10.12)
     * @param nonce    comes back in the ID token
     * @param verifier shows the provider that who brings the code has asked for it
     */
    record Attempt(String state, String nonce, String verifier) {

        /** Without what must not come into a log. */
        @Override
        public String toString() {
            return "Attempt";
        }
    }

    /**
     * Begins a login.
     *
     * @param callback where the provider sends the browser back to
     * @throws OpenIdRefusedException where no provider is configured, or it does not answer
     */
    Begun begin(URI callback);

    /**
     * Ends a login with the code that the browser has brought back.
     *
     * @param attempt  that the browser has kept since {@link #begin}
     * @param callback as it was then
     * @param state    that the browser has brought back
     * @return who has logged in, with the roles that the provider's claims are mapped to
     * @throws OpenIdRefusedException where anything of it is not as it must be; audited
     */
    Caller finish(Attempt attempt, URI callback, String state, String code);

    /** Whom an access token stands for; empty where it proves nothing here. */
    Optional<Caller> bearer(String token);
}
