package org.gemello.connector.opcua.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;
import org.gemello.connector.opcua.internal.pki.ExplainedException;

/** Which of the ways into a server is taken: one that the settings allow, of these the one with the highest security level. */
record EndpointChoice(SecuritySettings wanted) {

    /** @throws UaException where none of them may be taken; the message says what is wanted and what is offered */
    EndpointDescription among(List<EndpointDescription> offered) throws UaException {
        List<EndpointDescription> reachable = offered.stream()
                .filter(endpoint -> TransportProfile.TCP_UASC_UABINARY.getUri().equals(endpoint.getTransportProfileUri())).toList();
        List<EndpointDescription> allowed = reachable.stream().filter(this::isAllowed).toList();
        if (allowed.isEmpty()) {
            throw new ExplainedException(StatusCodes.Bad_SecurityPolicyRejected, "the server offers "
                    + reachable.stream().map(EndpointChoice::protection).distinct().collect(Collectors.joining(", "))
                    + "; the connection wants " + wants());
        }
        return allowed.stream().filter(endpoint -> users(endpoint).length > 0)
                .max(Comparator.<EndpointDescription>comparingInt(endpoint -> endpoint.getSecurityLevel().intValue())
                        .thenComparing(endpoint -> -wanted.allowed().indexOf(policy(endpoint).orElseThrow())))
                .orElseThrow(() -> new ExplainedException(StatusCodes.Bad_IdentityTokenRejected, "the server takes no "
                        + wanted.identity().type() + " identity at " + wants() + "; it takes "
                        + allowed.stream().flatMap(endpoint -> Arrays.stream(tokens(endpoint))).map(UserTokenPolicy::getTokenType)
                                .distinct().toList()));
    }

    /**
     * How the user is told to the server. A password does not travel in the clear, and not under a policy that can be broken, where
     * others can listen.
     */
    UserTokenPolicy user(EndpointDescription endpoint) throws UaException {
        List<UserTokenPolicy> offered = List.of(users(endpoint));
        boolean secret = endpoint.getSecurityMode() == MessageSecurityMode.SignAndEncrypt 
                || wanted.clearAllowedTo(EndpointUtil.getHost(endpoint.getEndpointUrl()))
                || wanted.identity().type() != UserTokenType.UserName;
        Comparator<UserTokenPolicy> strongest = Comparator.comparingInt(token -> rank(endpoint, token));
        return offered.stream().filter(token -> secret || rank(endpoint, token) < SecuritySettings.STRONG.size()).min(strongest)
                .orElseThrow(() -> new ExplainedException(StatusCodes.Bad_IdentityTokenRejected, "the server would take the password in the clear"
                        + " or under a policy that can be broken, and the connection does not encrypt; use 'security.mode:"
                        + " SignAndEncrypt'"));
    }

    private static int rank(EndpointDescription endpoint, UserTokenPolicy token) {
        String own = token.getSecurityPolicyUri();
        String uri = own == null || own.isEmpty() ? endpoint.getSecurityPolicyUri() : own;
        int place = SecurityPolicy.fromUriSafe(uri).map(SecuritySettings.STRONG::indexOf).orElse(-1);
        return place < 0 ? SecuritySettings.STRONG.size() : place;
    }

    private boolean isAllowed(EndpointDescription endpoint) {
        return endpoint.getSecurityMode() == wanted.mode() && policy(endpoint).filter(wanted.allowed()::contains).isPresent();
    }

    private UserTokenPolicy[] users(EndpointDescription endpoint) {
        return Arrays.stream(tokens(endpoint)).filter(token -> token.getTokenType() == wanted.identity().type())
                .toArray(UserTokenPolicy[]::new);
    }

    static UserTokenPolicy[] tokens(EndpointDescription endpoint) {
        return endpoint.getUserIdentityTokens() == null ? new UserTokenPolicy[0] : endpoint.getUserIdentityTokens();
    }

    private static Optional<SecurityPolicy> policy(EndpointDescription endpoint) {
        return SecurityPolicy.fromUriSafe(endpoint.getSecurityPolicyUri());
    }

    private String wants() {
        String policy = wanted.policy().map(Enum::name).orElse("one of " + SecuritySettings.STRONG);
        return wanted.isNone() ? "no security" : policy + " with " + wanted.mode();
    }

    private static String protection(EndpointDescription endpoint) {
        String policy = policy(endpoint).map(Enum::name).orElse(endpoint.getSecurityPolicyUri());
        return endpoint.getSecurityMode() == MessageSecurityMode.None ? "no security" : policy + " with " + endpoint.getSecurityMode();
    }
}
