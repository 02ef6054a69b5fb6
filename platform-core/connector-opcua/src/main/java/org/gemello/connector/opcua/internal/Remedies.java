package org.gemello.connector.opcua.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.StatusCodes;

/** What mostly is behind a status code that a server or the network gives, and what can be done about it. */
final class Remedies {
    private static final String OWN_CERTIFICATE = "most likely the server does not trust the platform's certificate: have it trusted there";
    private static final String USER = "the server does not take the user: check the identity of the connection, and the user's rights there";
    private static final String NOBODY = "nobody answers: check 'endpoint', and whether the server runs and the network lets us through";
    private static final String SLOW = "the server did not answer in time: it is overloaded or the network loses packets; "
            + "'requestTimeout' can be raised";
    private static final String POLICY = "the server does not take this security: compare 'security.policy' and 'security.mode' with what it "
            + "offers";
    private static final Map<Long, String> KNOWN = new HashMap<>();

    static {
        say(SLOW, StatusCodes.Bad_Timeout, StatusCodes.Bad_RequestTimeout);
        say(NOBODY, StatusCodes.Bad_ConnectionRejected, StatusCodes.Bad_NotConnected);
        say("the connection broke off: the server went away, or something on the way closed it", StatusCodes.Bad_ConnectionClosed,
                StatusCodes.Bad_SecureChannelClosed, StatusCodes.Bad_CommunicationError);
        say(OWN_CERTIFICATE, StatusCodes.Bad_SecurityChecksFailed, StatusCodes.Bad_CertificateUntrusted);
        say(USER, StatusCodes.Bad_IdentityTokenRejected, StatusCodes.Bad_IdentityTokenInvalid, StatusCodes.Bad_UserAccessDenied);
        say(POLICY, StatusCodes.Bad_SecurityPolicyRejected, StatusCodes.Bad_SecurityModeRejected);
        say("the server has no endpoint of this address: compare the path in 'endpoint'", StatusCodes.Bad_TcpEndpointUrlInvalid);
        say("the server has no room for another session: end others, or raise its limit", StatusCodes.Bad_TooManySessions);
        say("the server has no room for another subscription: raise 'itemsPerSubscription', or its limit",
                StatusCodes.Bad_TooManySubscriptions);
        say("the server takes no more monitored items: raise its limit", StatusCodes.Bad_TooManyMonitoredItems);
        say("the server has no such node: compare the binding with its address space", StatusCodes.Bad_NodeIdUnknown);
        say("the server does not let the node be written", StatusCodes.Bad_NotWritable);
        say("the server is going down or not yet up", StatusCodes.Bad_ServerHalted, StatusCodes.Bad_Shutdown);
        say("the server no longer knows the session", StatusCodes.Bad_SessionIdInvalid, StatusCodes.Bad_SessionClosed);
        say("the server no longer has the subscription", StatusCodes.Bad_SubscriptionIdInvalid, StatusCodes.Bad_NoSubscription);
        say("the server keeps no history that can be read", StatusCodes.Bad_HistoryOperationUnsupported);
    }

    private Remedies() {
    }

    private static void say(String text, long... statuses) {
        for (long status : statuses) {
            KNOWN.put(status, text);
        }
    }

    static Optional<String> of(long status) {
        return Optional.ofNullable(KNOWN.get(status));
    }
}
