package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.MonitoredItemServiceOperationResult;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One subscription on the server, with a monitored item for every point. Used by one thread. */
final class Monitoring {
    private static final Logger LOG = LoggerFactory.getLogger(Monitoring.class);
    /** The server's own limit counts where it is lower. */
    private static final UInteger ITEMS_PER_CALL = Unsigned.uint(1_000);
    private static final int NODES_PER_READ = 1_000;
    /** Bounds the size of a message; a server with more to say sends several. */
    private static final UInteger NOTIFICATIONS_PER_PUBLISH = Unsigned.uint(10_000);

    private final OpcUaClient client;
    private final OpcUaSettings settings;
    private final Receiver receiver;
    private final OpcUaSubscription subscription;
    private final int total;
    /** Items whose namespace the server does not know. */
    private final Set<Item> unresolved;
    private Duration keepAlive = Duration.ZERO;

    Monitoring(OpcUaClient client, OpcUaSettings settings, List<Item> items, Receiver receiver,
               OpcUaSubscription.SubscriptionListener listener) {
        this.client = client;
        this.settings = settings;
        this.receiver = receiver;
        this.total = items.size();
        this.unresolved = new LinkedHashSet<>(items);
        double interval = settings.publishingInterval().toMillis();
        long keepAlive = Math.max(1, Math.round(settings.keepAliveInterval().toMillis() / interval));
        subscription = new OpcUaSubscription(client, interval);
        subscription.setLifetimeAndKeepAliveCalculated(false);
        subscription.setMaxKeepAliveCount(Unsigned.uint(keepAlive));
        // a server wants a lifetime of at least three keep-alives (OPC UA Part 4, 5.13.2)
        subscription.setLifetimeCount(Unsigned.uint(Math.max(3 * keepAlive, Math.round(settings.lifetime().toMillis() / interval))));
        subscription.setMaxMonitoredItemsPerCall(ITEMS_PER_CALL);
        subscription.setMaxNotificationsPerPublish(NOTIFICATIONS_PER_PUBLISH);
        subscription.setSubscriptionListener(listener);
    }

    /** Creates the subscription and its items. Items that the server refuses are reported, the others work. */
    void create() throws UaException {
        subscription.create();
        double interval = subscription.getRevisedPublishingInterval().orElseThrow();
        keepAlive = Duration.ofMillis(Math.round(interval * subscription.getRevisedMaxKeepAliveCount().orElseThrow().longValue()));
        createMissing();
        LOG.info("connection {}: {} items monitored, {} refused, publishing every {} ms (asked for {})", settings.name(), items().size(),
                total - items().size(), interval, settings.publishingInterval().toMillis());
    }

    /** Tries again what the server refused before: a node may come later than its server. */
    void createMissing() throws UaException {
        if (items().size() == total) {
            return;
        }
        addResolvable(client.readNamespaceTable());
        List<MonitoredItemServiceOperationResult> results = subscription.createMonitoredItems();
        Optional<StatusCode> broken = results.stream().map(MonitoredItemServiceOperationResult::serviceResult)
                .filter(StatusCode::isBad).findFirst();
        if (broken.isPresent()) {
            throw new UaException(broken.get(), "monitored items could not be created");
        }
        List<OpcUaMonitoredItem> created = new ArrayList<>();
        for (MonitoredItemServiceOperationResult result : results) {
            StatusCode status = result.operationResult().orElse(StatusCode.BAD);
            if (status.isBad()) {
                refused(item(result.monitoredItem()), status.value());
            } else {
                created.add(result.monitoredItem());
            }
        }
        record(created);
    }

    private void addResolvable(NamespaceTable namespaces) {
        for (Iterator<Item> rest = unresolved.iterator(); rest.hasNext(); ) {
            Item item = rest.next();
            Optional<NodeId> node = item.node(namespaces);
            if (node.isPresent()) {
                subscription.addMonitoredItem(monitored(item, node.get()));
                rest.remove();
            } else {
                refused(item, StatusCodes.Bad_NodeIdUnknown);
            }
        }
    }

    private OpcUaMonitoredItem monitored(Item item, NodeId node) {
        OpcUaMonitoredItem monitored = OpcUaMonitoredItem.newDataItem(node);
        monitored.setSamplingInterval(item.samplingInterval.toMillis());
        monitored.setQueueSize(Unsigned.uint(item.queueSize));
        monitored.setDiscardOldest(settings.discardOldest());
        monitored.setUserObject(item);
        return monitored;
    }

    /** Keeps what the server has made of the intervals and queues asked for. */
    private void record(List<OpcUaMonitoredItem> created) {
        List<Item> revised = new ArrayList<>();
        for (OpcUaMonitoredItem monitored : created) {
            Item item = item(monitored);
            Item.Monitored answer = new Item.Monitored(0, monitored.getRevisedSamplingInterval().orElseThrow(),
                    monitored.getRevisedQueueSize().orElseThrow().longValue());
            item.monitored(answer);
            if (answer.samplingInterval() > item.samplingInterval.toMillis() || answer.queueSize() < item.queueSize) {
                revised.add(item);
            }
        }
        if (!revised.isEmpty()) {
            Item first = revised.get(0);
            LOG.warn("connection {}: the server samples {} items more slowly or queues fewer values than asked for, such as node {}: "
                    + "{} ms and {} values instead of {} ms and {}", settings.name(), revised.size(), first.binding.address(),
                    first.monitored().samplingInterval(), first.monitored().queueSize(),
                    first.samplingInterval.toMillis(), first.queueSize);
        }
    }

    private void refused(Item item, long status) {
        if (item.monitored().status() != (int) status) {
            item.monitored(new Item.Monitored((int) status, 0, 0));
            LOG.warn("connection {}, node {} ({}) cannot be monitored: {}; it is tried again", settings.name(), item.binding.address(),
                    item.binding.place(), Statuses.symbol(status));
            receiver.failed(item, (int) status);
        }
    }

    /** Reads all items after a loss that the subscription survived: the server does not send again what did not change. */
    void confirmUnchanged() throws UaException {
        NamespaceTable namespaces = client.readNamespaceTable();
        List<Item> present = items();
        for (int first = 0; first < present.size(); first += NODES_PER_READ) {
            List<Item> part = present.subList(first, Math.min(present.size(), first + NODES_PER_READ));
            List<NodeId> nodes = part.stream().map(item -> item.node(namespaces).orElse(NodeId.NULL_VALUE)).toList();
            receiver.unchanged(part, client.readValues(0, TimestampsToReturn.Both, nodes));
        }
    }

    static Item item(OpcUaMonitoredItem monitored) {
        return (Item) monitored.getUserObject().orElseThrow();
    }

    /** False once the server has forgotten it. */
    boolean exists() {
        return subscription.getSyncState() != OpcUaSubscription.SyncState.INITIAL;
    }

    /** Items that the server gives. */
    List<Item> items() {
        return subscription.getMonitoredItems().stream().filter(monitored -> monitored.getMonitoredItemId().isPresent())
                .map(Monitoring::item).toList();
    }

    /** The server has to say at least this often that it lives; as revised by the server. */
    Duration keepAlive() {
        return keepAlive;
    }
}
