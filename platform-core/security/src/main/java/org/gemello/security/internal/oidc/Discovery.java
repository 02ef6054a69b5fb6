package org.gemello.security.internal.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;

/**
 * What the provider says of itself (OpenID Connect Discovery 1.0, 4).
 *
 * @param authorization where people log in
 * @param token         where codes are exchanged
 * @param keys          what its tokens are signed with
 */
record Discovery(URI authorization, URI token, URI keys) {

    /** @throws IOException where it does not answer, or with something else */
    static Discovery of(Settings settings, Web web) throws IOException {
        String issuer = settings.issuer().toString();
        URI place = URI.create(issuer + (issuer.endsWith("/") ? "" : "/") + ".well-known/openid-configuration");
        try {
            Map<String, Object> document = JSONObjectUtils.parse(web.get(place));
            if (!issuer.equals(JSONObjectUtils.getString(document, "issuer"))) {
                throw new IOException(place + " is of another issuer: " + document.get("issuer"));
            }
            return new Discovery(uri(document, "authorization_endpoint"), uri(document, "token_endpoint"), uri(document, "jwks_uri"));
        } catch (ParseException | IllegalArgumentException e) {
            throw new IOException(place + ": " + e.getMessage(), e);
        }
    }

    private static URI uri(Map<String, Object> document, String key) throws ParseException {
        String text = JSONObjectUtils.getString(document, key);
        if (text == null) {
            throw new ParseException("'" + key + "' is missing", 0);
        }
        URI uri = URI.create(text);
        Settings.checkSecure(uri);
        return uri;
    }
}
