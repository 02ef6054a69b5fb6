package org.gemello.rest.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.gemello.rest.internal.metric.HttpMeter;
import org.gemello.rest.internal.repeat.KeptAnswers;
import org.gemello.rest.internal.request.Proxies;
import org.gemello.rest.internal.request.RateLimit;
import org.gemello.security.internal.ApiKeysComponent;
import org.gemello.security.internal.AuditComponent;
import org.gemello.security.internal.PoliciesComponent;
import org.gemello.security.internal.SessionTable;
import org.gemello.security.internal.UserStoreComponent;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** The API over the real security of a data folder, on a free port. The plant behind it is a fake, but for the services that are given. */
final class RealServer implements AutoCloseable {
    private static final String DATA = "gemello.data";
    final FakePlatform plant = new FakePlatform();
    final AuditComponent audit;
    private final Path data;
    private final String dataBefore = System.getProperty(DATA);
    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param services by the method of {@link Platform} that gives them */
    RealServer(Path data, Map<String, Object> services) throws IOException {
        this.data = data;
        System.setProperty(DATA, data.toString());
        audit = new AuditComponent();
        SessionTable sessions = new SessionTable(Clock.systemUTC(), Duration.ofMinutes(1), Duration.ofHours(1));
        UserStoreComponent users = new UserStoreComponent(audit, sessions);
        ApiKeysComponent keys = new ApiKeysComponent(audit);
        PoliciesComponent policies = new PoliciesComponent(audit);
        Platform platform = platform(services);
        Sights sights = new Sights(policies);
        Permits permits = new Permits(audit, sights);
        ResourceConfig config = new ResourceConfig().register(new ApiFeature(users, sessions, keys, audit, new FakeOpenId(), new HttpMeter(),
                        new KeptAnswers(), policies, new RateLimit(1_000, 1_000, System::nanoTime), Proxies.NONE))
                .register(new SessionResource(users, sessions, audit)).register(new UsersResource(users, permits)).register(new AccountResource(users))
                .register(new KeysResource(keys, permits)).register(new PoliciesResource(policies, permits)).register(new AuditResource(audit, permits))
                .register(new TwinsResource(platform, new CommandDesk(platform, audit), permits, sights)).register(new HealthResource(platform))
                .register(new JobsResource(platform, permits, sights)).register(new BackupsResource(platform, permits))
                .property(ServerProperties.WADL_FEATURE_DISABLE, true);
        server = ApiServer.start(new ServletContextHandler(), config);
    }

    private Platform platform(Map<String, Object> services) {
        return (Platform) Proxy.newProxyInstance(Platform.class.getClassLoader(), new Class<?>[] {Platform.class}, (proxy, method, arguments) -> {
            if (services.containsKey(method.getName())) {
                return services.get(method.getName());
            }
            try {
                return method.invoke(plant, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    /** What came back. */
    record Answer(int status, JsonNode body, HttpResponse<String> response) {
    }

    /** What the first start has written. */
    String initialPassword() throws IOException {
        return Files.readString(data.resolve("secrets/admin-password")).strip();
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8));
    }

    Answer send(String method, String path, String authorization, String json, String... headers) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        HttpResponse<String> response = client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), new ObjectMapper().readTree(response.body().isEmpty() ? "null" : response.body()), response);
    }

    @Override
    public void close() throws Exception {
        server.stop();
        audit.close();
        if (dataBefore == null) {
            System.clearProperty(DATA);
        } else {
            System.setProperty(DATA, dataBefore);
        }
    }
}
