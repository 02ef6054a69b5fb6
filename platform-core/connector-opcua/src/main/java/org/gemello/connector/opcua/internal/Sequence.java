package org.gemello.connector.opcua.internal;

import java.util.List;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;

/**
 * Finds the node of a monitored item. Servers mostly tell of their items in the order in which these were made, and of all values of an
 * item in one go: then a value is of the same node as the one before it, or of the next node, which shows by comparing references. To look
 * into the items, which lie anywhere in memory, would be most of the work. For one thread at a time.
 */
final class Sequence {
    private final Source[] sources;
    /** The point of each node whose whole value is its only point, else null. */
    private final Item[] only;
    /** The monitored item that each node has; a new connection brings new ones. */
    private final OpcUaMonitoredItem[] monitored;
    private int at;

    Sequence(List<Source> all) {
        sources = all.toArray(Source[]::new);
        only = all.stream().map(Source::only).toArray(Item[]::new);
        monitored = new OpcUaMonitoredItem[sources.length];
    }

    /** Goes to the node of an item. */
    void find(OpcUaMonitoredItem item) {
        if (monitored[at] != item) {
            int next = at + 1 < monitored.length ? at + 1 : 0;
            at = monitored[next] == item ? next : ask(item);
        }
    }

    private int ask(OpcUaMonitoredItem item) {
        int number = Subscribed.source(item).number;
        monitored[number] = item;
        return number;
    }

    /** The only point of the node, which has its whole value; null where it has several, or its point is a part of the value. */
    Item only() {
        return only[at];
    }

    Source source() {
        return sources[at];
    }
}
