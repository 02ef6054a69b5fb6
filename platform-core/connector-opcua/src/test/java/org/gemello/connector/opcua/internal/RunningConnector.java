package org.gemello.connector.opcua.internal;

import static org.gemello.testkit.Patience.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.gemello.api.PointTable;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.connection.DeadLetters;
import org.gemello.api.connection.DeadLetters.DeadLetter;
import org.gemello.api.log.SampleLog;
import org.gemello.api.trace.Stage;
import org.gemello.api.trace.TraceStep;
import org.gemello.api.trace.Traces;
import org.gemello.connector.opcua.internal.pki.TrustList;

/** A Camel context with the route {@code opcua:plant -> collector}, as the platform makes it. */
final class RunningConnector implements AutoCloseable {
    /** A connection without security does not look at certificates. */
    static final TrustList UNUSED = new TrustList(Path.of("/nowhere"));
    private static final long SHUTDOWN_SECONDS = 5;

    final Collector log;
    final List<DeadLetter> letters = new CopyOnWriteArrayList<>();
    final List<String> traced = new CopyOnWriteArrayList<>();
    private final AtomicReference<OpcUaConnection> published = new AtomicReference<>();
    private final DefaultCamelContext camel = new DefaultCamelContext();

    RunningConnector(Site site) throws Exception {
        this(site, "opcua:plant");
    }

    RunningConnector(Site site, String uri) throws Exception {
        this(site, uri, null, UNUSED);
    }

    /** @param folder what the connection keeps for its next start; null for nothing */
    RunningConnector(Site site, String uri, Path folder) throws Exception {
        this(site, uri, folder, UNUSED);
    }

    /** With a log that an earlier run may have written, as the platform starts again after a crash. */
    RunningConnector(Site site, Path folder, SampleLog store) throws Exception {
        this(site, "opcua:plant" + store.endOfLastRun().map(end -> "?silentSince=" + Times.nanos(end)).orElse(""), folder, UNUSED,
                Optional.of(store));
    }

    RunningConnector(Site site, TrustList trust) throws Exception {
        this(site, "opcua:plant", null, trust);
    }

    private RunningConnector(Site site, String uri, Path folder, TrustList trust) throws Exception {
        this(site, uri, folder, trust, Optional.empty());
    }

    private RunningConnector(Site site, String uri, Path folder, TrustList trust, Optional<SampleLog> store) throws Exception {
        log = store.map(present -> new Collector(present::append)).orElseGet(Collector::new);
        Services services = new Services(this::traces, this::deadLetters, (name, connection) -> {
            published.set((OpcUaConnection) connection);
            return () -> published.set(null);
        }, trust, store);
        camel.addComponent("opcua", new OpcUaComponent(site, store.map(SampleLog::points).orElseGet(PointTable::new), services, folder));
        Collector collector = log; // a RouteBuilder has a logger of that name
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("plant").errorHandler(noErrorHandler()).process(collector);
            }
        });
        camel.getShutdownStrategy().setTimeout(SHUTDOWN_SECONDS);
        camel.start();
    }

    OpcUaConnection connection() {
        return published.get();
    }

    OpcUaConsumer consumer() {
        return (OpcUaConsumer) camel.getRoute("plant").getConsumer();
    }

    RunningConnector awaitConnected() {
        await().until(() -> connection().view().state() == ConnectionState.CONNECTED);
        return this;
    }

    private Traces traces() {
        return new Traces() {
            @Override
            public void add(TraceId trace, Stage stage, String detail) {
                traced.add(stage + " " + detail);
            }

            @Override
            public List<TraceStep> steps(TraceId trace) {
                return List.of();
            }
        };
    }

    private DeadLetters deadLetters() {
        return new DeadLetters() {
            @Override
            public void add(String connection, String source, byte[] payload, String cause) {
                letters.add(new DeadLetter(-1, null, connection, source, payload, cause));
            }

            @Override
            public List<DeadLetter> latest(int limit) {
                return letters;
            }

            @Override
            public Optional<DeadLetter> letter(long number) {
                return Optional.empty();
            }
        };
    }

    @Override
    public void close() {
        camel.stop();
    }
}
