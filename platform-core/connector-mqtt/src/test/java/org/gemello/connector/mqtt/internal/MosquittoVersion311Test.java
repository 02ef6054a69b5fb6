package org.gemello.connector.mqtt.internal;

import java.nio.file.Path;
import org.gemello.testkit.mqtt.Mosquitto;
import org.gemello.testkit.mqtt.TestBroker;
import org.junit.jupiter.api.BeforeAll;

/** MQTT 3.1.1 on a broker process that keeps sessions over its own restart. */
class MosquittoVersion311Test extends BrokerTest implements ReceivingContract, AcknowledgingContract, LossContract, WritingContract {
    @BeforeAll
    static void needsMosquitto() {
        MosquittoNeeded.orSkip("MQTT 3.1.1 with sessions on disk");
    }

    @Override
    TestBroker broker(Path empty) {
        return Mosquitto.in(empty).with("max_inflight_messages 0"); // so that only we hold it back
    }

    @Override
    public String version() {
        return "3.1.1";
    }
}
