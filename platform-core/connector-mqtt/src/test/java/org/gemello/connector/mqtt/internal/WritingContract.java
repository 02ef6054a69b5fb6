package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gemello.api.PointId;
import org.gemello.api.TraceId;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.connection.WriteResult;
import org.gemello.binding.LinearScale;
import org.gemello.testkit.mqtt.MqttTestClient;
import org.junit.jupiter.api.Test;

/** How values are written. */
interface WritingContract extends Plant {
    String SET_POINT = "met/power";
    Duration PATIENCE = Duration.ofSeconds(60);
    TraceId TRACE = new TraceId(1, 2);

    @Test
    default void confirmsAWriteThatIsReadBack() throws Exception {
        MqttConnection connection = start(setPoint());
        device().subscribe("site/plant/set");
        CompletableFuture<WriteResult> write = connection.write(PointId.parse(SET_POINT), 1500, Instant.now().plus(PATIENCE), TRACE);
        assertThat(device().receive(PATIENCE))
                .isEqualTo(new MqttTestClient.Message("site/plant/set", "{\"set\":{\"power\":1.5}}"));
        device().publish("site/plant", "{\"set\":{\"power\":1.4}}");
        device().publish("site/plant", "{\"set\":{\"power\":1.5}}");
        assertThat(write.get(60, TimeUnit.SECONDS).outcome()).isEqualTo(WriteResult.Outcome.CONFIRMED);
        assertThat(log().lastTrace()).isEqualTo(TRACE);
    }

    @Test
    default void doesNotKnowOfAWriteThatIsNotReadBack() throws Exception {
        MqttConnection connection = start(setPoint());
        device().subscribe("site/plant/set");
        CompletableFuture<WriteResult> write = connection.write(PointId.parse(SET_POINT), 1500, Instant.now().plusSeconds(5), TRACE);
        assertThat(device().receive(PATIENCE)).isNotNull();
        assertThat(write.get(60, TimeUnit.SECONDS).outcome()).isEqualTo(WriteResult.Outcome.UNKNOWN);
    }

    @Test
    default void doesNotSendAWriteWithoutAConnectionAndNeverLater() throws Exception {
        MqttConnection connection = start(setPoint(), Plant.wind());
        broker().stop();
        Plant.awaitState(connection, ConnectionState.DISCONNECTED);
        WriteResult result = connection.write(PointId.parse(SET_POINT), 1500, Instant.now().plusMillis(100), TRACE)
                .get(60, TimeUnit.SECONDS);
        assertThat(result.outcome()).isEqualTo(WriteResult.Outcome.NOT_SENT);
        result = connection.write(PointId.parse(WIND), 1, Instant.now().plus(PATIENCE), TRACE).get(60, TimeUnit.SECONDS);
        assertThat(result.outcome()).isEqualTo(WriteResult.Outcome.REJECTED);
        assertThat(result.reason()).contains("mast", WIND, "write: true");
    }

    private static TopicBinding setPoint() {
        return Bindings.topic("site/plant").with("commandTopic", "site/plant/set")
                .point(SET_POINT, "/set/power", new LinearScale(1000, 0), true).build();
    }
}
