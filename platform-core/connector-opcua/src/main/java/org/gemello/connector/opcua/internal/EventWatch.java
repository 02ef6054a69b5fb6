package org.gemello.connector.opcua.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events of one server: a subscription of their own, with an item for each notifier. Used by one thread. */
final class EventWatch {
    private static final Logger LOG = LoggerFactory.getLogger(EventWatch.class);
    /** Events that the server keeps of a notifier while we do not ask for them. */
    private static final int QUEUE = 1_000;

    private final OpcUaClient client;
    private final OpcUaSettings settings;
    private final List<EventBinding> bindings;
    private final Receiver receiver;
    private final Subscribed subscription;

    EventWatch(OpcUaClient client, OpcUaSettings settings, List<EventBinding> bindings, Receiver receiver, Heartbeat heartbeat) {
        this.client = client;
        this.settings = settings;
        this.bindings = bindings;
        this.receiver = receiver;
        this.subscription = new Subscribed(client, settings, heartbeat);
    }

    Subscribed subscription() {
        return subscription;
    }

    void create(Limits limits) throws UaException {
        subscription.create(limits.itemsPerCall());
        NamespaceTable namespaces = client.readNamespaceTable();
        Map<ExpandedNodeId, List<EventBinding>> byNotifier = new LinkedHashMap<>();
        bindings.forEach(binding -> byNotifier.computeIfAbsent(binding.notifier(), notifier -> new ArrayList<>()).add(binding));
        List<OpcUaMonitoredItem> items = new ArrayList<>();
        for (Map.Entry<ExpandedNodeId, List<EventBinding>> entry : byNotifier.entrySet()) {
            EventFeed feed = new EventFeed(entry.getKey(), entry.getValue(), namespaces);
            Optional<NodeId> node = entry.getKey().toNodeId(namespaces);
            if (node.isEmpty()) {
                refused(feed, StatusCodes.Bad_NodeIdUnknown);
                continue;
            }
            OpcUaMonitoredItem item = OpcUaMonitoredItem.newEventItem(node.get(), feed.filter());
            item.setQueueSize(Unsigned.uint(QUEUE));
            item.setUserObject(feed);
            items.add(item);
        }
        for (Map.Entry<OpcUaMonitoredItem, StatusCode> result : subscription.add(items, limits.itemsPerCall()).entrySet()) {
            if (result.getValue().isBad()) {
                refused((EventFeed) result.getKey().getUserObject().orElseThrow(), result.getValue().value());
            }
        }
        refresh();
    }

    private void refused(EventFeed feed, long status) {
        LOG.warn("connection {}: events of {} cannot be had: {}", settings.name(), feed.notifier.toParseableString(),
                Statuses.symbol(status));
        receiver.failed(feed.items(), (int) status);
    }

    /** Asks for the present state of all conditions (OPC UA Part 9, 5.5.7); a server without conditions says no, which is no harm. */
    void refresh() throws UaException {
        Variant id = Variant.ofUInt32(subscription.id());
        CallMethodRequest call = new CallMethodRequest(NodeIds.ConditionType, NodeIds.ConditionType_ConditionRefresh, new Variant[] {id});
        client.callAsync(List.of(call)).whenComplete((response, failure) -> {
            if (failure != null) {
                LOG.info("connection {}: conditions are not refreshed: {}", settings.name(), Statuses.reason(failure));
            } else if (response.getResults()[0].getStatusCode().isBad()) {
                LOG.info("connection {}: conditions are not refreshed: {}", settings.name(),
                        Statuses.symbol(response.getResults()[0].getStatusCode().value()));
            }
        });
    }
}
