package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.client.DiscoveryClient;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.gemello.connector.opcua.internal.pki.ExplainedException;

/** Asks a server for the ways into it, over a channel without security as everybody may (OPC UA Part 4, 5.5.4). */
final class ServerEndpoints {
    /** A server has two dozen at most; more is not an honest answer. */
    private static final int MOST = 1_000;

    private ServerEndpoints() {
    }

    static List<EndpointDescription> of(String url, Duration timeout) throws UaException {
        try {
            List<EndpointDescription> endpoints = DiscoveryClient
                    .getEndpoints(url, transport -> transport.setConnectTimeout(Unsigned.uint(timeout.toMillis())))
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (endpoints.size() > MOST) {
                throw new ExplainedException(StatusCodes.Bad_TooManyOperations, "the server names " + endpoints.size() + " endpoints");
            }
            return endpoints;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UaException(StatusCodes.Bad_RequestInterrupted, e);
        } catch (ExecutionException e) {
            throw UaException.extract(e).orElseGet(() -> new ExplainedException(StatusCodes.Bad_NotConnected, Statuses.reason(e)));
        } catch (TimeoutException e) {
            throw new ExplainedException(StatusCodes.Bad_Timeout, "no list of endpoints within " + timeout.toMillis() + " ms");
        }
    }
}
