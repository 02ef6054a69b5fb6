package org.gemello.connector.mqtt.internal;

import java.nio.file.Path;
import org.gemello.testkit.mqtt.MoquetteBroker;
import org.gemello.testkit.mqtt.TestBroker;

/**
 * MQTT 3.1.1 on an embedded broker: runs everywhere. What is acknowledged when is left to the other brokers: Moquette 0.17 gives a
 * packet id again while a message under it has no answer, and so loses one now and then in a reconnect.
 */
class MoquetteTest extends BrokerTest implements ReceivingContract, LossContract, WritingContract {
    @Override
    TestBroker broker(Path empty) {
        return new MoquetteBroker();
    }

    @Override
    public String version() {
        return "3.1.1";
    }
}
