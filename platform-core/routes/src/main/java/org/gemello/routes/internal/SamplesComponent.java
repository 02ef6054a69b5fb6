package org.gemello.routes.internal;

import java.util.Map;
import java.util.function.Function;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.gemello.api.connection.Connections;
import org.gemello.api.log.LogSink;
import org.gemello.api.log.SampleLog;
import org.gemello.api.trace.Traces;

/**
 * {@code samples:append} puts the body, a {@link org.gemello.api.log.LogEntry}, into the log and completes the exchange once it is
 * on disk; {@code samples:append?connection=NAME} stores what a route of an integrator brings through the connection of that name
 * (see {@link PushEndpoint}). {@code samples:tail?group=NAME} follows the log for a consumer group; its body is a {@link org.gemello.api.log.LogRecord}.
 */
final class SamplesComponent extends DefaultComponent {
    private final SampleLog log;
    private final Traces traces;
    private final Function<String, LogSink> sinks;
    private final Connections connections;

    SamplesComponent(SampleLog log, Traces traces, Function<String, LogSink> sinks, Connections connections) {
        this.log = log;
        this.traces = traces;
        this.sinks = sinks;
        this.connections = connections;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return switch (remaining) {
            case "append" -> {
                String connection = getAndRemoveParameter(parameters, "connection", String.class);
                yield connection == null ? new AppendEndpoint(uri, this, log, traces)
                        : new PushEndpoint(uri, this, connection, connections, getAndRemoveParameter(parameters, "format", String.class, "json"),
                                getAndRemoveParameter(parameters, "late", Boolean.class, false));
            }
            case "tail" -> {
                String group = getAndRemoveParameter(parameters, "group", String.class);
                if (group == null) {
                    throw new IllegalArgumentException(uri + " needs a group, such as samples:tail?group=history");
                }
                yield new TailEndpoint(uri, this, log, group, sinks);
            }
            default -> throw new IllegalArgumentException(uri + ": there are samples:append and samples:tail?group=NAME");
        };
    }
}
