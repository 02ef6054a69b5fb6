package org.gemello.security.internal.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.Set;

/**
 * Holds the provider's tokens against its keys. Only asymmetric algorithms are taken, so that neither {@code none} nor a public key as a shared
 * secret proves anything. Keys are kept for minutes; a token signed by a key that is not among them has them fetched anew, at most twice in
 * half a minute.
 */
final class Tokens {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256,
            JWSAlgorithm.PS384, JWSAlgorithm.PS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);
    private static final Set<String> PRESENT = Set.of("exp", "iat", "sub");
    private final DefaultJWTProcessor<SecurityContext> ofLogins;
    private final DefaultJWTProcessor<SecurityContext> ofPrograms;

    Tokens(Settings settings, URI keys, Web web) throws MalformedURLException {
        JWKSource<SecurityContext> source = JWKSourceBuilder.<SecurityContext>create(keys.toURL(),
                url -> new Resource(web.get(URI.create(url.toString())), "application/json")).build();
        ofLogins = processor(source, settings, Set.of(settings.client()), new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null));
        ofPrograms = processor(source, settings, settings.audiences(),
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    }

    private static DefaultJWTProcessor<SecurityContext> processor(JWKSource<SecurityContext> keys, Settings settings, Set<String> audiences,
                                                                  DefaultJOSEObjectTypeVerifier<SecurityContext> types) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(types);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        JWTClaimsSet exact = new JWTClaimsSet.Builder().issuer(settings.issuer().toString()).build();
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(audiences.isEmpty() ? Set.of("") : audiences, exact, PRESENT, Set.of()));
        return processor;
    }

    /** The claims of an ID token (OpenID Connect Core 1.0, 3.1.3.7). */
    JWTClaimsSet ofLogin(String token, String nonce, String client) throws BadJOSEException, JOSEException, ParseException {
        JWTClaimsSet claims = ofLogins.process(token, null);
        String party = claims.getStringClaim("azp");
        if (!nonce.equals(claims.getStringClaim("nonce"))) {
            throw new BadJOSEException("the ID token is of another login");
        } else if (party == null ? claims.getAudience().size() > 1 : !party.equals(client)) {
            throw new BadJOSEException("the ID token is for another client");
        }
        return claims;
    }

    /** The claims of an access token (RFC 9068, 4). */
    JWTClaimsSet ofProgram(String token) throws BadJOSEException, JOSEException, ParseException {
        return ofPrograms.process(token, null);
    }
}
