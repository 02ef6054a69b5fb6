package org.gemello.security.internal.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A provider with one user, who is logged in there already: it holds codes against their verifiers, and signs with a key that can change. */
final class SmallProvider implements AutoCloseable {
    static final String CLIENT = "gemello";
    static final String SECRET = "s3cret:&";
    final AtomicInteger keyRequests = new AtomicInteger();
    /** What a test does to the ID token before it is signed. */
    UnaryOperator<JWTClaimsSet.Builder> twist = claims -> claims;
    /** What a test makes of the token once it is signed. */
    UnaryOperator<String> forge = token -> token;
    String said;
    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile ECKey key = key("one");

    SmallProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        said = issuer().toString();
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, JSONObjectUtils.toJSONString(Map.of("issuer", said,
                "authorization_endpoint", issuer() + "/authorize", "token_endpoint", issuer() + "/token", "jwks_uri", issuer() + "/keys"))));
        server.createContext("/keys", exchange -> {
            keyRequests.incrementAndGet();
            answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
        });
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    void rotate(String id) {
        key = key(id);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
        String code = "code-" + codes.size();
        codes.put(code, query);
        exchange.getResponseHeaders().add("Location", query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
        answer(exchange, 302, "");
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> body = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(body.getOrDefault("code", ""));
        String basic = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":s3cret%3A%26").getBytes(StandardCharsets.UTF_8));
        if (asked == null || !basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !body.get("redirect_uri").equals(asked.get("redirect_uri")) || !"S256".equals(asked.get("code_challenge_method"))
                || !Provider.challenge(body.get("code_verifier")).equals(asked.get("code_challenge"))) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String token = forge.apply(sign(twist.apply(claims(CLIENT).claim("nonce", asked.get("nonce"))).build(), key, JOSEObjectType.JWT));
        answer(exchange, 200, JSONObjectUtils.toJSONString(Map.of("token_type", "Bearer", "access_token", "x", "id_token", token)));
    }

    JWTClaimsSet.Builder claims(String audience) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder().issuer(issuer().toString()).subject("4711").audience(audience).issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300))).claim("preferred_username", "olga")
                .claim("realm_access", Map.of("roles", List.of("plant-operators", "others")));
    }

    String sign(JWTClaimsSet claims) {
        return sign(claims, key, new JOSEObjectType("at+jwt"));
    }

    static String sign(JWTClaimsSet claims, ECKey key, JOSEObjectType type) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).type(type).build(), claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Goes where a browser would; returns what it brings back. */
    static Map<String, String> visit(URI place) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(place).build(), BodyHandlers.discarding());
        return form(URI.create(answer.headers().firstValue("Location").orElseThrow()).getRawQuery());
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&")).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
