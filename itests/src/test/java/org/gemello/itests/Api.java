package org.gemello.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** The REST API as a user of it sees it, over HTTP. */
final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String base = "http://127.0.0.1:" + System.getProperty("gemello.http.port") + "/api/v1";
    private final String authorization;

    private Api(String authorization) {
        this.authorization = authorization;
    }

    static Api anonymous() {
        return new Api(null);
    }

    static Api as(String user, String password) {
        return new Api("Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    static Api administrator() throws Exception {
        return as("admin", Files.readString(Path.of(System.getProperty("gemello.data"), "secrets", "admin-password")).trim());
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20)).method(method,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** POST of a JSON text; fails unless the answer is one of success. */
    JsonNode post(String path, String body) throws Exception {
        HttpResponse<String> response = send("POST", path, body);
        if (response.statusCode() >= 300) {
            throw new AssertionError("POST " + path + ": " + response.statusCode() + " " + response.body());
        }
        return json.readTree(response.body());
    }

    /** The job when it has ended. */
    JsonNode ended(JsonNode job) throws Exception {
        String path = "/jobs/" + job.get("id").asText();
        await("the end of " + job, () -> get(path).has("ended"));
        return get(path);
    }

    int status(String path) throws Exception {
        return send("GET", path, null).statusCode();
    }

    JsonNode get(String path) throws Exception {
        HttpResponse<String> response = send("GET", path, null);
        if (response.statusCode() != 200) {
            throw new AssertionError("GET " + path + ": " + response.statusCode() + " " + response.body());
        }
        return json.readTree(response.body());
    }

    JsonNode read(HttpResponse<String> response) throws Exception {
        return json.readTree(response.body());
    }

    /** The last sample of a point. */
    Optional<JsonNode> sample(String twin, String point) throws Exception {
        for (JsonNode sample : get("/twins/" + twin + "/state")) {
            if (sample.get("point").asText().equals(twin + "/" + point)) {
                return Optional.of(sample);
            }
        }
        return Optional.empty();
    }

    /** The last value of a point, NaN where there is none. */
    double value(String twin, String point) throws Exception {
        return sample(twin, point).map(sample -> sample.path("value").asDouble(Double.NaN)).orElse(Double.NaN);
    }

    interface Condition {
        boolean holds() throws Exception;
    }

    /** Waits until a condition holds, a minute at the most. */
    static void await(String what, Condition condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited " + PATIENCE + " for: " + what);
            }
            Thread.sleep(50);
        }
    }
}
