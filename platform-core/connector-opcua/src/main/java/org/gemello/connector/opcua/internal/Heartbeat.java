package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.gemello.api.TraceId;

/** Listens to one subscription: hands its values on, and knows when it was last heard of. */
final class Heartbeat implements OpcUaSubscription.SubscriptionListener {
    private final Receiver receiver;
    private final Deliveries deliveries;
    private final Consumer<String> problem;
    private final Runnable eventsLost;
    /** By client handle; Milo numbers the items of a subscription from 0. */
    private volatile Source[] sources = {};
    private long heard;
    private long deliveringThen;

    /**
     * @param deliveries of all subscriptions of the connection
     * @param problem    told in words when the subscription is no longer what it was
     * @param eventsLost run when the server has dropped events
     */
    Heartbeat(Receiver receiver, Deliveries deliveries, Consumer<String> problem, Runnable eventsLost) {
        this.eventsLost = eventsLost;
        this.receiver = receiver;
        this.deliveries = deliveries;
        this.problem = problem;
        heard();
    }

    private synchronized void heard() {
        heard = System.nanoTime();
        deliveringThen = deliveries.total();
    }

    /** Values of these items, which have their handles, may come from now on; called by one thread. */
    void expect(List<OpcUaMonitoredItem> monitored) {
        Source[] known = sources;
        for (OpcUaMonitoredItem item : monitored) {
            if (item.getUserObject().orElse(null) instanceof Source source) {
                int handle = item.getClientHandle().orElseThrow().intValue();
                if (handle >= known.length) {
                    known = Arrays.copyOf(known, 2 * handle + 1);
                }
                known[handle] = source;
            }
        }
        sources = known;
    }

    /**
     * The lists are empty, see {@link ValueDecoder}. Milo asks for the next notification only after this returns: to wait in here is to
     * push back on the server.
     */
    @Override
    public void onDataReceived(OpcUaSubscription subscription, List<OpcUaMonitoredItem> monitored, List<DataValue> values) {
        deliveries.begin();
        try {
            receiver.values(ValueDecoder.take(), sources, TraceId.random());
        } finally {
            deliveries.end();
            heard();
        }
    }

    @Override
    public void onEventReceived(OpcUaSubscription subscription, List<OpcUaMonitoredItem> monitored, List<Variant[]> events) {
        deliveries.begin();
        try {
            boolean complete = true;
            for (int i = 0; i < monitored.size(); i++) {
                complete &= receiver.event((EventFeed) monitored.get(i).getUserObject().orElseThrow(), events.get(i));
            }
            if (!complete) {
                eventsLost.run();
            }
        } finally {
            deliveries.end();
            heard();
        }
    }

    @Override
    public void onKeepAliveReceived(OpcUaSubscription subscription) {
        heard();
    }

    @Override
    public void onNotificationDataLost(OpcUaSubscription subscription) {
        receiver.interrupted("the server no longer had a notification that was lost on the way");
    }

    @Override
    public void onStatusChanged(OpcUaSubscription subscription, StatusCode status) {
        if (status.isBad()) {
            problem.accept("the server ended the subscription: " + Statuses.symbol(status.value()));
        }
    }

    /** Time since the subscription was last heard of, in which it could have been heard. */
    synchronized Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heard - (deliveries.total() - deliveringThen));
    }
}
