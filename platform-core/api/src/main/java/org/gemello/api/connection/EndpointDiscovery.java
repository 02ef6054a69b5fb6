package org.gemello.api.connection;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Asks a server which ways lead into it, before a connection is configured. */
@ProviderType
public interface EndpointDiscovery {

    /**
     * Endpoints of a server; waits for it, at most some seconds.
     *
     * @param url such as {@code opc.tcp://plant:4840}
     * @throws IllegalArgumentException where it is not such an address
     * @throws IllegalStateException    where the server does not answer, with the cause
     */
    List<Endpoint> endpoints(String url);

    /**
     * A way into a server.
     *
     * @param url         as the server tells it
     * @param policy      short name of the security policy, such as {@code Basic256Sha256}
     * @param mode        {@code None}, {@code Sign}, {@code SignAndEncrypt}
     * @param level       the server's own ranking, 0 to 255
     * @param identities  {@code anonymous}, {@code user}, {@code certificate}
     * @param thumbprint  of the server's certificate, empty where it has none
     * @param application name of the server
     */
    record Endpoint(String url, String policy, String mode, int level, List<String> identities, String thumbprint, String application) {
        public Endpoint {
            identities = List.copyOf(identities);
        }
    }
}
