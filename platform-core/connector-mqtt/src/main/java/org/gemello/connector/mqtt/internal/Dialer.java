package org.gemello.connector.mqtt.internal;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import java.io.File;
import java.nio.file.Path;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

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
    ChannelFuture dial(MqttSession session) {
        return new Bootstrap().group(loop).channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) throws SSLException {
                        ChannelPipeline pipeline = channel.pipeline();
                        if (settings.broker().tls()) {
                            pipeline.addLast(tls(channel));
                        }
                        pipeline.addLast(new MqttDecoder(settings.payloadLimit() + HEADROOM), MqttEncoder.INSTANCE, session);
                    }
                })
                .connect(settings.broker().host(), settings.broker().port());
    }

    /** The certificate must be for the host's name. Files are read each time, so that an authority can be changed without a restart. */
    private SslHandler tls(Channel channel) throws SSLException {
        BrokerAddress broker = settings.broker();
        File authorities = settings.caFile().map(Path::toFile).orElse(null);
        SslContext context = SslContextBuilder.forClient().trustManager(authorities).build();
        SslHandler handler = context.newHandler(channel.alloc(), broker.host(), broker.port());
        SSLParameters parameters = handler.engine().getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        handler.engine().setSSLParameters(parameters);
        return handler;
    }
}
