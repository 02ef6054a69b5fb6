package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.MonitoredItemServiceOperationResult;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;

/** One subscription on the server. Used by one thread. */
final class Subscribed {
    /** Bounds the size of a message; a server with more to say sends several. */
    static final int NOTIFICATIONS_PER_PUBLISH = 10_000;

    private final OpcUaSubscription subscription;
    private final Heartbeat heartbeat;
    private Duration keepAlive = Duration.ZERO;

    Subscribed(OpcUaClient client, OpcUaSettings settings, Heartbeat heartbeat) {
        this.heartbeat = heartbeat;
        double interval = settings.publishingInterval().toMillis();
        long keepAlives = Math.max(1, Math.round(settings.keepAliveInterval().toMillis() / interval));
        subscription = new OpcUaSubscription(client, interval);
        subscription.setLifetimeAndKeepAliveCalculated(false);
        subscription.setMaxKeepAliveCount(Unsigned.uint(keepAlives));
        // a server wants a lifetime of at least three keep-alives (OPC UA Part 4, 5.13.2)
        subscription.setLifetimeCount(Unsigned.uint(Math.max(3 * keepAlives, Math.round(settings.lifetime().toMillis() / interval))));
        subscription.setMaxNotificationsPerPublish(Unsigned.uint(NOTIFICATIONS_PER_PUBLISH));
        subscription.setSubscriptionListener(heartbeat);
    }

    void create(int itemsPerCall) throws UaException {
        subscription.setMaxMonitoredItemsPerCall(Unsigned.uint(itemsPerCall));
        subscription.create();
        keepAlive = Duration.ofMillis(Math.round(revised().publishingInterval() * revised().keepAliveCount()));
    }

    /**
     * What the server has made of the subscription.
     *
     * @param publishingInterval in milliseconds
     * @param keepAliveCount     publishing intervals without news after which it says that it lives
     * @param lifetimeCount      publishing intervals without a request after which it is forgotten
     */
    record Revised(double publishingInterval, long keepAliveCount, long lifetimeCount) {
    }

    Revised revised() {
        return new Revised(subscription.getRevisedPublishingInterval().orElseThrow(),
                subscription.getRevisedMaxKeepAliveCount().orElseThrow().longValue(),
                subscription.getRevisedLifetimeCount().orElseThrow().longValue());
    }

    /**
     * Asks for the items, in calls of as many as the server takes.
     *
     * @return the status of each
     */
    Map<OpcUaMonitoredItem, StatusCode> add(List<OpcUaMonitoredItem> items, int itemsPerCall) throws UaException {
        Set<OpcUaMonitoredItem> known = new HashSet<>(subscription.getMonitoredItems());
        subscription.addMonitoredItems(items.stream().filter(item -> !known.contains(item)).toList());
        heartbeat.expect(items);
        Map<OpcUaMonitoredItem, StatusCode> results = new HashMap<>();
        Batches.call(items, itemsPerCall, this::create).forEach(result ->
                results.put(result.monitoredItem(), result.operationResult().orElse(StatusCode.BAD)));
        return results;
    }

    private List<MonitoredItemServiceOperationResult> create(List<OpcUaMonitoredItem> part) throws UaException {
        Set<OpcUaMonitoredItem> wanted = new HashSet<>(part);
        List<MonitoredItemServiceOperationResult> results = new ArrayList<>(subscription.createMonitoredItems(wanted::contains));
        for (MonitoredItemServiceOperationResult result : results) {
            if (result.serviceResult().isBad()) {
                throw new UaException(result.serviceResult(), "monitored items could not be created");
            }
        }
        return results;
    }

    /** @throws UaException where the server has forgotten it */
    UInteger id() throws UaException {
        return subscription.getSubscriptionId().orElseThrow(() -> new UaException(StatusCodes.Bad_SubscriptionIdInvalid));
    }

    static Source source(OpcUaMonitoredItem monitored) {
        return (Source) monitored.getUserObject().orElseThrow();
    }

    /** False once the server has forgotten it. */
    boolean exists() {
        return subscription.getSyncState() != OpcUaSubscription.SyncState.INITIAL;
    }

    /** The server has to say at least this often that it lives; as revised by the server. */
    Duration keepAlive() {
        return keepAlive;
    }

    Duration silence() {
        return heartbeat.silence();
    }
}
