package org.gemello.connector.opcua.internal;

import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.gemello.api.PointTable;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;

/**
 * Feeds a route with the samples and gaps of one connection. Each exchange has a {@link LogEntry} as body and its
 * {@link TraceId} as property {@value #TRACE}; it is stored when the route completes it without failure, at once or later.
 */
final class OpcUaConsumer extends DefaultConsumer {
    static final String TRACE = "GemelloTrace";

    private final OpcUaSettings settings;
    private final Items items;
    private final PointTable points;
    private final Services services;
    private Intake intake;
    private Link link;
    private OpcUaConnection connection;
    private Runnable withdraw;

    OpcUaConsumer(OpcUaEndpoint endpoint, Processor processor, OpcUaSettings settings, Items items, PointTable points, Services services) {
        super(endpoint, processor);
        this.settings = settings;
        this.items = items;
        this.points = points;
        this.services = services;
    }

    /** Returns at once; a server that is not there is waited for. */
    @Override
    protected void doStart() throws Exception {
        super.doStart();
        intake = new Intake(settings.name(), items, settings.maxInFlight(), this::send);
        Receiver receiver = new Receiver(settings.name(), items, points, intake, services);
        link = new Link(settings, items, receiver);
        connection = new OpcUaConnection(settings, items, link, receiver);
        withdraw = services.publisher().publish(settings.name(), connection);
        link.start();
    }

    @Override
    protected void doStop() throws Exception {
        withdraw.run();
        intake.close();
        connection.stop();
        link.stop();
        super.doStop();
    }

    private void send(LogEntry entry, TraceId trace, Consumer<Throwable> done) {
        Exchange exchange = createExchange(false);
        exchange.getIn().setBody(entry);
        exchange.setProperty(TRACE, trace);
        getAsyncProcessor().process(exchange, synchronously -> {
            Throwable failure = exchange.getException();
            releaseExchange(exchange, false);
            done.accept(failure);
        });
    }

    /** Samples handed to the route and not yet stored. */
    int inFlight() {
        return intake.inFlight();
    }
}
