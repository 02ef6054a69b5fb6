package org.gemello.connector.mqtt.internal;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnAckVariableHeader;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One network connection to the broker, from CONNECT to its end. Lives in its event loop. */
final class MqttSession extends ChannelInboundHandlerAdapter {
    private static final Duration HANDSHAKE = Duration.ofSeconds(10);
    private static final Duration HANG_UP = Duration.ofSeconds(2);
    /** Type and length; the packet id follows. */
    private static final int PUBACK = 0x4002_0000;
    private final MqttSettings settings;
    private final Packets packets;
    private final SessionListener listener;
    private final Optional<Message> will;
    private final List<TopicFilter> asked = new ArrayList<>();
    private ChannelHandlerContext context;
    private String reason = "the broker has closed the connection";
    private boolean open;
    private boolean failed;
    private KeepAlive keepAlive;
    private Pace pace;
    private ServerLimits limits;
    private Outgoing outgoing;

    /** @param will what the broker is to say when we are gone without a farewell */
    MqttSession(MqttSettings settings, Optional<Message> will, SessionListener listener) {
        this.will = will;
        this.settings = settings;
        this.packets = new Packets(settings);
        this.listener = listener;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws IOException {
        context = ctx;
        pace = new Pace(ctx);
        keepAlive = new KeepAlive(ctx, pace, () -> fail("the broker does not answer"));
        ctx.writeAndFlush(packets.connect(will));
        ctx.executor().schedule(() -> {
            if (!open || !asked.isEmpty() && pace.isReading()) {
                fail("no answer to " + (open ? "SUBSCRIBE" : "CONNECT") + " within " + HANDSHAKE.toSeconds() + " s");
            }
        }, HANDSHAKE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object object) {
        try {
            if (!failed) {
                keepAlive.heard();
                packet((MqttMessage) object);
            }
        } finally {
            ReferenceCountUtil.release(object);
        }
    }

    private void packet(MqttMessage message) {
        if (message.decoderResult().isFailure()) {
            undecodable(message);
            return;
        }
        MqttMessageType type = message.fixedHeader().messageType();
        if ((type == MqttMessageType.CONNACK) == open) {
            fail("the broker sent " + type + (open ? " once more" : " before CONNACK"));
            return;
        }
        switch (type) {
            case PUBLISH -> strange((MqttPublishMessage) message);
            case CONNACK -> connack(((MqttConnAckMessage) message).variableHeader());
            case SUBACK -> suback((MqttSubAckMessage) message);
            case PUBACK -> puback((MqttMessageIdVariableHeader) message.variableHeader());
            case PINGRESP -> pong();
            case DISCONNECT -> fail("the broker ends the session: " + ReasonCode.ofEnd(ReasonCode.of(message.variableHeader())));
            default -> fail("the broker sent " + type + ", which no broker may send here");
        }
    }

    private void undecodable(MqttMessage message) {
        if (open && message.decoderResult().cause() instanceof TooLongFrameException
                && message.variableHeader() instanceof MqttPublishVariableHeader header) {
            listener.oversized(this, message.fixedHeader(), header);
        } else {
            fail("the broker sent something that is not MQTT: " + message.decoderResult().cause());
        }
    }

    /** A message that is in order, from {@link Frames}. */
    void message(Arrival arrival) {
        if (failed) {
            return;
        }
        keepAlive.heard();
        if (open) {
            listener.message(this, arrival);
        } else {
            fail("the broker sent PUBLISH before CONNACK");
        }
    }

    /** A message that {@link Frames} does not take, though it can be decoded. */
    private void strange(MqttPublishMessage message) {
        fail(message.fixedHeader().qosLevel().value() > MqttQoS.AT_LEAST_ONCE.value()
                ? "the broker sent a message of QoS 2, which was not subscribed"
                : "the broker sent a message under a topic alias, though we take none");
    }

    private void connack(MqttConnAckVariableHeader header) {
        if (header.connectReturnCode() != MqttConnectReturnCode.CONNECTION_ACCEPTED) {
            fail("the broker refuses the connection: " + header.connectReturnCode());
            return;
        }
        open = true;
        limits = ServerLimits.of(header);
        outgoing = new Outgoing(context, packets, limits);
        keepAlive.start(limits.keepAliveSeconds() >= 0 ? TimeUnit.SECONDS.toMillis(limits.keepAliveSeconds())
                : settings.keepAlive().toMillis());
        listener.opened(this, header.isSessionPresent());
    }

    private void pong() {
        keepAlive.answered();
        listener.quiet(this);
    }

    void subscribe(Map<TopicFilter, MqttQoS> subscriptions) {
        asked.addAll(subscriptions.keySet());
        context.writeAndFlush(packets.subscribe(outgoing.nextPacketId(), subscriptions));
    }

    private void suback(MqttSubAckMessage message) {
        List<String> refused = new ArrayList<>();
        List<Integer> codes = message.payload().reasonCodes();
        for (int i = 0; i < Math.min(codes.size(), asked.size()); i++) {
            if (ReasonCode.isFailure(codes.get(i))) {
                refused.add(asked.get(i) + " (" + ReasonCode.ofSubscription(codes.get(i)) + ')');
            }
        }
        asked.clear();
        listener.subscribed(this, String.join(", ", refused));
    }

    /** Messages of ours; there once the broker has let us in. */
    Outgoing outgoing() {
        return outgoing;
    }

    /** What the broker can take; there once it has let us in. */
    ServerLimits limits() {
        return limits;
    }

    private void puback(MqttMessageIdVariableHeader header) {
        outgoing.answered(header.messageId());
        listener.answered(header.messageId(), ReasonCode.of(header));
    }

    /** Tells the broker that it need not keep these messages any more: a block of PUBACKs, four bytes each. */
    void acknowledge(int[] packetIds, int count) {
        if (failed || count == 0) {
            return;
        }
        ByteBuf block = context.alloc().buffer(count * 4);
        for (int i = 0; i < count; i++) {
            block.writeInt(PUBACK | packetIds[i]);
        }
        context.writeAndFlush(block);
    }

    /** Stops or goes on reading: what is not read stays at the broker. */
    void reading(boolean on) {
        pace.reading(on);
    }

    /** False from the moment when it is known to end. */
    boolean isLive() {
        return !failed;
    }

    /** Ends the connection; the session stays at the broker, which will deliver again what was not acknowledged. */
    void fail(String why) {
        if (!failed) {
            failed = true;
            reason = why;
            context.close();
        }
    }

    /**
     * Ends the connection so that the broker still gets what was written: says no more, and drops what comes until the broker closes
     * as well, or has not in 2 s. To close while something is unread is to reset the connection (RFC 1122, 4.2.2.13): then a broker
     * that is about to write never reads our last acknowledgements.
     */
    void hangUp(String why) {
        if (failed) {
            return;
        }
        failed = true;
        reason = why;
        context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> ((DuplexChannel) context.channel()).shutdownOutput());
        reading(true);
        context.executor().schedule(() -> context.close(), HANG_UP.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Says farewell, then ends. @param gone run when the connection is closed */
    void leave(Runnable gone) {
        context.channel().closeFuture().addListener(closed -> gone.run());
        context.write(Packets.disconnect());
        hangUp("stopped");
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        pace.read();
        listener.burstEnded(this);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        context = ctx;
        fail(Tls.explain(cause));
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        failed = true;
        keepAlive.stop();
        listener.closed(this, reason);
    }
}
