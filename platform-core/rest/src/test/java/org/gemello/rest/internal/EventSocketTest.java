package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gemello.api.Caller;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.Role;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.log.LogEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventSocketTest {
    private static final String ALL = "{\"type\":\"subscribe\",\"id\":\"a\"}";
    private final ApiServer api = new ApiServer();
    private final URI uri = api.uri("/events/ws");

    @AfterEach
    void stop() {
        api.close();
    }

    private void append(String... points) {
        SampleBatchBuilder batch = SampleBatch.builder(api.platform.log.points(), points.length);
        for (String point : points) {
            batch.add(api.platform.log.points().handle(new PointDefinition(PointId.parse(point), "kW")), 1, 0, Times.nanos(FakePlatform.NOON), 0);
        }
        api.platform.log.append(new LogEntry.Samples(batch.build()), FakePlatform.TRACE);
    }

    private static String subscribe(String id, String more) {
        return "{\"type\":\"subscribe\",\"id\":\"" + id + "\"," + more + "}";
    }

    @Test
    void aSubscriptionIsToldWhatItAskedFor() throws Exception {
        try (SocketClient client = SocketClient.as("viewer", uri)) {
            client.send(subscribe("a", "\"kinds\":[\"samples\"],\"twins\":[\"wt-0?\"],\"points\":[\"*.W\"]"));
            assertThat(client.next("subscribed").get("offset").longValue()).isEqualTo(-1);
            append("wt-01/WTUR.W", "wt-01/WTUR.Ws", "wt-11/WTUR.W");
            JsonNode event = client.next("event");
            assertThat(event.get("event").asText()).isEqualTo("samples");
            assertThat(event.get("id").asText()).isEqualTo("a");
            assertThat(event.get("offset").longValue()).isEqualTo(2);
            Contract.checkSchema("SamplesEvent", event.get("data"));
            assertThat(event.get("data")).hasSize(1);
            assertThat(client.next("position").get("offset").longValue()).isEqualTo(2);
        }
        await().until(() -> api.streams.open() == 0 && api.platform.log.openTails.get() == 0);
    }

    @Test
    void severalSubscriptionsShareASocketAndEndOneByOne() throws Exception {
        try (SocketClient client = SocketClient.as("viewer", uri)) {
            client.send(subscribe("a", "\"twins\":[\"wt-01\"]"));
            client.next("subscribed");
            client.send(subscribe("b", "\"twins\":[\"wt-02\"]"));
            client.next("subscribed");
            append("wt-02/a");
            assertThat(client.next("event").get("id").asText()).isEqualTo("b");
            client.send("{\"type\":\"unsubscribe\",\"id\":\"b\"}");
            assertThat(client.next("unsubscribed").get("id").asText()).isEqualTo("b");
            append("wt-02/a");
            append("wt-01/a");
            assertThat(client.next("event").get("id").asText()).isEqualTo("a");
            client.send(subscribe("b", "\"since\":-1,\"twins\":[\"wt-02\"]"));
            client.next("subscribed");
            assertThat(client.next("event").get("offset").longValue()).isZero();
        }
    }

    @Test
    void aClientThatComesBackMissesNothingAndGetsNothingTwice() throws Exception {
        List<Long> seen = new ArrayList<>();
        long since = -1;
        for (int connection = 0; connection < 10; connection++) {
            append("wt-01/a", "wt-02/a", "wt-01/b");
            append("wt-02/a");
            append("wt-01/a");
            try (SocketClient client = SocketClient.as("viewer", uri)) {
                client.send(subscribe("a", "\"twins\":[\"wt-01\"],\"since\":" + since));
                client.next("subscribed");
                for (int i = 0; i <= connection % 2; i++) {
                    JsonNode event = client.next("event");
                    event.get("data").forEach(sample -> seen.add(sample.get("offset").longValue()));
                    since = event.get("offset").longValue();
                }
            }
        }
        List<Long> wanted = new ArrayList<>();
        for (long offset = 0; wanted.size() < seen.size(); offset++) {
            if (offset % 5 != 1 && offset % 5 != 3) {
                wanted.add(offset);
            }
        }
        assertThat(seen).isEqualTo(wanted).hasSizeGreaterThan(15);
    }

    @Test
    void aPingIsAnswered() throws Exception {
        try (SocketClient client = SocketClient.as("viewer", uri)) {
            client.ping(ByteBuffer.wrap("there?".getBytes(StandardCharsets.UTF_8)));
            assertThat(StandardCharsets.UTF_8.decode(client.pong.get(20, TimeUnit.SECONDS)).toString()).isEqualTo("there?");
        }
    }

    @Test
    void aPageOfAnotherSiteIsRefused() {
        String cookie = api.sessionCookie() + "=" + api.sessions.open(new Caller("viewer", Set.of(Role.VIEWER)));
        for (String[] headers : new String[][] {{"Origin", "https://evil.example"}, {"Origin", "null"}, {"Origin", "http://127.0.0.1:1"},
                {"Sec-Fetch-Site", "cross-site"}}) {
            assertThatThrownBy(() -> new SocketClient(uri, "Cookie", cookie, headers[0], headers[1])).as(headers[1])
                    .hasCauseInstanceOf(WebSocketHandshakeException.class).cause()
                    .satisfies(refused -> assertThat(((WebSocketHandshakeException) refused).getResponse().statusCode()).isEqualTo(403));
        }
        new SocketClient(uri, "Cookie", cookie, "Origin", "http://" + uri.getAuthority()).close();
    }

    @Test
    void aStrangerIsRefused() {
        assertThatThrownBy(() -> new SocketClient(uri)).hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void theSocketEndsWithItsSession() throws Exception {
        String token = api.sessions.open(new Caller("viewer", Set.of(Role.VIEWER)));
        try (SocketClient client = new SocketClient(uri, "Cookie", api.sessionCookie() + "=" + token)) {
            client.send(ALL);
            client.next("subscribed");
            api.sessions.end(api.sessions.find(token).orElseThrow());
            assertThat(client.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1008);
        }
    }

    @Test
    void whatCannotBeUnderstoodIsSaidAndTheSocketGoesOn() throws Exception {
        try (SocketClient client = SocketClient.as("viewer", uri)) {
            for (String wrong : List.of("what?", "{}", "{\"type\":\"subscribe\",\"id\":\"a b\"}", subscribe("a", "\"kinds\":[\"sample\"]"),
                    subscribe("a", "\"twins\":[\"WT 1\"]"), subscribe("a", "\"since\":99"), subscribe("a", "\"colour\":1"),
                    "{\"type\":\"unsubscribe\",\"id\":\"a\"}")) {
                client.send(wrong);
                assertThat(client.next("error").get("detail").asText()).as(wrong).isNotBlank();
            }
            client.send(ALL);
            client.next("subscribed");
            client.send(ALL);
            assertThat(client.next("error").get("detail").asText()).contains("'a' already");
        }
    }

    @Test
    void aMessageThatIsTooLongEndsTheSocket() throws Exception {
        try (SocketClient client = SocketClient.as("viewer", uri)) {
            client.send(" ".repeat(20 << 10));
            assertThat(client.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1009);
        }
        try (SocketClient client = SocketClient.as("viewer", uri)) {
            client.sendBinary();
            assertThat(client.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1003);
        }
    }

    @Test
    void aSocketHasABoundedNumberOfSubscriptions() throws Exception {
        try (SocketClient client = SocketClient.as("viewer", uri)) {
            for (int i = 0; i < 8; i++) {
                client.send(subscribe("s" + i, "\"kinds\":[\"alarms\"]"));
                client.next("subscribed");
            }
            client.send(ALL);
            assertThat(client.next("error").get("detail").asText()).contains("8 subscriptions");
        }
    }

    @Test
    void aPlainRequestIsToldToUpgrade() throws Exception {
        ApiServer.Answer answer = api.get("/events/ws");
        assertThat(answer.status()).isEqualTo(426);
        assertThat(answer.header("Upgrade")).isEqualTo("websocket");
    }
}
