package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.gemello.api.PointId;
import org.gemello.api.TraceId;
import org.gemello.api.connection.WriteResult;
import org.gemello.binding.LinearScale;
import org.gemello.testkit.mqtt.Mosquitto;
import org.gemello.testkit.mqtt.MqttTestClient;
import org.gemello.testkit.mqtt.TestBroker;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a broker of version 5 says that it can take, and what we say. */
class ServerLimitsTest extends BrokerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final PointId POWER = PointId.parse("met/power");
    private static final String LONG_TOPIC = "site/" + "x".repeat(200) + "/set";

    @BeforeAll
    static void needsMosquitto() {
        MosquittoNeeded.orSkip("limits of the broker");
    }

    @Override
    TestBroker broker(Path empty) {
        return Mosquitto.in(empty).with("retain_available false", "max_packet_size 200", "max_keepalive 10", "max_inflight_messages 3",
                "log_type all");
    }

    @Override
    public String version() {
        return "5";
    }

    private static TopicBinding writable(String commandTopic) {
        return Bindings.topic("site/plant").with("commandTopic", commandTopic).with("format", "plain")
                .point(POWER.toString(), "", LinearScale.IDENTITY, true).build();
    }

    private CompletableFuture<WriteResult> write(MqttConnection connection, double value) {
        return connection.write(POWER, value, Instant.now().plus(PATIENCE), TraceId.NONE);
    }

    @Test
    void aMessageThatIsTooLargeIsNotSent() throws Exception {
        WriteResult result = write(start(writable(LONG_TOPIC)), 1).get(60, TimeUnit.SECONDS);
        assertThat(result.outcome()).isEqualTo(WriteResult.Outcome.REJECTED);
        assertThat(result.reason()).contains(LONG_TOPIC, "the broker takes at most 200");
    }

    @Test
    void moreWritesThanTheBrokerTakesAtOnceGoOneAfterTheOther() throws Exception {
        MqttConnection connection = start(writable("site/set"));
        device().subscribe("site/set");
        List<CompletableFuture<WriteResult>> writes = new ArrayList<>();
        IntStream.range(0, 50).forEach(i -> writes.add(write(connection, i)));
        for (int i = 0; i < 50; i++) {
            assertThat(device().receive(PATIENCE)).isEqualTo(new MqttTestClient.Message("site/set", i + ".0"));
        }
        device().publish("site/plant", "7");
        assertThat(writes.get(7).get(60, TimeUnit.SECONDS).outcome()).isEqualTo(WriteResult.Outcome.CONFIRMED);
    }

    @Test
    void aStatusThatCannotBeRetainedIsSaidInTheReason() {
        MqttConnection connection = connection(log(), Plant.settings("status.topic", "platform"), Plant.wind());
        connection.start(0, StoredBefore.NOTHING);
        await().until(() -> connection.view().reason().contains("RETAIN"));
    }

    @Test
    void aStalledLogStopsTheBrokerAtTheReceiveMaximum() throws Exception {
        log().hold();
        start(log(), Plant.settings("receiveMaximum", "2"), Plant.wind());
        for (int i = 0; i < 20; i++) {
            publishWind(i);
        }
        await().until(() -> log().offered() == 2);
        device().subscribe("other"); // a round trip to the broker: what it wanted to send us is sent
        device().publish("other", "x");
        assertThat(device().receive(PATIENCE)).isNotNull();
        assertThat(sent()).as("messages that the broker has sent").isEqualTo(2);
        assertThat(log().offered()).isEqualTo(2);
        log().release();
        await().untilAsserted(() -> assertThat(log().values(WIND)).hasSize(20));
    }

    private long sent() throws Exception {
        try (var lines = Files.lines(folder.resolve("mosquitto.log"))) {
            return lines.filter(line -> line.contains("Sending PUBLISH to gemello-mast")).count();
        }
    }

    @Test
    void theBrokersKeepAliveIsKept() throws Exception {
        start(log(), Plant.settings("keepAlive", "60 s"), Plant.wind());
        await().until(() -> Files.readString(folder.resolve("mosquitto.log")).contains("Received PINGREQ from gemello-mast"));
    }
}
