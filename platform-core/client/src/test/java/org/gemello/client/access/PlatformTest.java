package org.gemello.client.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.gemello.client.ApiException;
import org.gemello.client.ApiResponse;
import org.gemello.client.api.DefinitionsApi.APICreateTwinRequest;
import org.gemello.client.api.DefinitionsApi.APIPutTwinDefinitionRequest;
import org.gemello.client.api.DefinitionsApi;
import org.gemello.client.api.TwinsApi.APIListTwinsRequest;
import org.gemello.client.api.TwinsApi;
import org.gemello.client.model.TwinDefinition;
import org.gemello.client.model.TwinPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
    private static final String TWINS = """
            {"items": [{"id": "wt-01", "name": "Wind turbine 1", "type": "energy/wind-turbine", "status": "RUNNING", "applied": 7,
              "state": [{"point": "wt-01/WTUR.W", "unit": "kW", "value": 1792.5, "quality": {"code": 0, "symbol": "Good"},
              "sourceTime": "2026-01-02T03:04:05.678901234Z", "receivedTime": "2026-01-02T03:04:05.7Z", "offset": 7}], "alarms": []}]}""";
    private static final APIListTwinsRequest ALL = APIListTwinsRequest.newBuilder().build();
    private HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> resumed = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Platform platform(Credentials credentials) {
        return new Platform(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), credentials);
    }

    private void answer(String path, int status, String type, String body) {
        server.createContext(path, exchange -> send(exchange, status, type, body));
    }

    private void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        asked.add(exchange.getRequestMethod() + ' ' + exchange.getRequestURI() + ' ' + exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void readsTwinsWithTheirValues() throws ApiException {
        answer("/api/v1/twins", 200, "application/json", TWINS);

        TwinPage page = new TwinsApi(platform(Credentials.bearer("key")).api()).listTwins(APIListTwinsRequest.newBuilder()
                .type("energy/wind-turbine").limit(5).build());

        assertThat(page.getItems()).singleElement().satisfies(twin -> {
            assertThat(twin.getId()).isEqualTo("wt-01");
            assertThat(twin.getState().get(0).getValue().number()).isEqualTo(1792.5);
            assertThat(twin.getState().get(0).getSourceTime().getNano()).isEqualTo(678_901_234);
        });
        assertThat(asked).containsExactly("GET /api/v1/twins?type=energy%2Fwind-turbine&limit=5 Bearer key");
    }

    @Test
    void aPasswordThatChangesOnDiskCountsFromTheNextRequestOn(@TempDir Path folder) throws Exception {
        answer("/api/v1/twins", 200, "application/json", TWINS);
        Path file = Files.writeString(folder.resolve("password"), "first\n");
        TwinsApi twins = new TwinsApi(platform(Credentials.basic("admin", file)).api());
        twins.listTwins(ALL);
        Files.writeString(file, "second");
        twins.listTwins(ALL);

        assertThat(asked).extracting(line -> new String(Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1)),
                StandardCharsets.UTF_8)).containsExactly("admin:first", "admin:second");
    }

    @Test
    void aRefusalCarriesWhatThePlatformSays() {
        answer("/api/v1/twins", 404, "application/problem+json", "{\"status\": 404, \"title\": \"no twin nobody\"}");
        TwinsApi twins = new TwinsApi(platform(Credentials.basic("admin", "secret")).api());

        assertThatThrownBy(() -> twins.getTwin("nobody")).isInstanceOfSatisfying(ApiException.class, refusal -> {
            assertThat(refusal.getCode()).isEqualTo(404);
            assertThat(refusal.getResponseBody()).contains("no twin nobody");
        });
    }

    @Test
    void plainJsonIsHandedOnAndAProblemIsReadOut() throws Exception {
        answer("/api/v1/twins", 200, "application/json", TWINS);
        answer("/api/v1/commands", 422, "application/problem+json",
                "{\"title\": \"refused\", \"detail\": \"too far\", \"violations\": [{\"field\": \"limit\", \"message\": \"is above 5000\"}]}");
        answer("/api/v1/elsewhere", 502, "text/html", "<p>a proxy</p>");
        Platform platform = platform(Credentials.bearer("key"));

        assertThat(platform.ask("GET", "/twins?limit=1", null).at("/items/0/id").asText()).isEqualTo("wt-01");
        assertThatThrownBy(() -> platform.ask("GET", "/commands", null)).isInstanceOf(Refusal.class)
                .hasMessage("refused: too far; limit is above 5000");
        assertThatThrownBy(() -> platform.ask("GET", "/elsewhere", null)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.status()).isEqualTo(502)).hasMessage("status 502");
    }

    @Test
    void aTwinIsMadeAndChangedForWhatWasRead() throws Exception {
        server.createContext("/api/v1/twins", exchange -> {
            resumed.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8) + exchange.getRequestHeaders().getFirst("If-Match"));
            exchange.getResponseHeaders().set("ETag", "\"5a1f\"");
            send(exchange, exchange.getRequestMethod().equals("POST") ? 201 : 200, "application/json", "{\"id\": \"wt-09\", \"type\": \"energy/wind-turbine\"}");
        });
        DefinitionsApi definitions = new DefinitionsApi(platform(Credentials.bearer("key")).api());
        TwinDefinition twin = new TwinDefinition().id("wt-09").type("energy/wind-turbine").putPartsItem("blade", List.of("b-1"));

        ApiResponse<TwinDefinition> made = definitions.createTwinWithHttpInfo(APICreateTwinRequest.newBuilder().twinDefinition(twin).build());
        String tag = made.getHeaders().get("etag").get(0);
        definitions.putTwinDefinition(APIPutTwinDefinitionRequest.newBuilder().twinId("wt-09").twinDefinition(made.getData().name("Nine")).ifMatch(tag).build());

        assertThat(resumed.get(0)).isEqualTo("{\"id\":\"wt-09\",\"type\":\"energy/wind-turbine\",\"parts\":{\"blade\":[\"b-1\"]}}null");
        assertThat(resumed.get(1)).contains("\"name\":\"Nine\"").endsWith("\"5a1f\"");
    }

    @Test
    void aPageNamesTheNextOne() throws Exception {
        server.createContext("/api/v1/jobs", exchange -> {
            if (exchange.getRequestURI().getQuery() == null) {
                exchange.getResponseHeaders().set("Link", "</api/v1/jobs?cursor=YQ&limit=1>; rel=\"next\"");
            }
            send(exchange, 200, "application/json", "[{\"id\": \"j\"}]");
        });
        Platform platform = platform(Credentials.bearer("key"));
        Platform.Page first = platform.page("/jobs");
        assertThat(first.next()).isEqualTo("/jobs?cursor=YQ&limit=1");
        assertThat(platform.page(first.next()).next()).isNull();
    }

    @Test
    void aRequestWhoseAnswerIsLostIsSentAgainUnderItsKey() throws Exception {
        server.createContext("/api/v1/jobs/j/cancellation", exchange -> {
            resumed.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            if (resumed.size() == 1) {
                exchange.close();
            } else {
                send(exchange, 202, "application/json", "{\"id\": \"j\"}");
            }
        });
        assertThat(platform(Credentials.bearer("key")).ask("POST", "/jobs/j/cancellation", null).path("id").asText()).isEqualTo("j");
        assertThat(resumed).hasSize(2).doesNotContainNull();
        assertThat(resumed.get(0)).isEqualTo(resumed.get(1));
    }

    @Test
    void aLostStreamGoesOnAfterTheLastEvent() throws Exception {
        server.createContext("/api/v1/events", exchange -> {
            String after = exchange.getRequestHeaders().getFirst("Last-Event-ID");
            resumed.add(String.valueOf(after));
            send(exchange, 200, "text/event-stream", after == null ? ": hello\n\nid: 1\nevent: sample\ndata: {\"a\":\ndata: 1}\n\n"
                    : "id: 2\ndata: {}\n\nid: 3\ndata: half an event");
        });
        List<Event> events = new ArrayList<>();
        try (EventStream stream = platform(Credentials.bearer("key")).events("")) {
            stream.follow(event -> {
                events.add(event);
                if (events.size() == 2) {
                    close(stream);
                }
            });
            assertThat(stream.last()).isEqualTo("2");
        }
        assertThat(events).containsExactly(new Event("1", "sample", "{\"a\":\n1}"), new Event("2", "message", "{}"));
        assertThat(resumed).containsExactly("null", "1");
    }

    @Test
    void aStreamThatIsRefusedIsNotTriedAgain() {
        answer("/api/v1/events", 403, "application/problem+json", "{}");
        EventStream stream = platform(Credentials.bearer("key")).events("");

        assertThatThrownBy(() -> stream.follow(event -> { })).isInstanceOf(IOException.class).hasMessageContaining("403");
        assertThat(asked).hasSize(1);
    }

    private static void close(EventStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
