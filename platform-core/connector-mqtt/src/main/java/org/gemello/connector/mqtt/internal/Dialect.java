package org.gemello.connector.mqtt.internal;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.SampleBatchBuilder;

/**
 * What is spoken over a connection: which topics are wanted, what their messages mean, how a value is written. The connection
 * looks after the rest: it is kept up, messages are acknowledged when they are stored, a loss is written down. Called by the
 * connection's event loop alone, but for {@link #points}.
 */
public interface Dialect {

    /** The points known so far; when the connection is lost, each of them has no value. Safe for any thread. */
    List<PointDefinition> points();

    /** What to subscribe, each filter once, with the wanted quality of service, 0 or 1. Asked after each CONNACK. */
    Map<TopicFilter, MqttQoS> subscriptions();

    /**
     * Adds the samples of one message.
     *
     * @param payload  its first {@code length} bytes
     * @param received nanoseconds since the epoch; also the source time where the payload carries none
     * @param into     gets nothing where the message is refused
     * @return what could not be read though the rest could, empty where all could; it becomes a dead letter with this cause
     * @throws Refusal where nothing could be read; it becomes a dead letter too
     */
    String read(String topic, byte[] payload, int length, long received, SampleBatchBuilder into) throws Refusal;

    /**
     * Reads a dead letter once more, outside of the order of the live ones; else as {@link #read}.
     */
    default String replay(String topic, byte[] payload, int length, long received, SampleBatchBuilder into) throws Refusal {
        return read(topic, payload, length, received, into);
    }

    /** How a point is written, empty where it cannot be. */
    Optional<WriteTarget> target(PointId point);

    /** How others see that we are there. */
    default Presence presence() {
        return Presence.NONE;
    }

    /** The connection is up and subscribed. @param outlet works until {@link #closed} */
    default void opened(Outlet outlet) {
    }

    /** The connection is gone; it will be made again unless the platform has stopped it. */
    default void closed() {
    }
}
