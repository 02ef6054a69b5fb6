package org.gemello.energy.plant;

import io.moquette.broker.Server;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.util.Properties;

/** An MQTT broker for the demo, inside the plant's process: Moquette, MQTT 3.1.1, anonymous, sessions in memory. */
final class Broker implements AutoCloseable {
    private final Server server = new Server();

    Broker(String host, int port) throws PlantException {
        Ports.requireFree(host, port, "MQTT broker", "--broker-port, 0 for none");
        Properties properties = new Properties();
        properties.setProperty("host", host);
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("allow_anonymous", "true");
        properties.setProperty("persistence_enabled", "false");
        properties.setProperty("telemetry_enabled", "false");
        try {
            server.startServer(new MemoryConfig(properties));
        } catch (IOException e) {
            throw new PlantException("the MQTT broker does not start on " + host + ":" + port + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        server.stopServer();
    }
}
