package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.gemello.api.TraceId;

/** Listens to one subscription: hands its values on, and knows when it was last heard of. */
final class Heartbeat implements OpcUaSubscription.SubscriptionListener {
    private final Receiver receiver;
    private final Consumer<String> problem;
    private volatile long heard = System.nanoTime();
    private volatile boolean delivering;

    /** @param problem told in words when the subscription is no longer what it was */
    Heartbeat(Receiver receiver, Consumer<String> problem) {
        this.receiver = receiver;
        this.problem = problem;
    }

    /** Milo asks for the next notification only after this returns: to wait in here is to push back on the server. */
    @Override
    public void onDataReceived(OpcUaSubscription subscription, List<OpcUaMonitoredItem> monitored, List<DataValue> values) {
        delivering = true;
        try {
            List<Item> items = new ArrayList<>(monitored.size());
            for (OpcUaMonitoredItem one : monitored) {
                items.add(Monitoring.item(one));
            }
            receiver.values(items, values, TraceId.random());
        } finally {
            heard = System.nanoTime();
            delivering = false;
        }
    }

    @Override
    public void onKeepAliveReceived(OpcUaSubscription subscription) {
        heard = System.nanoTime();
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

    /** Time since the subscription was last heard of; none while its values are being handed on, however long that takes. */
    Duration silence() {
        return delivering ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - heard);
    }
}
