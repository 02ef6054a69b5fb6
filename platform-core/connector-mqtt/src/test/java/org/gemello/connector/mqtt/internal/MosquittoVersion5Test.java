package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.gemello.api.PointId;
import org.gemello.api.TraceId;
import org.gemello.api.connection.WriteResult;
import org.gemello.binding.LinearScale;
import org.gemello.testkit.mqtt.Mosquitto;
import org.gemello.testkit.mqtt.TestBroker;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** MQTT 5 on a broker process. */
class MosquittoVersion5Test extends BrokerTest implements ReceivingContract, AcknowledgingContract, LossContract, WritingContract {
    @BeforeAll
    static void needsMosquitto() {
        MosquittoNeeded.orSkip("MQTT 5");
    }

    @Override
    TestBroker broker(Path empty) {
        return Mosquitto.in(empty);
    }

    @Override
    public String version() {
        return "5";
    }

    @Test
    void rejectsAWriteThatNobodyWouldGet() throws Exception {
        MqttConnection connection = start(Bindings.topic("site/plant").with("commandTopic", "site/plant/set").with("format", "plain")
                .point("met/power", "", LinearScale.IDENTITY, true).build());
        WriteResult result = connection.write(PointId.parse("met/power"), 1, Instant.now().plus(PATIENCE), TraceId.NONE)
                .get(60, TimeUnit.SECONDS);
        assertThat(result.outcome()).isEqualTo(WriteResult.Outcome.REJECTED);
        assertThat(result.reason()).contains("NO_MATCHING_SUBSCRIBERS");
    }
}
