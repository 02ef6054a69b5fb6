package org.gemello.client.access;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.gemello.client.ApiClient;

/**
 * The way to one platform. {@link #api()} is what the generated classes of {@code org.gemello.client.api} are made with:
 *
 * <pre>{@code
 * Platform platform = new Platform(URI.create("http://127.0.0.1:8181"), Credentials.basic("admin", passwordFile));
 * TwinPage twins = new TwinsApi(platform.api()).listTwins("energy/wind-turbine", null, null, null, null);
 * }</pre>
 */
public final class Platform {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
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
