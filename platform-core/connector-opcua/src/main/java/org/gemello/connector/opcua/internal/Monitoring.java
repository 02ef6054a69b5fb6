package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is monitored on one server: some subscriptions, with a monitored item for every node. Used by one thread. */
final class Monitoring {
    private static final Logger LOG = LoggerFactory.getLogger(Monitoring.class);
    /** Bit HistoryRead of an access level (OPC UA Part 3, 8.57). */
    private static final int HISTORY_READ = 0x04;
    private static final int NAMED = 10;

    private final OpcUaClient client;
    private final OpcUaSettings settings;
    private final Items items;
    private final List<Source> sources;
    private final Receiver receiver;
    private final Supplier<Heartbeat> heartbeats;
    private final Limits limits;
    private final List<Subscribed> subscriptions = new ArrayList<>();
    /** Null where no point is a field of an event. */
    private EventWatch events;
    /** Sources that are not given yet, each with its subscription. */
    private final Map<Source, Subscribed> missing = new LinkedHashMap<>();
    /** What was refused may be asked for once more by the same item. */
    private final Map<Source, OpcUaMonitoredItem> refused = new LinkedHashMap<>();

    Monitoring(OpcUaClient client, OpcUaSettings settings, Items items, Receiver receiver, Limits limits,
               Supplier<Heartbeat> heartbeats) {
        this.client = client;
        this.settings = settings;
        this.items = items;
        this.sources = items.sources();
        this.receiver = receiver;
        this.limits = limits;
        this.heartbeats = heartbeats;
    }

    /** Creates the subscriptions and their items. Items that the server refuses are reported, the others work. */
    void create() throws UaException {
        offered();
        for (int first = 0; first < sources.size() || first == 0; first += settings.itemsPerSubscription()) {
            Subscribed subscribed = new Subscribed(client, settings, heartbeats.get());
            subscribed.create(limits.itemsPerCall());
            subscriptions.add(subscribed);
            sources.subList(first, Math.min(sources.size(), first + settings.itemsPerSubscription()))
                    .forEach(source -> missing.put(source, subscribed));
        }
        createMissing();
        if (!items.events().isEmpty()) {
            events = new EventWatch(client, settings, items.events(), receiver, heartbeats.get());
            subscriptions.add(events.subscription());
            events.create(limits);
        }
        Subscribed.Revised revised = subscriptions.get(0).revised();
        LOG.info("connection {}: {} of {} nodes monitored in {} subscriptions, publishing every {} ms (asked for {}), keep-alive after {}, "
                + "lifetime {} intervals", settings.name(), sources.size() - missing.size(), sources.size(), subscriptions.size(),
                revised.publishingInterval(), settings.publishingInterval().toMillis(), revised.keepAliveCount(), revised.lifetimeCount());
        Budget.check(settings, sources, revised.publishingInterval());
    }

    /** Asks which nodes have a past that can be read. */
    private void offered() throws UaException {
        NamespaceTable namespaces = client.readNamespaceTable();
        List<ReadValueId> ids = sources.stream().map(source -> new ReadValueId(source.node(namespaces).orElse(NodeId.NULL_VALUE),
                AttributeId.AccessLevel.uid(), null, QualifiedName.NULL_VALUE)).toList();
        List<DataValue> levels = Batches.call(ids, limits.nodesPerRead(),
                part -> List.of(client.read(0, TimestampsToReturn.Neither, part).getResults()));
        for (int i = 0; i < levels.size(); i++) {
            sources.get(i).historical(levels.get(i).value().value() instanceof UByte level && (level.intValue() & HISTORY_READ) != 0);
        }
    }

    /**
     * Tries again what the server refused before: a node may come later than its server.
     *
     * @return whether everything is monitored now
     */
    boolean createMissing() throws UaException {
        if (missing.isEmpty()) {
            return true;
        }
        NamespaceTable namespaces = client.readNamespaceTable();
        Map<Source, Long> failures = new LinkedHashMap<>();
        for (Subscribed subscribed : subscriptions) {
            List<OpcUaMonitoredItem> wanted = new ArrayList<>();
            for (Map.Entry<Source, Subscribed> entry : missing.entrySet()) {
                Source source = entry.getKey();
                Optional<NodeId> node = source.node(namespaces);
                if (entry.getValue() == subscribed && node.isPresent()) {
                    wanted.add(refused.computeIfAbsent(source, any -> monitored(source, node.get())));
                } else if (node.isEmpty()) {
                    failures.put(source, StatusCodes.Bad_NodeIdUnknown);
                }
            }
            if (!wanted.isEmpty()) {
                subscribed.add(wanted, limits.itemsPerCall()).forEach((item, status) -> created(item, status, failures));
            }
        }
        refused(failures);
        return missing.isEmpty();
    }

    private OpcUaMonitoredItem monitored(Source source, NodeId node) {
        OpcUaMonitoredItem monitored = OpcUaMonitoredItem.newDataItem(node);
        monitored.setSamplingInterval(source.samplingInterval.toMillis());
        monitored.setQueueSize(Unsigned.uint(source.queueSize));
        monitored.setDiscardOldest(settings.discardOldest());
        monitored.setUserObject(source);
        return monitored;
    }

    /** Keeps what the server has made of the interval and queue asked for. */
    private void created(OpcUaMonitoredItem item, StatusCode status, Map<Source, Long> failures) {
        Source source = Subscribed.source(item);
        if (status.isBad()) {
            failures.put(source, status.value());
        } else {
            missing.remove(source);
            refused.remove(source);
            source.monitored(new Source.Monitored(0, item.getRevisedSamplingInterval().orElseThrow(),
                    item.getRevisedQueueSize().orElseThrow().longValue()));
        }
    }

    /** Each node is told of once for each reason, and a server that refuses everything does not fill the platform's own log. */
    private void refused(Map<Source, Long> failures) {
        int named = 0;
        for (Map.Entry<Source, Long> failure : failures.entrySet()) {
            Source source = failure.getKey();
            int status = failure.getValue().intValue();
            if (source.monitored().status() == status) {
                continue;
            }
            source.monitored(new Source.Monitored(status, 0, 0));
            if (named++ < NAMED) {
                LOG.warn("connection {}, node {} ({}) cannot be monitored: {}; it is tried again", settings.name(), source.address(),
                        source.items().get(0).binding.place(), Statuses.symbol(failure.getValue()));
            }
            receiver.failed(source.items(), status);
        }
        if (named > NAMED) {
            LOG.warn("connection {}: {} more nodes cannot be monitored; they are tried again", settings.name(), named - NAMED);
        }
    }

    /** Reads all items after a loss that the subscriptions survived: the server does not send again what did not change. */
    void confirmUnchanged() throws UaException {
        NamespaceTable namespaces = client.readNamespaceTable();
        List<Source> present = sources.stream().filter(source -> !missing.containsKey(source)).toList();
        List<NodeId> nodes = present.stream().map(source -> source.node(namespaces).orElse(NodeId.NULL_VALUE)).toList();
        List<DataValue> values = Batches.call(nodes, limits.nodesPerRead(), part -> client.readValues(0, TimestampsToReturn.Both, part));
        receiver.unchanged(present, values);
        refreshConditions();
    }

    /** Asks for the present state of all conditions, where points are bound to them. */
    void refreshConditions() throws UaException {
        if (events != null) {
            events.refresh();
        }
    }

    /** False once the server has forgotten any of the subscriptions. */
    boolean exists() {
        return subscriptions.stream().allMatch(Subscribed::exists);
    }

    /** The subscription that was silent for the most keep-alives, and for how many. */
    double keepAlivesMissed() {
        return subscriptions.stream().mapToDouble(one -> one.silence().toMillis() / (double) Math.max(1, one.keepAlive().toMillis()))
                .max().orElse(0);
    }

    /** The longest time in which each subscription has to say that it lives; as revised by the server. */
    Duration keepAlive() {
        return subscriptions.stream().map(Subscribed::keepAlive).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }
}
