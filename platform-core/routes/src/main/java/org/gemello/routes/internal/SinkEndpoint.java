package org.gemello.routes.internal;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/** Endpoint of a {@link SinkComponent}: what comes in is processed at once. */
final class SinkEndpoint extends DefaultEndpoint {
    private final Processor taker;

    SinkEndpoint(String uri, Component component, Processor taker) {
        super(uri, component);
        this.taker = taker;
    }

    @Override
    public Producer createProducer() {
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) throws Exception {
                taker.process(exchange);
            }
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException(getEndpointUri() + " takes records, it gives none");
    }
}
