package org.gemello.connector.opcua.internal;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.Settings;
import org.gemello.connector.opcua.internal.pki.CertificateDemands;

/**
 * How a connection is protected, checked. Nothing is weakened by itself: what is not safe has to be written out.
 *
 * @param policy          empty for the best that the server offers among {@link #STRONG}
 * @param mode            None exactly where the policy is
 * @param allowInsecure   somebody has said that values may be seen on the way
 * @param hostName        what to do where the server announces another address than the configured one
 * @param revocationLists whether every authority must have a revocation list
 * @param identity        who the user is
 */
record SecuritySettings(Optional<SecurityPolicy> policy, MessageSecurityMode mode, boolean allowInsecure, HostName hostName,
                        boolean revocationLists, UserIdentity identity) {
    /** Policies without known weakness, the strongest first (OPC UA Part 7). */
    static final List<SecurityPolicy> STRONG = List.of(SecurityPolicy.Aes256_Sha256_RsaPss, SecurityPolicy.Aes128_Sha256_RsaOaep,
            SecurityPolicy.Basic256Sha256);
    static final String[] KEYS = {"security.policy", "security.mode", "security.allowInsecure", "security.allowDeprecated",
        "security.revocationLists", "hostname", "username", "passwordFile", "passwordVariable", "userCertificate", "userKey"};
    private static final Set<SecurityPolicy> DEPRECATED = Set.of(SecurityPolicy.Basic128Rsa15, SecurityPolicy.Basic256);
    private static final String POLICY = "security.policy";
    private static final String MODE = "security.mode";
    private static final String ALLOW_INSECURE = "security.allowInsecure";
    private static final String ALLOW_DEPRECATED = "security.allowDeprecated";

    /** What to do with the address that a server announces for itself. */
    enum HostName {
        /** It is not followed; the certificate is known by its thumbprint and need not name the host. */
        CONFIGURED,
        /** It is followed. */
        SERVER,
        /** It must be the configured one, and the certificate must name it. */
        STRICT
    }

    /** @throws ConfigurationException naming the place of what is wrong */
    static SecuritySettings of(Settings s, URI endpoint) {
        Optional<SecurityPolicy> policy = policy(s);
        boolean none = policy.filter(SecurityPolicy.None::equals).isPresent();
        boolean allowInsecure = s.flag(ALLOW_INSECURE, false);
        if (none && !allowInsecure && !isLoopback(endpoint.getHost())) {
            throw new ConfigurationException(s.place(POLICY), "'" + POLICY + "' is 'none' and the server is on another machine ("
                    + endpoint.getHost() + "): anyone on the way can read and change values. Write 'best', or set '" + ALLOW_INSECURE
                    + ": true' where the network is protected otherwise");
        }
        if (none && s.find(MODE).isPresent()) {
            throw new ConfigurationException(s.place(MODE), "'" + MODE + "' has no meaning with 'security.policy: none'; remove it");
        }
        MessageSecurityMode mode = none ? MessageSecurityMode.None
                : MessageSecurityMode.valueOf(s.choice(MODE, "SignAndEncrypt", "Sign", "SignAndEncrypt"));
        HostName hostName = HostName.valueOf(s.choice("hostname", "configured", "configured", "server", "strict").toUpperCase(Locale.ROOT));
        boolean lists = s.choice("security.revocationLists", "required", "required", "optional").equals("required");
        return new SecuritySettings(policy, mode, allowInsecure, hostName, lists, UserIdentity.of(s));
    }

    private static Optional<SecurityPolicy> policy(Settings s) {
        String text = s.find(POLICY).orElseThrow(() -> new ConfigurationException(s.place(), "'" + POLICY + "' is missing; "
                + "there is no default. Write 'best', one of " + STRONG + ", or 'none': neither signed nor encrypted"));
        if (text.equals("best")) {
            return Optional.empty();
        }
        SecurityPolicy policy = Arrays.stream(SecurityPolicy.values()).filter(known -> known.name().equalsIgnoreCase(text)).findFirst()
                .orElseThrow(() -> new ConfigurationException(s.place(POLICY), "'" + POLICY + "' is '" + text
                        + "', it must be 'best', 'none' or one of " + STRONG));
        if (DEPRECATED.contains(policy) && !s.flag(ALLOW_DEPRECATED, false)) {
            throw new ConfigurationException(s.place(POLICY), "'" + POLICY + "' is '" + text + "', which can be broken and was withdrawn by"
                    + " the OPC Foundation. Write 'best'; for a server that knows nothing else set '" + ALLOW_DEPRECATED + ": true'");
        }
        return Optional.of(policy);
    }

    /** Only what cannot lead elsewhere: a name other than localhost may mean another machine tomorrow. */
    private static boolean isLoopback(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        boolean literal = host.matches("[0-9.]+") || host.startsWith("[");
        try {
            return literal && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether values and passwords may be seen on the way to a host: it is this machine, or somebody has said so. */
    boolean clearAllowedTo(String host) {
        return allowInsecure || isLoopback(host);
    }

    boolean isNone() {
        return mode == MessageSecurityMode.None;
    }

    /** Policies that may be used. */
    List<SecurityPolicy> allowed() {
        return policy.map(List::of).orElse(STRONG);
    }

    /** What the server's certificate has to fulfil. */
    CertificateDemands demands() {
        CertificateDemands base = policy.filter(DEPRECATED::contains).isPresent() ? CertificateDemands.WEAK : CertificateDemands.STRONG;
        return base.with(hostName == HostName.STRICT, revocationLists);
    }
}
