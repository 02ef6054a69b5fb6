package org.gemello.connector.mqtt.internal;

import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttReasonCodes;
import java.util.function.Function;

/** Reason codes (MQTT 5, 2.4): below 0x80 it went well. */
final class ReasonCode {
    static final int NO_MATCHING_SUBSCRIBERS = 0x10;
    private static final int FIRST_FAILURE = 0x80;

    private ReasonCode() {
    }

    /** The code in a variable header, 0 where it has none, as in 3.1.1. */
    static int of(Object header) {
        if (header instanceof MqttPubReplyMessageVariableHeader reply) {
            return reply.reasonCode() & 0xFF;
        }
        return header instanceof MqttReasonCodeAndPropertiesVariableHeader end ? end.reasonCode() & 0xFF : 0;
    }

    static boolean isFailure(int code) {
        return code >= FIRST_FAILURE;
    }

    /** The standard's word for a refused subscription; of 3.1.1 there is only one. */
    static String ofSubscription(int code) {
        return word(code, MqttReasonCodes.SubAck::valueOf);
    }

    /** The standard's word for an end of the session. */
    static String ofEnd(int code) {
        return word(code, MqttReasonCodes.Disconnect::valueOf);
    }

    private static String word(int code, Function<Byte, ?> words) {
        try {
            return words.apply((byte) code).toString();
        } catch (IllegalArgumentException unknown) {
            return String.format("0x%02X", code);
        }
    }
}
