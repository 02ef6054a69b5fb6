package org.gemello.connector.mqtt.internal;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.nio.charset.StandardCharsets;

/**
 * A message of ours.
 *
 * @param topic   without wildcards
 * @param payload not to be changed any more
 * @param qos     0 or 1
 * @param retain  true where the broker keeps it for those who subscribe later
 */
public record Message(String topic, byte[] payload, MqttQoS qos, boolean retain) {

    static Message of(String topic, byte[] payload) {
        return new Message(topic, payload, MqttQoS.AT_LEAST_ONCE, false);
    }

    static Message retained(String topic, String payload) {
        return new Message(topic, payload.getBytes(StandardCharsets.UTF_8), MqttQoS.AT_LEAST_ONCE, true);
    }
}
