package org.gemello.connector.mqtt.internal;

import java.nio.file.Path;
import org.gemello.testkit.mqtt.MoquetteBroker;
import org.gemello.testkit.mqtt.TestBroker;

/** MQTT 3.1.1 on an embedded broker: runs everywhere. */
class MoquetteTest extends MqttConnectionContract {
    @Override
    TestBroker broker(Path empty) {
        return new MoquetteBroker();
    }

    @Override
    String version() {
        return "3.1.1";
    }
}
