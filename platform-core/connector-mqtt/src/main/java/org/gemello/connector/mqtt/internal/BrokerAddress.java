package org.gemello.connector.mqtt.internal;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where the broker listens, written {@code tcp://host:port} or {@code ssl://host:port}; without port 1883 and 8883.
 *
 * @param host name or address
 * @param port from 1 to 65535
 * @param tls  true for {@code ssl}
 */
record BrokerAddress(String host, int port, boolean tls) {
    private static final int TCP_PORT = 1883;
    private static final int TLS_PORT = 8883;

    /** @throws IllegalArgumentException where the text is not such an address */
    static BrokerAddress parse(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is not of the form tcp://host:port or ssl://host:port", e);
        }
        boolean tls = "ssl".equals(uri.getScheme());
        if (!tls && !"tcp".equals(uri.getScheme()) || uri.getHost() == null || uri.getUserInfo() != null) {
            throw new IllegalArgumentException("'" + uri.getScheme() + "' address is not of the form tcp://host:port or ssl://host:port");
        }
        int port = uri.getPort() < 0 ? tls ? TLS_PORT : TCP_PORT : uri.getPort();
        if (port < 1 || port > 0xFFFF) {
            throw new IllegalArgumentException("port " + port + " is not from 1 to 65535");
        }
        return new BrokerAddress(uri.getHost().replaceAll("[\\[\\]]", ""), port, tls);
    }

    /** True where the traffic does not leave this machine. A name other than localhost is not asked for: DNS may lie. */
    boolean isLoopback() {
        byte[] address = NetUtil.createByteArrayFromIpAddressString(host);
        if (address == null) {
            return host.equalsIgnoreCase("localhost");
        }
        InetAddress literal = NetUtil.createInetAddressFromIpAddressString(host);
        return literal != null && literal.isLoopbackAddress();
    }

    @Override
    public String toString() {
        return (tls ? "ssl://" : "tcp://") + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ':' + port;
    }
}
