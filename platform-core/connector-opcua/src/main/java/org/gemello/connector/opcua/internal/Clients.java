package org.gemello.connector.opcua.internal;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfig;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfigBuilder;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;
import org.gemello.connector.opcua.internal.SecuritySettings.HostName;
import org.gemello.connector.opcua.internal.pki.Algorithms;
import org.gemello.connector.opcua.internal.pki.ExplainedException;
import org.gemello.connector.opcua.internal.pki.OwnCertificate;
import org.gemello.connector.opcua.internal.pki.TrustList;

/** Opens Milo clients as the settings want them. */
final class Clients {
    /**
     * One publish request at a time. With more Milo 1.1.2 may handle two answers in the wrong order, takes that for a lost
     * notification and delivers the same values twice; and one is enough, since a late server answers the next request at once.
     */
    private static final UInteger PUBLISH_REQUESTS = Unsigned.uint(1);

    private final OpcUaSettings settings;
    private final SecuritySettings security;
    private final TrustList trust;
    private final CertificateValidator validator;
    private final EndpointChoice choice;

    Clients(OpcUaSettings settings, TrustList trust) {
        this.settings = settings;
        this.security = settings.security();
        this.trust = trust;
        this.validator = trust.validator(security.demands());
        this.choice = new EndpointChoice(security);
    }

    /** A server's endpoint with the list that it was chosen from. */
    private record Found(EndpointDescription endpoint, List<EndpointDescription> all) {
    }

    /** A client with a live session; it keeps the session alive and renews it on its own. */
    OpcUaClient open() throws UaException {
        Found found = find();
        UInteger timeout = Unsigned.uint(settings.requestTimeout().toMillis());
        OpcUaClientConfigBuilder config = OpcUaClientConfig.builder().setApplicationName(LocalizedText.english("Gemello"))
                .setApplicationUri("urn:gemello:connector-opcua").setProductUri("urn:gemello")
                .setSessionName(() -> "gemello-" + settings.name())
                .setEndpoint(found.endpoint()).setRequestTimeout(timeout)
                .setSessionTimeout(Unsigned.uint(settings.lifetime().toMillis()))
                .setKeepAliveInterval(Unsigned.uint(settings.keepAliveInterval().toMillis()))
                .setKeepAliveTimeout(timeout).setKeepAliveFailuresAllowed(Unsigned.uint(1))
                .setMaxPendingPublishRequests(PUBLISH_REQUESTS).setCertificateValidator(validator)
                .setIdentityProvider(security.identity().provider(choice.user(found.endpoint()), validator));
        if (!security.isNone()) {
            protect(config, found);
        }
        OpcUaClient client = OpcUaClient.create(config.build(), transport -> transport.setConnectTimeout(timeout));
        try {
            ValueDecoder.installIn(client);
            return client.connect();
        } catch (UaException e) {
            client.disconnectAsync();
            throw e.getMessage().contains("endpoints returned during discovery") ? forged(e) : explained(e);
        }
    }

    /** A server seldom says what it does not like of the client's certificate. One that takes an expired one is not argued with. */
    private UaException explained(UaException refusal) {
        Optional<String> problem = security.isNone() ? Optional.empty() : trust.ownProblem();
        return problem.<UaException>map(ours -> new ExplainedException(refusal.getStatusCode().value(), Statuses.words(refusal) + "; " + ours,
                refusal)).orElse(refusal);
    }

    /** Milo's sentence in ours. */
    private static UaException forged(UaException mismatch) {
        return new ExplainedException(StatusCodes.Bad_SecurityChecksFailed, "the list of endpoints that the server has signed is not the one that"
                + " came over the open channel: somebody on the way has changed it, or the server is wrong. Neither the user nor a value was sent", mismatch);
    }

    private Found find() throws UaException {
        Found found = ask(settings.endpoint().toString());
        String announced = found.endpoint().getEndpointUrl();
        String host = Optional.ofNullable(EndpointUtil.getHost(announced)).orElse("");
        boolean elsewhere = !host.equalsIgnoreCase(settings.endpoint().getHost())
                || EndpointUtil.getPort(announced) != settings.endpoint().getPort();
        if (!elsewhere) {
            return found;
        } else if (security.hostName() == HostName.STRICT) {
            throw new ExplainedException(StatusCodes.Bad_TcpEndpointUrlInvalid, "the server announces itself as " + announced + " instead of "
                    + settings.endpoint() + "; write its address in 'endpoint', or set 'hostname' to 'configured' or 'server'");
        } else if (security.hostName() == HostName.CONFIGURED) {
            return new Found(EndpointUtil.updateUrl(found.endpoint(), settings.endpoint().getHost(), settings.endpoint().getPort()),
                    found.all());
        }
        if (security.isNone() && !security.clearAllowedTo(host)) {
            throw new ExplainedException(StatusCodes.Bad_SecurityPolicyRejected, "the server sends us to " + announced
                    + ", and without security that may be anybody; set 'security.allowInsecure: true' or another 'hostname'");
        }
        return ask(announced);
    }

    private Found ask(String url) throws UaException {
        List<EndpointDescription> all = ServerEndpoints.of(url, settings.requestTimeout());
        return new Found(choice.among(all), all);
    }

    /**
     * Whoever is on the way could have changed the list of endpoints, which came over an open channel. So the certificate is checked
     * before anything is sent under it, and once the session is there Milo compares the list with the one that the server signs.
     */
    private void protect(OpcUaClientConfigBuilder config, Found found) throws UaException {
        check(found.endpoint());
        Algorithms.provide();
        try {
            OwnCertificate own = trust.own();
            config.setApplicationUri(own.applicationUri()).setKeyPair(own.keyPair()).setCertificate(own.certificate())
                    .setCertificateChain(own.chain().toArray(X509Certificate[]::new))
                    .setDiscoveryEndpoints(found.all()).setSessionEndpointValidationEnabled(true);
        } catch (IOException e) {
            throw new ExplainedException(StatusCodes.Bad_ConfigurationError, "the platform's own certificate: " + e.getMessage(), e);
        }
    }

    /** @throws UaException where the server of a client would not be connected to any more */
    void check(OpcUaClient client) throws UaException {
        if (!security.isNone()) {
            check(client.getConfig().getEndpoint());
        }
    }

    private void check(EndpointDescription endpoint) throws UaException {
        byte[] certificate = endpoint.getServerCertificate().bytesOrEmpty();
        if (certificate.length == 0) {
            throw new ExplainedException(StatusCodes.Bad_CertificateInvalid, "the server shows no certificate for an endpoint with security");
        }
        validator.validateCertificateChain(CertificateUtil.decodeCertificates(certificate), endpoint.getServer().getApplicationUri(),
                new String[] {EndpointUtil.getHost(endpoint.getEndpointUrl())});
    }
}
