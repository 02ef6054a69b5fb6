package org.gemello.https.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this machine is called by those who come to it. */
final class HostNames {
    private static final Logger LOG = LoggerFactory.getLogger(HostNames.class);
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "::1");

    private HostNames() {
    }

    /** Those of this machine, and those that are configured: host names and addresses. */
    static Set<String> with(Collection<String> configured) {
        Set<String> names = new TreeSet<>(LOCAL);
        names.addAll(configured);
        try {
            names.add(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            LOG.info("This machine has no name that can be looked up; its certificate is for {}", names);
        }
        return names;
    }

    static boolean isAddress(String name) {
        return name.indexOf(':') >= 0 || name.matches("[0-9.]+");
    }

    /** Whether a name means the machine of whoever uses it, and so nothing that a browser may remember. */
    static boolean isLocal(String host) {
        return LOCAL.contains(host) || host.endsWith(".localhost") || host.equals("[::1]");
    }
}
