package org.gemello.connector.mqtt.internal;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption.RetainedHandlingPolicy;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The packets that a session sends, for its version of MQTT. */
final class Packets {
    static final long FOR_EVER = 0;
    /** Fixed header, two lengths, packet id, expiry: what a PUBLISH of ours has at most beside topic and payload. */
    private static final int PUBLISH_OVERHEAD = 15;
    private final MqttSettings settings;

    Packets(MqttSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes up the session of this client id, or begins one that outlives the connection. The password is read each time, so
     * that it can be changed without a restart.
     *
     * @param will what the broker is to say when we are gone without a farewell
     * @throws IOException where the password file cannot be read
     */
    MqttMessage connect(Optional<Message> will) throws IOException {
        MqttMessageBuilders.ConnectBuilder connect = MqttMessageBuilders.connect().protocolVersion(settings.version())
                .clientId(settings.clientId()).cleanSession(settings.cleanStart()).keepAlive((int) settings.keepAlive().toSeconds());
        if (!settings.username().isEmpty()) {
            connect.hasUser(true).username(settings.username());
        }
        if (settings.passwordFile().isPresent()) {
            connect.hasPassword(true).password(SecretFile.bytes(settings.passwordFile().get()));
        }
        will.ifPresent(last -> connect.willFlag(true).willTopic(last.topic()).willMessage(last.payload()).willQoS(last.qos())
                .willRetain(last.retain()));
        if (settings.isVersion5()) {
            // no maximum packet size: a broker would drop larger messages without a word, while we can say so
            MqttProperties properties = new MqttProperties();
            properties.add(property(MqttPropertyType.SESSION_EXPIRY_INTERVAL,
                    settings.cleanStart() ? 0 : (int) settings.sessionExpiry().toSeconds()));
            properties.add(property(MqttPropertyType.RECEIVE_MAXIMUM, settings.receiveMaximum()));
            connect.properties(properties);
        }
        return connect.build();
    }

    /** Retained messages come only with a new subscription (MQTT 5); 3.1.1 has no such choice. */
    MqttMessage subscribe(int packetId, Map<TopicFilter, MqttQoS> subscriptions) {
        MqttMessageBuilders.SubscribeBuilder subscribe = MqttMessageBuilders.subscribe().messageId(packetId);
        subscriptions.forEach((filter, qos) -> subscribe.addSubscription(filter.toString(), settings.isVersion5()
                ? new MqttSubscriptionOption(qos, false, true, RetainedHandlingPolicy.SEND_AT_SUBSCRIBE_IF_NOT_YET_EXISTS)
                : MqttSubscriptionOption.onlyFromQos(qos)));
        return subscribe.build();
    }

    /**
     * @param packetId    0 for QoS 0
     * @param lifeSeconds after this a broker of version 5 does not deliver it any more; {@link #FOR_EVER} for no such limit
     */
    MqttMessage publish(int packetId, Message message, long lifeSeconds) {
        MqttMessageBuilders.PublishBuilder publish = MqttMessageBuilders.publish().messageId(packetId).topicName(message.topic())
                .qos(packetId == 0 ? MqttQoS.AT_MOST_ONCE : MqttQoS.AT_LEAST_ONCE).retained(message.retain())
                .payload(Unpooled.wrappedBuffer(message.payload()));
        if (settings.isVersion5() && lifeSeconds != FOR_EVER) {
            MqttProperties properties = new MqttProperties();
            properties.add(property(MqttPropertyType.PUBLICATION_EXPIRY_INTERVAL, (int) Math.min(Integer.MAX_VALUE, lifeSeconds)));
            publish.properties(properties);
        }
        return publish.build();
    }

    /** Bytes of a PUBLISH, at most. */
    static long publishSize(int topicBytes, int payloadBytes) {
        return (long) topicBytes + payloadBytes + PUBLISH_OVERHEAD;
    }

    private static IntegerProperty property(MqttPropertyType type, int value) {
        return new IntegerProperty(type.value(), value);
    }

    static MqttMessage ping() {
        return bare(MqttMessageType.PINGREQ);
    }

    /** A farewell that leaves the session at the broker. */
    static MqttMessage disconnect() {
        return bare(MqttMessageType.DISCONNECT);
    }

    private static MqttMessage bare(MqttMessageType type) {
        return new MqttMessage(new MqttFixedHeader(type, false, MqttQoS.AT_MOST_ONCE, false, 0));
    }
}
