package org.gemello.routes.internal;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.DefaultEndpoint;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.SampleLog;
import org.gemello.api.trace.Stage;
import org.gemello.api.trace.Traces;
import org.gemello.connector.EntryConsumer;

/** The way into the log. The exchange ends when its entry is on disk: only then may a source be told that it arrived. */
final class AppendEndpoint extends DefaultEndpoint {
    private final SampleLog log;
    private final Traces traces;

    AppendEndpoint(String uri, Component component, SampleLog log, Traces traces) {
        super(uri, component);
        this.log = log;
        this.traces = traces;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("samples:append is where samples go to; to read them use samples:tail?group=NAME");
    }

    @Override
    public Producer createProducer() {
        return new DefaultAsyncProducer(this) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                return append(exchange, callback);
            }
        };
    }

    private boolean append(Exchange exchange, AsyncCallback callback) {
        if (!(exchange.getMessage().getBody() instanceof LogEntry entry)) {
            exchange.setException(new IllegalArgumentException("samples:append takes a LogEntry, not "
                    + exchange.getMessage().getBody().getClass().getName()));
            callback.done(true);
            return true;
        }
        TraceId trace = exchange.getProperty(EntryConsumer.TRACE, TraceId.NONE, TraceId.class);
        try {
            log.append(entry, trace).whenComplete((offset, failure) -> {
                if (failure == null) {
                    traces.add(trace, Stage.STORE, entry.count() + " at offset " + offset);
                } else {
                    exchange.setException(failure);
                }
                callback.done(false);
            });
            return false;
        } catch (RuntimeException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
    }
}
