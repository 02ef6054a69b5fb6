package org.gemello.client.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; *rel=\"?next\"?");
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
        return send(path, type(body), method, publisher(body));
    }

    private static String type(JsonNode body) {
        return body == null ? "" : "application/json";
    }

    private HttpRequest.BodyPublisher publisher(JsonNode body) throws IOException {
        return body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(api.getObjectMapper().writeValueAsBytes(body));
    }

    /**
     * Part of a list.
     *
     * @param body what the platform answers
     * @param next path of the next part, as {@link #page} takes it; null for the last one
     */
    public record Page(JsonNode body, String next) {
    }

    /** Asks for a list as {@link #ask} does, of which this is the first part or the one that a page has named. */
    public Page page(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = answer(path, "", "GET", HttpRequest.BodyPublishers.noBody());
        String next = answer.headers().allValues("Link").stream().map(NEXT::matcher).filter(Matcher::matches).findFirst()
                .map(link -> base.resolve(link.group(1))).map(address -> address.getRawPath().substring(base.getRawPath().length())
                        + (address.getRawQuery() == null ? "" : '?' + address.getRawQuery())).orElse(null);
        return new Page(api.getObjectMapper().readTree(answer.body()), next);
    }

    /**
     * What was read, and the tag by which it can be changed as it was read.
     *
     * @param tag of {@code ETag}; empty where the platform gives none
     */
    public record Tagged(JsonNode body, String tag) {
    }

    /** Reads something to change it; as {@link #ask}. */
    public Tagged read(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = answer(path, "", "GET", HttpRequest.BodyPublishers.noBody());
        return new Tagged(api.getObjectMapper().readTree(answer.body()), answer.headers().firstValue("ETag").orElse(""));
    }

    /**
     * Changes what is still as it was read, or makes what is not there; as {@link #ask}.
     *
     * @param body null to remove it
     * @param tag  of what was read, empty where it must not be there yet
     * @throws Refusal with status 412 where somebody else has changed it in between
     */
    public JsonNode change(String path, JsonNode body, String tag) throws IOException, InterruptedException {
        String[] condition = tag.isEmpty() ? new String[] {"If-None-Match", "*"} : new String[] {"If-Match", tag};
        return api.getObjectMapper().readTree(answer(path, type(body), body == null ? "DELETE" : "PUT", publisher(body), condition).body());
    }

    /** Brings a file; as {@link #ask}. */
    public JsonNode bring(String path, Path file) throws IOException, InterruptedException {
        return send(path, "application/octet-stream", "POST", HttpRequest.BodyPublishers.ofFile(file));
    }

    private JsonNode send(String path, String type, String method, HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        return api.getObjectMapper().readTree(answer(path, type, method, body).body());
    }

    private HttpResponse<byte[]> answer(String path, String type, String method, HttpRequest.BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).method(method, body).timeout(ANSWER);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        authorize(request);
        boolean changes = !method.equals("GET");
        if (changes) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        HttpResponse<byte[]> answer = changes ? sendOnce(request.build()) : api.getHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= LEAST_REFUSAL) {
            throw new Refusal(answer.statusCode(), problem(answer.body()));
        }
        return answer;
    }

    /** Where the answer is lost on its way the request is sent again; by its key the platform carries it out once. */
    private HttpResponse<byte[]> sendOnce(HttpRequest request) throws IOException, InterruptedException {
        try {
            return api.getHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (ConnectException | HttpTimeoutException e) {
            throw e;
        } catch (IOException lost) {
            return api.getHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
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
     * @param kinds what is wanted; all that is in the log where none is named
     */
    public EventStream events(String after, String... kinds) {
        String filter = Arrays.stream(kinds).map(kind -> "kind=" + kind).collect(Collectors.joining("&"));
        return new EventStream(api.getHttpClient(), base.resolve("/api/v1/events" + (filter.isEmpty() ? "" : '?' + filter)), this::authorize, after);
    }

    private void authorize(HttpRequest.Builder request) {
        request.setHeader("Authorization", credentials.authorization());
    }
}
