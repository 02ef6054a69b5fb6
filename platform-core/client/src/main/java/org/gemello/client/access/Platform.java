package org.gemello.client.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.gemello.client.ApiClient;

/**
 * The way to one platform. {@link #api()} is what the generated classes of {@code org.gemello.client.api} are made with:
 *
 * <pre>{@code
 * Platform platform = new Platform(URI.create("http://127.0.0.1:8181"), Credentials.basic("admin", passwordFile));
 * TwinPage twins = new TwinsApi(platform.api()).listTwins(APIListTwinsRequest.newBuilder().type("energy/wind-turbine").build());
 * }</pre>
 */
public final class Platform {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int LEAST_REFUSAL = 300;
    private final URI base;
    private final Credentials credentials;
    private final ApiClient api;

    /**
     * A platform whose certificate, where it is asked by https, this Java trusts.
     *
     * @param platform address without a path
     */
    public Platform(URI platform, Credentials credentials) {
        this(platform, credentials, HttpClient.newBuilder());
    }

    /** @param http to be set up by whoever needs more: a trust store, a proxy */
    public Platform(URI platform, Credentials credentials, HttpClient.Builder http) {
        this.base = platform.resolve("/api/v1");
        this.credentials = credentials;
        // the HTTP of today's platform is 1.1; an offer to upgrade would cost a round
        HttpClient.Builder builder = http.version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        this.api = new ApiClient(builder, ApiClient.createDefaultObjectMapper(), base.toString())
                .setRequestInterceptor(this::authorize).setReadTimeout(ANSWER);
    }

    /** What the generated classes need. */
    public ApiClient api() {
        return api;
    }

    /**
     * Asks for JSON as it comes, for whoever hands it on.
     *
     * @param path from {@code /} after the API's version on, with its query
     * @param body to send as JSON, null for none
     * @return what the platform answers; missing where it answers nothing
     * @throws Refusal     where it refuses
     * @throws IOException where it cannot be reached
     */
    public JsonNode ask(String method, String path, JsonNode body) throws IOException, InterruptedException {
        HttpRequest.BodyPublisher publisher = body == null ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(api.getObjectMapper().writeValueAsBytes(body));
        return send(path, body == null ? "" : "application/json", method, publisher);
    }

    /** Brings a file; as {@link #ask}. */
    public JsonNode bring(String path, Path file) throws IOException, InterruptedException {
        return send(path, "application/octet-stream", "POST", HttpRequest.BodyPublishers.ofFile(file));
    }

    private JsonNode send(String path, String type, String method, HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).method(method, body).timeout(ANSWER);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        authorize(request);
        HttpResponse<byte[]> answer = api.getHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= LEAST_REFUSAL) {
            throw new Refusal(answer.statusCode(), problem(answer.body()));
        }
        return api.getObjectMapper().readTree(answer.body());
    }

    private JsonNode problem(byte[] body) {
        try {
            return api.getObjectMapper().readTree(body);
        } catch (IOException e) {
            // whoever answered was not the platform; the status has to do
            return MissingNode.getInstance();
        }
    }

    /**
     * The stream of changes.
     *
     * @param after id of the last event that was seen, empty to begin now
     */
    public EventStream events(String after) {
        return new EventStream(api.getHttpClient(), base.resolve("/api/v1/events"), this::authorize, after);
    }

    private void authorize(HttpRequest.Builder request) {
        request.setHeader("Authorization", credentials.authorization());
    }
}
