package org.gemello.connector;

import java.util.concurrent.CompletableFuture;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;

/** Feeds a connection's route with log entries and learns of each when it is on disk. */
public abstract class EntryConsumer extends DefaultConsumer {
    /** Exchange property that carries the {@link TraceId}. */
    public static final String TRACE = "GemelloTrace";

    protected EntryConsumer(Endpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    /**
     * Sends an entry down the route.
     *
     * @return completed when the entry is on disk; fails where it could not be stored: the source must then not be told that it was
     */
    protected CompletableFuture<Void> deliver(LogEntry entry, TraceId trace) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        Exchange exchange = createExchange(false);
        exchange.getIn().setBody(entry);
        exchange.setProperty(TRACE, trace);
        try {
            getAsyncProcessor().process(exchange, synchronously -> {
                Exception failure = exchange.getException();
                releaseExchange(exchange, false);
                if (failure == null) {
                    stored.complete(null);
                } else {
                    stored.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            stored.completeExceptionally(e);
        }
        return stored;
    }
}
