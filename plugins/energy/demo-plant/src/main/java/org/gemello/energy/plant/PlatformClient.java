package org.gemello.energy.plant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/** Asks the platform's API. */
final class PlatformClient {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final String base;
    private final String user;
    private final String credentials;

    /** @param base where the platform is, such as {@code http://127.0.0.1:8181} */
    PlatformClient(String base, String user, String password) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        this.user = user;
        this.credentials = Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8));
    }

    /** From {@code --url}, {@code --user} and {@code --password-file}. */
    static PlatformClient of(Options options) throws PlantException {
        return new PlatformClient(options.text("url", "http://127.0.0.1:8181"), options.text("user", "admin"), password(options));
    }

    private static String password(Options options) throws PlantException {
        Path file = Path.of(options.text("password-file", ""));
        try {
            return options.has("password-file") ? Files.readAllLines(file).stream().findFirst().orElse("").strip() : "";
        } catch (IOException e) {
            throw new PlantException("cannot read the password file " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * All twins as the API gives them.
     *
     * @throws PlantException saying what is wrong and what to do
     */
    JsonNode twins() throws PlantException {
        return get("/twins?limit=1000").path("items");
    }

    /** What the API answers at a path below {@code /api/v1}. */
    JsonNode get(String path) throws PlantException {
        return send(request(path).GET().build());
    }

    JsonNode post(String path, JsonNode body) throws PlantException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString())).build());
    }

    private HttpRequest.Builder request(String path) throws PlantException {
        try {
            return HttpRequest.newBuilder(URI.create(base + "/api/v1" + path)).timeout(PATIENCE)
                    .header("Authorization", "Basic " + credentials).header("Accept", "application/json");
        } catch (IllegalArgumentException e) {
            throw new PlantException("--url is '" + base + "', write it like http://127.0.0.1:8181", e);
        }
    }

    private JsonNode send(HttpRequest request) throws PlantException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case 200, 201, 202 -> mapper.readTree(response.body());
                case 401 -> throw new PlantException("the platform does not let in '" + user + "': check --user and --password-file");
                default -> throw new PlantException("the platform answers " + response.statusCode() + " at " + request.uri());
            };
        } catch (IOException e) {
            String cause = e.getClass().getSimpleName();
            throw new PlantException("no answer from the platform at " + base + " (" + cause + "); is it running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlantException("interrupted", e);
        }
    }
}
