package org.gemello.rest.internal.request;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Name and password of HTTP Basic (RFC 7617), in UTF-8.
 *
 * @param name     user name
 * @param password as given
 */
record BasicCredentials(String name, char[] password) {
    private static final String SCHEME = "Basic ";

    /** @return empty where the header is absent, of another scheme, or not well formed */
    static Optional<BasicCredentials> parse(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(authorization.substring(SCHEME.length()).trim()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = pair.indexOf(':');
        return colon < 0 ? Optional.empty()
                : Optional.of(new BasicCredentials(pair.substring(0, colon), pair.substring(colon + 1).toCharArray()));
    }
}
