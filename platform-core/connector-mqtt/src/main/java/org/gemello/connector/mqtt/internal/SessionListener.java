package org.gemello.connector.mqtt.internal;

import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;

/** What happens on a session. Called by its event loop alone. */
interface SessionListener {

    /** The broker has let us in. @param present true where it still has our session, with the subscriptions and what was queued */
    void opened(MqttSession session, boolean present);

    /** The broker has answered to the subscriptions. @param refused filters that it refused, with its reason; empty when all went well */
    void subscribed(MqttSession session, String refused);

    /** A message; good until the call returns. */
    void message(MqttSession session, Arrival message);

    /** A message too large to be taken in. Nothing more can be read from this session. */
    void oversized(MqttSession session, MqttFixedHeader kind, MqttPublishVariableHeader header);

    /** All that was in the socket has been read. */
    void burstEnded(MqttSession session);

    /** The broker has answered a ping: it has nothing to say that it has not said. */
    void quiet(MqttSession session);

    /** The broker has answered a message of ours. @param reason 0 where it took it, else its reason code */
    void answered(int packetId, int reason);

    /** The end, once for each session. */
    void closed(MqttSession session, String reason);
}
