package org.gemello.connector.push.internal;

import java.util.function.Function;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.connector.EntrySink;
import org.osgi.framework.BundleContext;

/** {@code push:<connection name>} and {@code folder:<connection name>}: gives log entries. */
final class InputEndpoint extends DefaultEndpoint {
    private final BundleContext bundle;
    private final ConnectionDefinition definition;
    private final Function<EntrySink, Input> input;

    InputEndpoint(String uri, Component component, BundleContext bundle, ConnectionDefinition definition, Function<EntrySink, Input> input) {
        super(uri, component);
        this.bundle = bundle;
        this.definition = definition;
        this.input = input;
    }

    Input open(EntrySink sink) {
        return input.apply(sink);
    }

    BundleContext bundle() {
        return bundle;
    }

    String connection() {
        return definition.name();
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new InputConsumer(this, processor);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("a route ends in samples:append?connection=" + connection() + ", not in " + getEndpointUri());
    }
}
