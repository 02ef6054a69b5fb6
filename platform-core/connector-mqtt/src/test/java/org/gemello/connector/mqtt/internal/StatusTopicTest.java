package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.gemello.api.connection.ConnectionState;
import org.gemello.testkit.mqtt.Mosquitto;
import org.gemello.testkit.mqtt.MqttTestClient.Message;
import org.gemello.testkit.mqtt.TestBroker;
import org.gemello.testkit.net.FaultProxy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Others see whether the platform is connected. */
class StatusTopicTest extends BrokerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @BeforeAll
    static void needsMosquitto() {
        MosquittoNeeded.orSkip("the status topic");
    }

    @Override
    TestBroker broker(Path empty) {
        return Mosquitto.in(empty);
    }

    @Override
    public String version() {
        return "3.1.1";
    }

    @Test
    void saysWhenThePlatformComesLeavesAndIsCutOff() throws Exception {
        device().subscribe("platform/+");
        try (FaultProxy network = new FaultProxy(broker().port())) {
            MqttConnection connection = start(log(), Plant.settings("status.topic", "platform/a", "status.online", "up",
                    "broker", "tcp://127.0.0.1:" + network.port()), Plant.wind());
            assertThat(device().receive(PATIENCE)).isEqualTo(new Message("platform/a", "up"));
            network.cut();
            assertThat(device().receive(PATIENCE)).as("the will").isEqualTo(new Message("platform/a", "offline"));
            network.mend();
            assertThat(device().receive(PATIENCE)).isEqualTo(new Message("platform/a", "up"));
            Plant.awaitState(connection, ConnectionState.CONNECTED);
            connection.stop();
            assertThat(device().receive(PATIENCE)).as("the farewell").isEqualTo(new Message("platform/a", "offline"));
        }
        reconnectDevice();
        device().subscribe("platform/+");
        assertThat(device().receive(PATIENCE)).as("retained").isEqualTo(new Message("platform/a", "offline"));
    }
}
