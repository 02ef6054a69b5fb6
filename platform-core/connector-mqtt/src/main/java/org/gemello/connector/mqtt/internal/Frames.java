package org.gemello.connector.mqtt.internal;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.gemello.api.Times;

/**
 * Cuts the broker's stream into packets. Messages go straight to the session, without an object for each; every other packet goes on
 * to netty's decoder. Where a message is not in order or too large, the decoder gets all from there on: it says what is wrong.
 */
final class Frames extends ChannelInboundHandlerAdapter {
    private static final int PUBLISH = 0x30;
    private static final int SMALL = 1 << 16;
    private static final int LARGE = 1 << 20;
    /** A packet begins with its type, and its length in at most four bytes. */
    private static final int LONGEST_HEADER = 5;
    private final MqttSession session;
    private final boolean version5;
    private final int limit;
    private final TopicNames topics = new TopicNames();
    private final Arrival arrival = new Arrival();
    private byte[] bytes = new byte[SMALL];
    private int from;
    private int end;
    private int bodyFrom;
    private int bodyEnd;
    private boolean handedOver;

    /** @param limit most bytes of a packet behind its header */
    Frames(MqttSession session, boolean version5, int limit) {
        this.session = session;
        this.version5 = version5;
        this.limit = limit;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object object) {
        ByteBuf in = (ByteBuf) object;
        if (handedOver) {
            ctx.fireChannelRead(in);
            return;
        }
        try {
            take(in);
        } finally {
            in.release();
        }
        arrival.received = Times.now();
        while (header() && bodyEnd <= end) {
            if ((bytes[from] & 0xF0) != PUBLISH) {
                ctx.fireChannelRead(Unpooled.copiedBuffer(bytes, from, bodyEnd - from));
            } else if (!publish(bytes[from])) {
                handedOver = true;
                break;
            }
            from = bodyEnd;
        }
        if (handedOver) {
            ctx.fireChannelRead(Unpooled.copiedBuffer(bytes, from, end - from));
            from = end;
        }
    }

    /** Puts it behind what is there; what is there is less than a packet. */
    private void take(ByteBuf in) {
        int rest = end - from;
        int all = rest + in.readableBytes();
        if (all > bytes.length || bytes.length > LARGE && all <= SMALL) {
            byte[] other = new byte[all <= SMALL ? SMALL : Math.max(all, (int) Math.min(bytes.length * 2L, limit + SMALL))];
            System.arraycopy(bytes, from, other, 0, rest);
            bytes = other;
        } else if (from > 0) {
            System.arraycopy(bytes, from, bytes, 0, rest);
        }
        from = 0;
        end = all;
        in.readBytes(bytes, rest, all - rest);
    }

    /** Finds the body of the packet at hand. @return false where its length is not there; or nobody can read on, then it is handed over */
    private boolean header() {
        int length = 0;
        for (int i = 1; i < LONGEST_HEADER; i++) {
            if (from + i >= end) {
                return false;
            }
            byte digit = bytes[from + i];
            length |= (digit & 0x7F) << 7 * (i - 1);
            if (digit >= 0) {
                bodyFrom = from + i + 1;
                bodyEnd = bodyFrom + length;
                handedOver = length > limit;
                return !handedOver;
            }
        }
        handedOver = true;
        return false;
    }

    /** MQTT 5 and 3.1.1, 3.3. @return false where it is not in order, or not what we take */
    private boolean publish(int flags) {
        int qos = flags >> 1 & 3;
        int at = bodyFrom + 2;
        if (qos > 1 || at > bodyEnd) {
            return false;
        }
        int topicEnd = at + unsigned16(bodyFrom);
        int payload = topicEnd + (qos == 0 ? 0 : 2);
        if (payload > bodyEnd) {
            return false;
        }
        long print = Fingerprint.of(bytes, at, topicEnd - at);
        arrival.topic = topics.name(bytes, at, topicEnd - at, print);
        arrival.packetId = qos == 0 ? 0 : unsigned16(topicEnd);
        arrival.dup = (flags & 8) != 0;
        arrival.bytes = bytes;
        arrival.from = version5 ? behindProperties(payload) : payload;
        if (arrival.topic == null || arrival.from < 0 || qos == 1 && arrival.packetId == 0) {
            return false;
        }
        arrival.length = bodyEnd - arrival.from;
        arrival.fingerprint = Fingerprint.mix(print, Fingerprint.of(bytes, arrival.from, arrival.length));
        session.message(arrival);
        return true;
    }

    /** We make nothing of properties: of a topic alias neither, since we allow the broker none. @return -1 where they are not in order */
    private int behindProperties(int at) {
        int length = 0;
        for (int i = 0; i < LONGEST_HEADER - 1 && at + i < bodyEnd; i++) {
            byte digit = bytes[at + i];
            length |= (digit & 0x7F) << 7 * i;
            if (digit >= 0) {
                int behind = at + i + 1 + length;
                return behind <= bodyEnd ? behind : -1;
            }
        }
        return -1;
    }

    private int unsigned16(int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
