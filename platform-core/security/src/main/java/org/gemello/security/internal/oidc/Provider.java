package org.gemello.security.internal.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.gemello.api.Caller;
import org.gemello.api.TraceId;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.OpenIdConnect;
import org.gemello.security.OpenIdRefusedException;
import org.gemello.security.OpenIdRefusedException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One configured provider. It is asked for what it says of itself when it is first needed, so that the platform starts without it. */
final class Provider implements OpenIdConnect {
    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 32;
    /** Logins that wait for the provider at the same time. */
    private static final int MOST_EXCHANGES = 8;
    static final Duration PAUSE = Duration.ofSeconds(10);
    private final Settings settings;
    private final Audit audit;
    private final Web web = new Web();
    private final long pauseNanos;
    private final Semaphore exchanges = new Semaphore(MOST_EXCHANGES);
    private volatile Known known;
    private long failed;

    private record Known(Discovery discovery, Tokens tokens) {
    }

    Provider(Settings settings, Audit audit, Duration pause) {
        this.settings = settings;
        this.audit = audit;
        this.pauseNanos = pause.toNanos();
        this.failed = System.nanoTime() - pauseNanos;
    }

    @Override
    public Optional<String> title() {
        return Optional.of(settings.title());
    }

    @Override
    public Begun begin(URI callback) {
        Attempt attempt = new Attempt(random(), random(), random());
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", settings.client());
        query.put("redirect_uri", callback.toString());
        query.put("scope", ("openid " + settings.scopes()).strip());
        query.put("state", attempt.state());
        query.put("nonce", attempt.nonce());
        query.put("code_challenge", challenge(attempt.verifier()));
        query.put("code_challenge_method", "S256");
        try {
            String place = known().discovery().authorization().toString();
            return new Begun(URI.create(place + (place.contains("?") ? "&" : "?") + form(query)), attempt);
        } catch (IOException e) {
            LOG.warn("The OpenID provider {} does not answer as it should", settings.issuer(), e);
            throw new OpenIdRefusedException(Reason.UNAVAILABLE, "the provider of the login does not answer; the platform's log says more", e);
        }
    }

    @Override
    public Caller finish(Attempt attempt, URI callback, String state, String code) {
        try {
            if (!MessageDigest.isEqual(attempt.state().getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8))) {
                throw new OpenIdRefusedException(Reason.EXPIRED, "this browser has not begun the login that came back");
            }
            if (!exchanges.tryAcquire()) {
                throw new OpenIdRefusedException(Reason.UNAVAILABLE, "too many log in at this moment; try again");
            }
            String token;
            try {
                token = exchange(code, callback, attempt.verifier());
            } finally {
                exchanges.release();
            }
            return Claims.caller(known().tokens().ofLogin(token, attempt.nonce(), settings.client()), settings);
        } catch (OpenIdRefusedException e) {
            throw refused(e.reason(), e.getMessage(), e);
        } catch (BadJOSEException | ParseException | JOSEException e) {
            throw refused(Reason.REFUSED, "the ID token is not good: " + e.getMessage(), e);
        } catch (IOException e) {
            throw refused(Reason.UNAVAILABLE, "the provider has not given an ID token: " + e.getMessage(), e);
        }
    }

    private OpenIdRefusedException refused(Reason reason, String why, Exception cause) {
        audit.note(new AuditEvent(settings.issuer().toString(), "login", "oidc", Outcome.REFUSED, why, TraceId.NONE));
        return new OpenIdRefusedException(reason, why, cause);
    }

    private String exchange(String code, URI callback, String verifier) throws IOException, ParseException {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("grant_type", "authorization_code");
        body.put("code", code);
        body.put("redirect_uri", callback.toString());
        body.put("code_verifier", verifier);
        String authorization = null;
        if (settings.secret().isEmpty()) {
            body.put("client_id", settings.client());
        } else {
            String pair = encoded(settings.client()) + ':' + encoded(settings.secret());
            authorization = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
        String token = JSONObjectUtils.getString(JSONObjectUtils.parse(web.post(known().discovery().token(), authorization, form(body))), "id_token");
        if (token == null) {
            throw new IOException("there is no id_token in the answer");
        }
        return token;
    }

    @Override
    public Optional<Caller> bearer(String token) {
        if (settings.audiences().isEmpty()) {
            return Optional.empty();
        }
        try {
            JWTClaimsSet claims = known().tokens().ofProgram(token);
            return Optional.of(Claims.caller(claims, settings));
        } catch (BadJOSEException | ParseException | OpenIdRefusedException e) {
            LOG.debug("An access token was refused: {}", e.getMessage());
        } catch (JOSEException | IOException e) {
            LOG.warn("Access tokens of {} cannot be checked", settings.issuer(), e);
        }
        return Optional.empty();
    }

    private Known known() throws IOException {
        Known now = known;
        return now == null ? ask() : now;
    }

    /** A provider that does not answer is asked again after a while only: strangers could have every thread wait for it. */
    private synchronized Known ask() throws IOException {
        if (known == null) {
            if (System.nanoTime() - failed < pauseNanos) {
                throw new IOException(settings.issuer() + " has not answered a moment ago");
            }
            try {
                Discovery discovery = Discovery.of(settings, web);
                known = new Known(discovery, new Tokens(settings, discovery.keys(), web));
            } catch (IOException e) {
                failed = System.nanoTime();
                throw e;
            }
        }
        return known;
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    /** RFC 7636, 4.2. */
    static String challenge(String verifier) {
        try {
            return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + '=' + encoded(field.getValue())).collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
