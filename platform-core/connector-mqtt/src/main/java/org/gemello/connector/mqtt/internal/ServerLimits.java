package org.gemello.connector.mqtt.internal;

import io.netty.handler.codec.mqtt.MqttConnAckVariableHeader;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttQoS;

/**
 * What the broker has said in CONNACK that it can take (MQTT 5, 3.2.2.3); a broker of 3.1.1 says nothing and can take all. Of
 * topic aliases we use none, so that any Topic Alias Maximum is kept to.
 *
 * @param keepAliveSeconds the broker's own wish, -1 where it takes ours
 * @param receiveMaximum   messages of ours at QoS 1 that may be without an answer
 * @param packetSize       largest packet in bytes
 * @param qos              highest quality of service of our messages
 * @param retain           whether it keeps retained messages
 * @param wildcards        whether a filter may have wildcards
 * @param shared           whether it has shared subscriptions
 * @param expirySeconds    how long it keeps our session while we are away, -1 where as long as we asked; unsigned
 */
record ServerLimits(int keepAliveSeconds, int receiveMaximum, long packetSize, MqttQoS qos, boolean retain, boolean wildcards,
                    boolean shared, int expirySeconds) {
    private static final int ALL = 0xFFFF;

    static ServerLimits of(MqttConnAckVariableHeader header) {
        MqttProperties properties = header.properties();
        long packetSize = number(properties, MqttPropertyType.MAXIMUM_PACKET_SIZE, 0) & 0xFFFF_FFFFL;
        return new ServerLimits(number(properties, MqttPropertyType.SERVER_KEEP_ALIVE, -1),
                number(properties, MqttPropertyType.RECEIVE_MAXIMUM, ALL), packetSize == 0 ? Long.MAX_VALUE : packetSize,
                number(properties, MqttPropertyType.MAXIMUM_QOS, 1) == 0 ? MqttQoS.AT_MOST_ONCE : MqttQoS.AT_LEAST_ONCE,
                number(properties, MqttPropertyType.RETAIN_AVAILABLE, 1) != 0,
                number(properties, MqttPropertyType.WILDCARD_SUBSCRIPTION_AVAILABLE, 1) != 0,
                number(properties, MqttPropertyType.SHARED_SUBSCRIPTION_AVAILABLE, 1) != 0,
                number(properties, MqttPropertyType.SESSION_EXPIRY_INTERVAL, -1));
    }

    /** Why the broker would not take a subscription, empty where it would. */
    String objection(TopicFilter filter) {
        if (filter.isShared() && !shared) {
            return "the broker has no shared subscriptions";
        }
        return filter.hasWildcard() && !wildcards ? "the broker takes no wildcards" : "";
    }

    private static int number(MqttProperties properties, MqttPropertyType type, int fallback) {
        return properties.getProperty(type.value()) instanceof IntegerProperty property ? property.value() : fallback;
    }
}
