package org.gemello.connector.opcua.internal;

import java.nio.file.Path;
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
    private final Path folder;
    private long silentSince;
    private Intake intake;
    private Filling filling;
    private Receiver receiver;
    private Link link;
    private OpcUaConnection connection;
    private Runnable withdraw;
    private Runnable forgetTrust;

    /**
     * @param folder      where the stretches that are still to be filled are kept; null to forget them at the end
     * @param silentSince see {@link OpcUaEndpoint}
     */
    OpcUaConsumer(OpcUaEndpoint endpoint, Processor processor, OpcUaSettings settings, Items items, PointTable points, Services services,
                  Path folder, long silentSince) {
        super(endpoint, processor);
        this.folder = folder;
        this.silentSince = silentSince;
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
        Pending pending = folder == null ? Pending.inMemory() : Pending.open(folder.resolve(settings.name() + ".pending"), items);
        LostSince lost = folder == null ? LostSince.inMemory() : LostSince.open(folder.resolve(settings.name() + ".lost"));
        resume(pending, lost);
        filling = new Filling(settings, points, intake, pending);
        receiver = new Receiver(settings, items, points, intake, filling, services);
        link = new Link(settings, new Clients(settings, services.trust()), items, receiver, filling, lost);
        connection = new OpcUaConnection(settings, items, link, receiver);
        withdraw = services.publisher().publish(settings.name(), connection);
        forgetTrust = services.trust().onRevoked(link::trustRevoked);
        filling.start(receiver, link::connected);
        link.start();
    }

    /** Goes on where an earlier run ended, once: a route that is stopped and started again knows where it stood. */
    private void resume(Pending pending, LostSince lost) throws InterruptedException {
        if (silentSince == OpcUaEndpoint.NEVER_SILENT) {
            return;
        }
        lost.begin(silentSince);
        Coverage coverage = services.log().isPresent() ? Coverage.of(services.log().get(), items, lost.time())
                : Coverage.upTo(lost.time(), items);
        coverage.resume(pending);
        silentSince = OpcUaEndpoint.NEVER_SILENT;
    }

    /** The last word on each point is that nobody follows it any more. */
    @Override
    protected void doStop() throws Exception {
        withdraw.run();
        forgetTrust.run();
        intake.close();
        connection.stop();
        link.stop();
        filling.stop();
        intake.lastWord(receiver::lost);
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

    /** Stretches that are still to be filled from the server's history. */
    int unfilled() {
        return filling.open();
    }
}
