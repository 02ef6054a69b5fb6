package org.gemello.connector.mqtt.internal.sparkplug;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gemello.connector.mqtt.internal.Message;
import org.gemello.connector.mqtt.internal.Presence;

/**
 * The host's STATE: {@code {"online":true,"timestamp":...}}, retained, QoS 1; the birth carries the time of the will that was given
 * with the CONNECT before it, a farewell its own (Sparkplug 3.0.0, 5.3). Nodes that have this host as their primary one
 * publish while it is online.
 */
final class HostPresence implements Presence {
    private static final Pattern OFFLINE = Pattern.compile("\"online\"\\s*:\\s*false");
    private static final int LONGEST_STATE = 1_000;
    private final String topic;
    private long connecting;

    HostPresence(String host) {
        topic = SparkplugTopic.STATE + host;
    }

    String topic() {
        return topic;
    }

    @Override
    public Optional<Message> will() {
        connecting = System.currentTimeMillis();
        return state(false, connecting);
    }

    @Override
    public Optional<Message> birth() {
        return state(true, connecting);
    }

    @Override
    public Optional<Message> farewell() {
        return state(false, System.currentTimeMillis());
    }

    private Optional<Message> state(boolean online, long time) {
        String json = "{\"online\":" + online + ",\"timestamp\":" + time + "}";
        return Optional.of(new Message(topic, json.getBytes(StandardCharsets.UTF_8), MqttQoS.AT_LEAST_ONCE, true));
    }

    /** True where a STATE of this host says that it is offline, such as the late will of an earlier connection. */
    static boolean isOffline(byte[] payload, int length) {
        return length <= LONGEST_STATE && OFFLINE.matcher(new String(payload, 0, length, StandardCharsets.UTF_8)).find();
    }
}
