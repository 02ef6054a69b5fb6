package org.gemello.connector.mqtt.internal;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

/** Messages of ours, within what the broker has said that it can take. Lives in the event loop. */
final class Outgoing {
    private static final int MOST_WAITING = 1_000;
    private final ChannelHandlerContext context;
    private final Packets packets;
    private final ServerLimits limits;
    private final Set<Integer> unanswered = new HashSet<>();
    private final Queue<Message> waiting = new ArrayDeque<>();
    private int packetId;

    Outgoing(ChannelHandlerContext context, Packets packets, ServerLimits limits) {
        this.context = context;
        this.packets = packets;
        this.limits = limits;
    }

    /** An id that is not in use. */
    int nextPacketId() {
        do {
            packetId = packetId % 0xFFFF + 1;
        } while (unanswered.contains(packetId));
        return packetId;
    }

    /** True where the broker takes no more at QoS 1 before it has answered. */
    boolean isFull() {
        return unanswered.size() >= limits.receiveMaximum();
    }

    /**
     * Sends a message now; not where {@link #isFull}.
     *
     * @param lifeSeconds after this a broker of version 5 does not deliver it any more
     * @return its packet id, 0 where it goes at QoS 0 and gets no answer
     * @throws Refusal where the broker has said that it takes no such message
     */
    int send(Message message, long lifeSeconds) throws Refusal {
        check(message);
        return write(message, lifeSeconds);
    }

    private int write(Message message, long lifeSeconds) {
        boolean answered = message.qos() != MqttQoS.AT_MOST_ONCE && limits.qos() != MqttQoS.AT_MOST_ONCE;
        int id = answered ? nextPacketId() : 0;
        if (answered) {
            unanswered.add(id);
        }
        context.writeAndFlush(packets.publish(id, message, lifeSeconds));
        return id;
    }

    /** Sends a message now, or when the broker takes it. */
    void post(Message message) throws Refusal {
        if (!isFull() || message.qos() == MqttQoS.AT_MOST_ONCE) {
            send(message, Packets.FOR_EVER);
        } else if (waiting.size() < MOST_WAITING) {
            check(message);
            waiting.add(message);
        } else {
            throw new Refusal(MOST_WAITING + " messages wait for the broker's answers; it is too slow for more");
        }
    }

    private void check(Message message) throws Refusal {
        long size = Packets.publishSize(message.topic().getBytes(StandardCharsets.UTF_8).length, message.payload().length);
        if (size > limits.packetSize()) {
            throw new Refusal("the message to " + message.topic() + " has up to " + size + " bytes; the broker takes at most "
                    + limits.packetSize());
        }
        if (message.retain() && !limits.retain()) {
            throw new Refusal("the message to " + message.topic() + " is to be retained; the broker keeps no retained messages");
        }
    }

    /** The broker has answered a message. */
    void answered(int id) {
        unanswered.remove(id);
        while (!waiting.isEmpty() && !isFull()) {
            write(waiting.remove(), Packets.FOR_EVER);
        }
    }
}
