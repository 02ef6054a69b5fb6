package org.gemello.connector.mqtt.internal;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import javax.net.ssl.SSLException;

/** Opens network connections to the broker, encrypted where the settings say so. */
final class Dialer {
    private static final int CONNECT_MILLIS = 10_000;
    /** A payload above the limit but within this is still taken in, to be kept as refused. */
    private static final int HEADROOM = 1 << 20;
    private final MqttSettings settings;
    private final EventLoop loop;

    Dialer(MqttSettings settings, EventLoop loop) {
        this.settings = settings;
        this.loop = loop;
    }

    /** The session is told when the connection is there; of one that cannot be made the future alone tells. */
    Future<?> dial(MqttSession session) {
        SslHandler tls;
        try {
            tls = settings.broker().tls() ? new Tls(settings.broker(), settings.tls()).handler() : null;
        } catch (SSLException e) {
            return loop.newFailedFuture(e);
        }
        return new Bootstrap().group(loop).channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        ChannelPipeline pipeline = channel.pipeline();
                        if (tls != null) {
                            pipeline.addLast(tls);
                        }
                        int limit = settings.payloadLimit() + HEADROOM;
                        pipeline.addLast(new Frames(session, settings.isVersion5(), limit), new MqttDecoder(limit), MqttEncoder.INSTANCE,
                                session);
                    }
                })
                .connect(settings.broker().host(), settings.broker().port());
    }
}
