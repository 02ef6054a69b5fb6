package org.gemello.connector.opcua.internal.browse;

import java.util.function.ToIntFunction;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OperationLimits;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.gemello.api.TwinId;
import org.gemello.api.connection.Browsable.Page;
import org.gemello.api.connection.Browsable.Proposal;

/** Browsing over the client that a connection has at the moment. Safe for use by many threads. */
public final class ServerBrowsing {
    private static final int MOST_PER_CALL = 500;
    private OpcUaClient of;
    private AddressSpace space;
    private Browser browser;

    /** What is asked of a server. */
    private interface Question<T> {
        T ask() throws UaException;
    }

    /** See {@link org.gemello.api.connection.Browsable#browse}. */
    public Page browse(OpcUaClient client, String node, String continuation, int limit) {
        Browser present = browser(client);
        return answer(node, () -> present.page(node, continuation, limit));
    }

    /** See {@link org.gemello.api.connection.Browsable#propose}. */
    public Proposal propose(OpcUaClient client, String connection, String node, TwinId twin) {
        AddressSpace present = space(client);
        return answer(node, () -> new Proposer(present).propose(connection, node, twin));
    }

    private static <T> T answer(String node, Question<T> question) {
        try {
            return question.ask();
        } catch (UaException e) {
            long status = e.getStatusCode().value();
            if (status == StatusCodes.Bad_NodeIdUnknown || status == StatusCodes.Bad_NodeIdInvalid) {
                throw new IllegalArgumentException("the server does not know the node " + node, e);
            } else if (status == StatusCodes.Bad_ContinuationPointInvalid) {
                throw new IllegalArgumentException("the server does not know the continuation any more; begin with the first page", e);
            }
            throw new IllegalStateException("the server did not answer: " + e.getMessage(), e);
        }
    }

    private synchronized Browser browser(OpcUaClient client) {
        space(client);
        return browser;
    }

    /** Another client has another session, where nothing of the last one counts. */
    private synchronized AddressSpace space(OpcUaClient client) {
        if (client != of) {
            of = client;
            space = new AddressSpace(client, limit(client, limits -> limits.maxNodesPerRead().map(Number::intValue).orElse(0)),
                    limit(client, limits -> limits.maxNodesPerBrowse().map(Number::intValue).orElse(0)));
            browser = new Browser(space);
        }
        return space;
    }

    private static int limit(OpcUaClient client, ToIntFunction<OperationLimits> limit) {
        try {
            int stated = limit.applyAsInt(client.getOperationLimits());
            return stated > 0 ? Math.min(stated, MOST_PER_CALL) : MOST_PER_CALL;
        } catch (UaException e) {
            return MOST_PER_CALL; // a server that does not tell its limits has none that we could keep to
        }
    }
}
