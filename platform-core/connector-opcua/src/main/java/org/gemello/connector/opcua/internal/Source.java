package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/** One node that is monitored, with the points that its value holds: one, or several of an array or a structure. */
final class Source {
    final ExpandedNodeId node;
    final Duration samplingInterval;
    final int queueSize;
    private final List<Item> items = new ArrayList<>();
    private Item only;
    private volatile Monitored monitored = Monitored.NOT_YET;
    private volatile boolean historical;

    /**
     * What the server made of the request to monitor the node.
     *
     * @param status           status code of the creation
     * @param samplingInterval in milliseconds, as revised by the server
     * @param queueSize        as revised by the server
     */
    record Monitored(int status, double samplingInterval, long queueSize) {
        /** Bad_WaitingForInitialData. */
        static final Monitored NOT_YET = new Monitored(0x80320000, 0, 0);
    }

    Source(ExpandedNodeId node, Duration samplingInterval, int queueSize) {
        this.node = node;
        this.samplingInterval = samplingInterval;
        this.queueSize = queueSize;
    }

    void add(Item item) {
        items.add(item);
        only = items.size() == 1 && item.path.isWhole() ? item : null;
    }

    /** The point that is the whole value of the node, where that is all that is bound of it; else null. */
    Item only() {
        return only;
    }

    List<Item> items() {
        return items;
    }

    /** The node in this server's numbering; empty where the server does not know the namespace. */
    Optional<NodeId> node(NamespaceTable namespaces) {
        return node.toNodeId(namespaces);
    }

    String address() {
        return node.toParseableString();
    }

    Monitored monitored() {
        return monitored;
    }

    void monitored(Monitored answer) {
        monitored = answer;
    }

    /** Whether the server offers to read the node's past. */
    boolean historical() {
        return historical;
    }

    void historical(boolean offered) {
        historical = offered;
    }
}
