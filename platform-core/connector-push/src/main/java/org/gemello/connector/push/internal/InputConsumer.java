package org.gemello.connector.push.internal;

import org.apache.camel.Processor;
import org.gemello.connector.EntryConsumer;
import org.gemello.connector.Publication;

/** Feeds a route with the log entries of one input, and publishes its connection while the route runs. */
final class InputConsumer extends EntryConsumer {
    private final InputEndpoint endpoint;
    private Input input;
    private Publication publication;

    InputConsumer(InputEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        input = endpoint.open(this::deliver);
        publication = new Publication(endpoint.bundle(), endpoint.connection(), input);
    }

    @Override
    protected void doStop() throws Exception {
        if (publication != null) {
            publication.close();
            publication = null;
        }
        if (input != null) {
            input.close();
            input = null;
        }
        super.doStop();
    }
}
