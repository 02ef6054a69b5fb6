package org.gemello.connector.opcua.internal;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.client.DiscoveryClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfig;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;

/** Opens Milo clients as the settings want them. */
final class Clients {
    /**
     * One publish request at a time. With more Milo 1.1.2 may handle two answers in the wrong order, takes that for a lost
     * notification and delivers the same values twice; and one is enough, since a late server answers the next request at once.
     */
    private static final UInteger PUBLISH_REQUESTS = Unsigned.uint(1);

    private Clients() {
    }

    /** A client with a live session; it keeps the session alive and renews it on its own. */
    static OpcUaClient open(OpcUaSettings settings) throws UaException {
        UInteger timeout = Unsigned.uint(settings.requestTimeout().toMillis());
        OpcUaClientConfig config = OpcUaClientConfig.builder().setApplicationName(LocalizedText.english("Gemello"))
                .setApplicationUri("urn:gemello:connector-opcua").setProductUri("urn:gemello")
                .setSessionName(() -> "gemello-" + settings.name())
                .setEndpoint(endpoint(settings, timeout)).setRequestTimeout(timeout)
                .setSessionTimeout(Unsigned.uint(settings.lifetime().toMillis()))
                .setKeepAliveInterval(Unsigned.uint(settings.keepAliveInterval().toMillis()))
                .setKeepAliveTimeout(timeout).setKeepAliveFailuresAllowed(Unsigned.uint(1))
                .setMaxPendingPublishRequests(PUBLISH_REQUESTS).build();
        OpcUaClient client = OpcUaClient.create(config, transport -> transport.setConnectTimeout(timeout));
        try {
            return client.connect();
        } catch (UaException e) {
            client.disconnectAsync();
            throw e;
        }
    }

    /** The server's endpoint without security, at the address that was configured: a server does not send us to another machine. */
    private static EndpointDescription endpoint(OpcUaSettings settings, UInteger timeout) throws UaException {
        String url = settings.endpoint().toString();
        EndpointDescription offered = endpoints(url, timeout).stream()
                .filter(endpoint -> SecurityPolicy.None.getUri().equals(endpoint.getSecurityPolicyUri())).findFirst()
                .orElseThrow(() -> new UaException(StatusCodes.Bad_SecurityPolicyRejected,
                        "the server offers no endpoint without security"));
        return EndpointUtil.updateUrl(offered, settings.endpoint().getHost(), settings.endpoint().getPort());
    }

    private static List<EndpointDescription> endpoints(String url, UInteger timeout) throws UaException {
        try {
            return DiscoveryClient.getEndpoints(url, transport -> transport.setConnectTimeout(timeout))
                    .get(timeout.longValue(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UaException(StatusCodes.Bad_RequestInterrupted, e);
        } catch (ExecutionException e) {
            throw UaException.extract(e).orElseGet(() -> new UaException(StatusCodes.Bad_NotConnected, Statuses.reason(e)));
        } catch (TimeoutException e) {
            throw new UaException(StatusCodes.Bad_Timeout, "no list of endpoints within " + timeout + " ms");
        }
    }
}
