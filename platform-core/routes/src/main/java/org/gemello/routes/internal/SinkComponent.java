package org.gemello.routes.internal;

import java.util.Map;
import java.util.function.Function;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultComponent;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.LogSink;

/** {@code twin:apply} and {@code history:store}: hands the body, a {@link LogRecord}, to the sink of a consumer group. */
final class SinkComponent extends DefaultComponent {
    private final String group;
    private final String verb;
    private final Function<String, LogSink> sinks;

    SinkComponent(String group, String verb, Function<String, LogSink> sinks) {
        this.group = group;
        this.verb = verb;
        this.sinks = sinks;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        if (!remaining.equals(verb)) {
            throw new IllegalArgumentException(uri + ": there is only " + uri.substring(0, uri.indexOf(':')) + ":" + verb);
        }
        return new SinkEndpoint(uri, this, this::take);
    }

    private void take(Exchange exchange) {
        LogSink sink = sinks.apply(group);
        if (sink == null) {
            throw new IllegalStateException("nobody takes the records of group " + group + " at the moment");
        }
        sink.accept(exchange.getIn().getBody(LogRecord.class));
    }
}
