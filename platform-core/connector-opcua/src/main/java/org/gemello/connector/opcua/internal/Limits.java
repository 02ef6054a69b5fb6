package org.gemello.connector.opcua.internal;

import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OperationLimits;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many operations go into one call: what the server says in its OperationLimits (OPC UA Part 5, 6.3.11), and never more than our own
 * bound, which keeps a message small. A server that says 0, or nothing, has no limit of its own.
 */
record Limits(int itemsPerCall, int nodesPerRead, int nodesPerHistoryRead) {
    private static final Logger LOG = LoggerFactory.getLogger(Limits.class);
    private static final int ITEMS = 1_000;
    private static final int NODES = 1_000;
    private static final int HISTORIES = 100;

    /** Of a server that states none. */
    static final Limits OWN = new Limits(ITEMS, NODES, HISTORIES);

    static Limits of(OpcUaClient client) {
        try {
            OperationLimits stated = client.readOperationLimits();
            return new Limits(least(stated.maxMonitoredItemsPerCall(), ITEMS), least(stated.maxNodesPerRead(), NODES),
                    least(stated.maxNodesPerHistoryReadData(), HISTORIES));
        } catch (UaException e) {
            LOG.debug("the server does not tell its limits: {}", Statuses.reason(e));
            return OWN;
        }
    }

    Limits withNodesPerHistoryRead(int fewer) {
        return new Limits(itemsPerCall, nodesPerRead, fewer);
    }

    private static int least(Optional<UInteger> stated, int own) {
        return (int) stated.map(UInteger::longValue).filter(limit -> limit > 0).map(limit -> Math.min(limit, own)).orElse((long) own)
                .longValue();
    }
}
