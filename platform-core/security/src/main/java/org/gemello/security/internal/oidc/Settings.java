package org.gemello.security.internal.oidc;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gemello.api.Role;

/**
 * What is known of the provider beforehand.
 *
 * @param issuer    exact, as its tokens say it
 * @param title     for the login screen
 * @param client    id of this platform there
 * @param secret    of the client, empty for a public one
 * @param scopes    that are asked for, beside {@code openid}
 * @param nameClaim whose value is the caller's name
 * @param roleClaim whose values say what the caller may do; dots lead into objects, as in {@code realm_access.roles}
 * @param roles     roles by value of that claim
 * @param audiences of which an access token must be for one; empty where none are taken
 */
record Settings(URI issuer, String title, String client, String secret, String scopes, String nameClaim, String roleClaim,
                Map<String, Set<Role>> roles, Set<String> audiences) {
    private static final Pattern LOOPBACK = Pattern.compile("127[.].*|localhost|\\[::1]");

    /** @throws IllegalArgumentException where the issuer is no place to trust, or tokens for people would do for programs */
    Settings {
        roles = Map.copyOf(roles);
        audiences = Set.copyOf(audiences);
        checkSecure(issuer);
        if (client.isEmpty()) {
            throw new IllegalArgumentException("'client' is missing: the id of this platform at " + issuer);
        } else if (audiences.contains(client)) {
            throw new IllegalArgumentException("'audiences' must not name the client '" + client
                    + "': what the provider says to the login would then do as an access token");
        }
    }

    /** @throws IllegalArgumentException where others could read or change what goes there */
    static void checkSecure(URI uri) {
        boolean here = "http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.matcher(uri.getHost()).matches();
        if (!here && !("https".equals(uri.getScheme()) && uri.getHost() != null)) {
            throw new IllegalArgumentException("'" + uri + "' must be https, or on this machine");
        }
    }

    /**
     * Reads {@code plant-operators=OPERATOR, plant-admins=ADMINISTRATOR}.
     *
     * @throws IllegalArgumentException where an entry has another form
     */
    static Map<String, Set<Role>> roles(List<String> entries) {
        Map<String, Set<Role>> roles = new HashMap<>();
        for (String entry : entries) {
            int equal = entry.lastIndexOf('=');
            if (equal <= 0) {
                throw new IllegalArgumentException("'" + entry + "' in 'roles' is not of the form value=ROLE");
            }
            roles.computeIfAbsent(entry.substring(0, equal).strip(), value -> new HashSet<>()).add(Role.valueOf(entry.substring(equal + 1).strip()));
        }
        return roles;
    }

    /** Without what must not come into a log. */
    @Override
    public String toString() {
        return "Settings[" + issuer + ", " + client + ']';
    }
}
