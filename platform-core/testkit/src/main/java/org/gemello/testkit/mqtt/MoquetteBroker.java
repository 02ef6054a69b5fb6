package org.gemello.testkit.mqtt;

import io.moquette.broker.Server;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Moquette inside this process: MQTT 3.1.1, sessions in memory only. Needs nothing installed. Not for proofs that nothing is lost:
 * after a reconnect Moquette 0.17 counts packet ids from 1 again, so a message queued meanwhile takes the place of one that is
 * still unacknowledged; and it delivers again only after five seconds. One time in some hundred it hangs up on a client whose
 * SUBSCRIBE comes at once after CONNACK, before it has noticed itself that CONNACK is sent; such a client connects again.
 */
public final class MoquetteBroker implements TestBroker {
    private static final int LARGEST_MESSAGE = 1 << 24;
    private final int port = FreePort.find();
    private Server server;

    @Override
    public int port() {
        return port;
    }

    @Override
    public boolean speaksVersion5() {
        return false;
    }

    @Override
    public boolean keepsSessions() {
        return false;
    }

    @Override
    public void start() {
        Properties properties = new Properties();
        properties.setProperty("host", "127.0.0.1");
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("allow_anonymous", "true");
        properties.setProperty("persistence_enabled", "false");
        properties.setProperty("telemetry_enabled", "false");
        properties.setProperty("netty.mqtt.message_size", Integer.toString(LARGEST_MESSAGE));
        Server starting = new Server();
        try {
            starting.startServer(new MemoryConfig(properties));
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded broker does not start on port " + port, e);
        }
        server = starting;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stopServer();
            server = null;
        }
    }

    /** Stops without waiting for the two seconds that the broker's network library takes to come to rest. */
    @Override
    public void close() {
        Thread closing = new Thread(this::stop, "moquette-close");
        closing.setDaemon(true);
        closing.start();
    }
}
