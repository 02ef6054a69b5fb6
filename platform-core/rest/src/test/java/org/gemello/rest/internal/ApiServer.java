package org.gemello.rest.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.gemello.rest.internal.event.EventStreams;
import org.gemello.rest.internal.event.socket.SocketUpgrade;
import org.gemello.rest.internal.metric.HttpMeter;
import org.gemello.rest.internal.metric.MetricsResource;
import org.gemello.rest.internal.reference.ReferenceResource;
import org.gemello.rest.internal.repeat.KeptAnswers;
import org.gemello.rest.internal.request.Proxies;
import org.gemello.rest.internal.request.RateLimit;
import org.gemello.security.internal.SessionTable;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;

/** The API on a free port of this machine, over fakes. Every answer is held against the contract. */
final class ApiServer implements AutoCloseable {
    /** Warns of every resource that is registered as an object, which is what the whiteboard does too. */
    private static final Logger NOISE = Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");
    /** Tells of every client that goes away while it listens. */
    private static final Logger GONE = Logger.getLogger("org.glassfish.jersey.server.ServerRuntime$Responder");
    final FakePlatform platform = new FakePlatform();
    final FakeSecurity security = new FakeSecurity();
    final SessionTable sessions = new SessionTable(Clock.systemUTC(), Duration.ofMinutes(1), Duration.ofHours(1));
    final FakeKeys keys = new FakeKeys();
    final FakePolicies policies = new FakePolicies();
    final FakeOpenId openId = new FakeOpenId();
    final EventStreams streams = new EventStreams(platform, Duration.ofMillis(100));
    private final SocketUpgrade upgrade = startUpgrade();
    private final ServletContextHandler context = new ServletContextHandler();
    private final Server server;
    private final URI base;
    private final HttpClient client = HttpClient.newHttpClient();

    /** What came back. */
    record Answer(int status, HttpResponse<String> response, JsonNode body) {
        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    ApiServer() {
        this(new RateLimit(10_000, 10_000, System::nanoTime));
    }

    /** @param kept file of the answers to requests with an Idempotency-Key */
    ApiServer(Path kept) {
        this(new RateLimit(10_000, 10_000, System::nanoTime), kept, Proxies.NONE);
    }

    ApiServer(RateLimit limit) {
        this(limit, Path.of("target", "answers", UUID.randomUUID().toString()), Proxies.NONE);
    }

    ApiServer(Proxies proxies) {
        this(new RateLimit(10_000, 10_000, System::nanoTime), Path.of("target", "answers", UUID.randomUUID().toString()), proxies);
    }

    private ApiServer(RateLimit limit, Path kept, Proxies proxies) {
        HttpMeter meter = new HttpMeter();
        Sights sights = new Sights(policies);
        Permits permits = new Permits(security, sights);
        SiteDesk site = new SiteDesk(platform, permits, sights);
        SeenExports exports = new SeenExports(platform, sights);
        CommandDesk desk = new CommandDesk(platform, security);
        ResourceConfig config = new ResourceConfig().register(new ApiFeature(security, sessions, keys, security, openId, meter, answers(kept), policies, limit, proxies))
                .register(new SessionResource(security, sessions, security)).register(new OpenIdResource(openId, sessions, security)).register(new TwinsResource(platform, desk, permits, sights))
                .register(new DefinitionsResource(platform, site, permits, sights)).register(new SiteResource(platform, site, permits, sights)).register(new ModelsResource(platform)).register(new DemoPlantsResource(platform, permits))
                .register(new UsersResource(security, permits)).register(new AccountResource(security)).register(new KeysResource(keys, permits))
                .register(new PoliciesResource(policies, permits)).register(new AuditResource(security.log, permits))
                .register(new HistoryResource(platform, permits, sights)).register(new SamplesResource(platform, permits, sights))
                .register(new CertificatesResource(platform, permits)).register(new DeadLettersResource(platform, permits))
                .register(new JobsResource(platform, permits, sights)).register(new ExchangeResource(platform, permits, exports))
                .register(new BackupsResource(platform, permits)).register(new FilesResource(platform, permits, exports))
                .register(new PacksResource(platform, permits, sights)).register(new ViewsResource(platform, new ViewCatalog())).register(new LogResource(platform, permits))
                .register(new AlarmsResource(platform, permits, sights)).register(new ProposalsResource(platform, permits, sights)).register(new CommandsResource(platform, permits, sights))
                .register(new ConnectionsResource(platform, permits)).register(new TracesResource(platform, permits)).register(new HealthResource(platform))
                .register(new EventsResource(platform, streams, upgrade, sights, sessions, keys, security)).register(new MetricsResource(platform, streams, sessions, meter)).register(new ContractResource()).register(new ReferenceResource())
                .property(ServerProperties.WADL_FEATURE_DISABLE, true);
        server = start(context, config);
        base = URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    }

    private static SocketUpgrade startUpgrade() {
        try {
            return new SocketUpgrade();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty has no buffers", e);
        }
    }

    static Server start(ServletContextHandler context, ResourceConfig config) {
        NOISE.setLevel(Level.SEVERE);
        GONE.setLevel(Level.OFF);
        Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        ServletHolder servlet = new ServletHolder(new ServletContainer(config));
        servlet.setAsyncSupported(true);
        context.addServlet(servlet, "/*");
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the server did not start", e);
        }
        return server;
    }

    /** Something else on the same server. */
    void serve(String path, HttpServlet servlet) {
        context.addServlet(servlet, path);
    }

    private static KeptAnswers answers(Path kept) {
        try {
            return new KeptAnswers(kept, Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Name of the cookie of a session with this very server. */
    String sessionCookie() {
        return "gemello-session-" + base.getPort();
    }

    URI uri(String path) {
        return base.resolve(path);
    }

    static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes());
    }

    HttpRequest.Builder request(String path, String user) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
        return user == null ? request : request.header("Authorization", basic(user));
    }

    /** Path of the page after this one. */
    static String next(Answer page) {
        return page.header("Link").replaceFirst("^<(.*)>; rel=\"next\"$", "$1");
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path, "viewer").build());
    }

    Answer post(String path, String user, String json) throws IOException, InterruptedException {
        return send(request(path, user).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)).build());
    }

    Answer call(String method, String path, String user) throws IOException, InterruptedException {
        return send(request(path, user).method(method, BodyPublishers.noBody()).build());
    }

    Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        String mediaType = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        boolean isJson = mediaType.endsWith("json") && response.statusCode() != 304;
        JsonNode body = isJson ? new ObjectMapper().readTree(response.body()) : MissingNode.getInstance();
        if (isJson) {
            Contract.check(request.method(), request.uri().getPath(), response.statusCode(), mediaType, body);
        }
        return new Answer(response.statusCode(), response, body);
    }

    @Override
    public void close() {
        streams.close();
        try {
            server.stop();
            upgrade.close();
        } catch (Exception e) {
            throw new IllegalStateException("the server did not stop", e);
        }
    }
}
