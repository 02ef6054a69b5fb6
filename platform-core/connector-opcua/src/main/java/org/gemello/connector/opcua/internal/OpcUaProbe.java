package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.connection.ConnectionProbes.Probe;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.Settings;
import org.gemello.binding.SiteConfiguration;
import org.gemello.connector.ConnectionProbe;
import org.gemello.connector.Readings;
import org.gemello.connector.opcua.internal.pki.TrustList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens a session as the connection would, reads every bound node once, and leaves. */
@Component(property = "gemello.scheme=opcua")
public final class OpcUaProbe implements ConnectionProbe {
    private static final Executor THREADS = task -> {
        Thread thread = new Thread(task, "opcua-probe");
        thread.setDaemon(true);
        thread.start();
    };
    private final TrustList trust;

    @Activate
    public OpcUaProbe(@Reference TrustService trust) {
        this(trust.list());
    }

    OpcUaProbe(TrustList trust) {
        this.trust = trust;
    }

    @Override
    public Probe probe(SiteConfiguration site, ConnectionDefinition connection, Duration patience) {
        OpcUaSettings settings = OpcUaSettings.of(within(connection, patience));
        PointTable points = new PointTable();
        Items items = new Items(site.bindings(connection.name()), settings, points);
        Readings readings = new Readings(site, connection.name(), "the server was not reached");
        CompletableFuture<String> found = CompletableFuture.supplyAsync(() -> look(settings, items, points, readings), THREADS);
        try {
            return new Probe(true, found.get(patience.toMillis(), TimeUnit.MILLISECONDS) + "; " + readings.summary(), readings.all());
        } catch (TimeoutException e) {
            return new Probe(false, settings.endpoint() + " did not answer to everything within " + patience.toMillis() + " ms", readings.all());
        } catch (ExecutionException e) {
            return new Probe(false, Statuses.reason(e), readings.all());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Probe(false, "the platform is stopping", readings.all());
        }
    }

    /** No single answer may take longer than all of it. */
    private static ConnectionDefinition within(ConnectionDefinition connection, Duration patience) {
        Settings written = connection.settings();
        if (patience.compareTo(written.duration("requestTimeout", Duration.ofSeconds(10))) >= 0) {
            return connection;
        }
        Map<String, Settings.Value> values = new LinkedHashMap<>();
        written.forEach(values::put);
        values.put("requestTimeout", new Settings.Value(patience.toMillis() + " ms", written.place("requestTimeout")));
        return new ConnectionDefinition(connection.name(), connection.kind(), new Settings(written.place(), values), connection.overload());
    }

    private String look(OpcUaSettings settings, Items items, PointTable points, Readings readings) {
        OpcUaClient client = null;
        try {
            client = new Clients(settings, trust).open();
            read(client, items, points, readings);
            return words(client.getConfig().getEndpoint());
        } catch (UaException e) {
            throw new IllegalStateException(e);
        } finally {
            if (client != null) {
                client.disconnectAsync();
            }
        }
    }

    private static String words(EndpointDescription endpoint) {
        String policy = SecurityPolicy.fromUriSafe(endpoint.getSecurityPolicyUri()).map(Enum::name).orElse(endpoint.getSecurityPolicyUri());
        boolean open = endpoint.getSecurityMode() == MessageSecurityMode.None;
        String application = endpoint.getServer().getApplicationName() == null ? "" : endpoint.getServer().getApplicationName().text();
        return endpoint.getEndpointUrl() + " let us in" + (application == null || application.isEmpty() ? "" : ", it is '" + application + "'")
                + (open ? ", without security" : ", with " + policy + " and " + endpoint.getSecurityMode());
    }

    private static void read(OpcUaClient client, Items items, PointTable points, Readings readings) throws UaException {
        NamespaceTable namespaces = client.readNamespaceTable();
        EncodingContext encoding = items.needStructures() ? client.getDynamicEncodingContext() : client.getStaticEncodingContext();
        items.events().forEach(event -> items.all().stream().filter(item -> item.source.node.equals(event.notifier())).forEach(item -> readings
                .problem(item.binding, Quality.GOOD, "an event tells it when something happens; there is nothing to read")));
        List<Source> known = new ArrayList<>();
        List<NodeId> nodes = new ArrayList<>();
        for (Source source : items.sources()) {
            Optional<NodeId> node = source.node(namespaces);
            if (node.isPresent()) {
                known.add(source);
                nodes.add(node.get());
            } else {
                source.items().forEach(item -> readings.problem(item.binding, Quality.BAD_NO_COMMUNICATION,
                        "the server does not know the namespace of " + source.address() + "; compare it with the server's, or browse for the node"));
            }
        }
        List<DataValue> values = Batches.call(nodes, Limits.of(client).nodesPerRead(), part -> client.readValues(0, TimestampsToReturn.Both, part));
        for (int i = 0; i < known.size(); i++) {
            DataValue value = values.get(i);
            known.get(i).items().forEach(item -> take(item, value, encoding, points, readings));
        }
    }

    private static void take(Item item, DataValue value, EncodingContext encoding, PointTable points, Readings readings) {
        int quality = Values.quality(value);
        Object raw = value.value().value();
        if (raw == null) {
            readings.problem(item.binding, new Quality(quality), value.statusCode() == null || value.statusCode().isGood()
                    ? "the node has no value" : Statuses.symbol(value.statusCode().value()) + ": " + Statuses.words(new UaException(value.statusCode())));
            return;
        }
        long now = Times.now();
        SampleBatchBuilder row = SampleBatch.builder(points, 1);
        try {
            Object picked = item.path.isWhole() ? raw : item.path.in(raw, encoding);
            if (Values.add(row, item.handle, item.scale, picked, quality, Values.time(value, now), now)) {
                readings.value(row.build().sample(0, TraceId.NONE));
            } else {
                readings.problem(item.binding, Quality.BAD_TYPE_MISMATCH, "a value of type " + picked.getClass().getSimpleName()
                        + " cannot be a sample; bind a number, a boolean or a string, or an element or field of it");
            }
        } catch (IllegalArgumentException e) {
            readings.problem(item.binding, Quality.BAD_TYPE_MISMATCH, e.getMessage());
        }
    }
}
