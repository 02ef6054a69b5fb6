package org.gemello.security.internal.oidc;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the provider: no redirects, no endless answers, no endless waiting. */
final class Web {
    static final int LARGEST = 256 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();

    /** @throws IOException where the answer is not 200 */
    String get(URI place) throws IOException {
        return send(HttpRequest.newBuilder(place).timeout(PATIENCE).header("Accept", "application/json").build());
    }

    /** @param authorization header of that name, null for none */
    String post(URI place, String authorization, String form) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(place).timeout(PATIENCE).header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
        return send((authorization == null ? request : request.header("Authorization", authorization)).build());
    }

    private String send(HttpRequest request) throws IOException {
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(LARGEST + 1);
                if (response.statusCode() != 200) {
                    throw new IOException(request.uri() + " answers " + response.statusCode());
                } else if (bytes.length > LARGEST) {
                    throw new IOException(request.uri() + " answers more than " + LARGEST + " bytes");
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
