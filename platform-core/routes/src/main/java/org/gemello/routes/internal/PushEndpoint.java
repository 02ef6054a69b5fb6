package org.gemello.routes.internal;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.DefaultEndpoint;
import org.gemello.api.TraceId;
import org.gemello.api.connection.Connections;
import org.gemello.api.connection.Pushable;
import org.gemello.api.connection.Pushable.Receipt;

/**
 * {@code samples:append?connection=NAME[&format=json|csv][&late=true]}: where a route of an integrator ends. The body is a map with
 * {@code name}, {@code value}, {@code time} and {@code quality}, a list of such maps, or a text of them. The exchange ends when all is on
 * disk; its body is then the {@link Receipt}. It fails where nothing could be stored, so that the route's error handler can act.
 */
final class PushEndpoint extends DefaultEndpoint {
    private static final Map<String, String> MEDIA_TYPES = Map.of("json", "application/json", "csv", "text/csv");
    private final String connection;
    private final Connections connections;
    private final String mediaType;
    private final boolean late;

    PushEndpoint(String uri, Component component, String connection, Connections connections, String format, boolean late) {
        super(uri, component);
        this.connection = connection;
        this.connections = connections;
        this.late = late;
        mediaType = MEDIA_TYPES.get(format);
        if (mediaType == null) {
            throw new IllegalArgumentException(uri + ": there is no format '" + format + "'; there are " + MEDIA_TYPES.keySet());
        }
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("samples:append is where samples go to");
    }

    @Override
    public Producer createProducer() {
        return new DefaultAsyncProducer(this) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                try {
                    push(exchange).whenComplete((receipt, failure) -> {
                        if (failure != null) {
                            exchange.setException(failure);
                        } else if (receipt.stored() == 0 && !receipt.refused().isEmpty()) {
                            exchange.setException(new IllegalArgumentException(String.join("; ", receipt.refused())));
                        } else {
                            exchange.getMessage().setBody(receipt);
                        }
                        callback.done(false);
                    });
                    return false;
                } catch (Exception e) {
                    exchange.setException(e);
                    callback.done(true);
                    return true;
                }
            }
        };
    }

    private CompletableFuture<Receipt> push(Exchange exchange) throws Exception {
        Pushable target = connections.connection(connection).filter(Pushable.class::isInstance).map(Pushable.class::cast)
                .orElseThrow(() -> new IllegalStateException("there is no running connection '" + connection + "' of kind push"));
        Object body = exchange.getMessage().getBody();
        TraceId trace = TraceId.random();
        if (body instanceof Map<?, ?> || body instanceof Iterable<?>) {
            return target.push(BodyRows.of(body), late, trace);
        }
        return target.push(exchange.getMessage().getMandatoryBody(byte[].class), mediaType, late, trace);
    }
}
