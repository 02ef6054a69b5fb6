package org.gemello.connector.mqtt.internal;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** {@code mqtt:<connection name>}: gives log entries; what is written goes through the connection, not through a route. */
final class MqttEndpoint extends DefaultEndpoint {
    private final MqttComponent component;
    private final String connection;
    private final long silentSince;

    /** @param silentSince since then nothing of this connection was received, nanoseconds since the epoch; 0 for unknown */
    MqttEndpoint(String uri, MqttComponent component, String connection, long silentSince) {
        super(uri, component);
        this.component = component;
        this.connection = connection;
        this.silentSince = silentSince;
    }

    MqttComponent component() {
        return component;
    }

    String connection() {
        return connection;
    }

    long silentSince() {
        return silentSince;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new MqttConsumer(this, processor);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("a route cannot write to mqtt:" + connection + "; commands go through the write gateway");
    }
}
