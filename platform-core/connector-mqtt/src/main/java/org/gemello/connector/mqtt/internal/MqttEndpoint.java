package org.gemello.connector.mqtt.internal;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** {@code mqtt:<connection name>}: gives log entries; what is written goes through the connection, not through a route. */
final class MqttEndpoint extends DefaultEndpoint {
    private final MqttComponent component;
    private final String connection;

    MqttEndpoint(String uri, MqttComponent component, String connection) {
        super(uri, component);
        this.component = component;
        this.connection = connection;
    }

    MqttComponent component() {
        return component;
    }

    String connection() {
        return connection;
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
