package org.gemello.testkit.opcua;

import java.security.KeyPair;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigBuilder;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.CompositeValidator;
import org.eclipse.milo.opcua.sdk.server.identity.UsernameIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.X509IdentityValidator;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.security.CertificateManager;
import org.eclipse.milo.opcua.stack.core.security.CertificateStore;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;

/**
 * How an {@link OpcUaTestServer} is protected: which policies and modes it offers, under which certificate, and whom it lets in.
 * It takes the certificate of every client. Set everything before the server starts.
 */
public final class ServerProtection {
    /** As the server calls itself, unless told otherwise. */
    public static final String APPLICATION_URI = OpcUaTestServer.NAMESPACE + ":server";
    private final TestCertificate certificate;
    private final Map<String, String> users = new LinkedHashMap<>();
    private final Set<UserTokenPolicy> identities = new LinkedHashSet<>(Set.of(OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS));
    private List<SecurityPolicy> policies = List.of(SecurityPolicy.values());
    private List<MessageSecurityMode> modes = List.of(MessageSecurityMode.Sign, MessageSecurityMode.SignAndEncrypt);
    private X509Certificate userCertificate;
    private String announcedHost = "127.0.0.1";

    public ServerProtection(TestCertificate certificate) {
        if (Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
            Security.addProvider(new BouncyCastleProvider()); // Milo asks for algorithms by the names that they have there
        }
        this.certificate = certificate;
    }

    /** Only these policies instead of all. */
    public ServerProtection offering(SecurityPolicy... only) {
        policies = List.of(only);
        return this;
    }

    /** Only these modes instead of Sign and SignAndEncrypt; of no account for policy None. */
    public ServerProtection inModes(MessageSecurityMode... only) {
        modes = List.of(only);
        return this;
    }

    /** Lets in a user with a password. */
    public ServerProtection user(String name, String password) {
        users.put(name, password);
        identities.add(OpcUaServerConfig.USER_TOKEN_POLICY_USERNAME);
        return this;
    }

    /** Lets in who has the key of this certificate. */
    public ServerProtection user(X509Certificate known) {
        userCertificate = known;
        identities.add(OpcUaServerConfig.USER_TOKEN_POLICY_X509);
        return this;
    }

    /** Lets nobody in without a name. */
    public ServerProtection noAnonymous() {
        identities.remove(OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS);
        return this;
    }

    /** The host that the server believes to be reached at. */
    public ServerProtection announcing(String host) {
        announcedHost = host;
        return this;
    }

    void apply(OpcUaServerConfigBuilder config, EndpointConfig.Builder endpoint) {
        endpoint.setHostname(announcedHost).setCertificate(certificate.certificate());
        identities.forEach(endpoint::addTokenPolicy);
        Set<EndpointConfig> endpoints = new LinkedHashSet<>();
        for (SecurityPolicy policy : policies) {
            Stream<MessageSecurityMode> offered = policy == SecurityPolicy.None ? Stream.of(MessageSecurityMode.None) : modes.stream();
            offered.forEach(mode -> endpoints.add(endpoint.copy().setSecurityPolicy(policy).setSecurityMode(mode).build()));
        }
        config.setEndpoints(endpoints).setCertificateManager(certificates()).setIdentityValidator(new CompositeValidator(
                AnonymousIdentityValidator.INSTANCE,
                new UsernameIdentityValidator(login -> login.getPassword().equals(users.get(login.getUsername()))),
                new X509IdentityValidator(shown -> shown.equals(userCertificate))));
    }

    private CertificateManager certificates() {
        MemoryCertificateQuarantine quarantine = new MemoryCertificateQuarantine();
        MemoryCertificateStore store = new MemoryCertificateStore();
        try {
            store.set(NodeIds.RsaSha256ApplicationCertificateType, new CertificateStore.Entry(certificate.keys().getPrivate(),
                    certificate.chain().toArray(X509Certificate[]::new)));
            return new DefaultCertificateManager(quarantine, DefaultApplicationGroup.createAndInitialize(new MemoryTrustListManager(), store,
                    new NoOther(), new CertificateValidator.InsecureCertificateValidator()));
        } catch (Exception e) { // Milo declares it
            throw new IllegalStateException("the test server's certificate could not be set", e);
        }
    }

    /** The server has a certificate; none is ever made. */
    private static final class NoOther extends RsaSha256CertificateFactory {
        @Override
        protected X509Certificate[] createRsaSha256CertificateChain(KeyPair keys) {
            throw new IllegalStateException("the server has a certificate already");
        }
    }
}
