package org.gemello.connector.opcua.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.gemello.api.connection.EndpointDiscovery;
import org.gemello.connector.opcua.internal.pki.Certificates;
import org.osgi.service.component.annotations.Component;

/** Shows the ways into an OPC UA server. */
@Component(service = EndpointDiscovery.class)
public final class ServerDiscovery implements EndpointDiscovery {
    private static final Pattern ADDRESS = Pattern.compile("opc\\.tcp://[^/\\s@]+:\\d{1,5}(/\\S*)?");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public List<Endpoint> endpoints(String url) {
        if (url == null || !ADDRESS.matcher(url).matches()) {
            throw new IllegalArgumentException("'" + url + "' is not the address of an OPC UA server, write opc.tcp://host:port/path");
        }
        try {
            return ServerEndpoints.of(url, PATIENCE).stream().map(ServerDiscovery::view).toList();
        } catch (UaException e) {
            throw new IllegalStateException("the server at " + url + " did not say how it can be reached: " + Statuses.reason(e), e);
        }
    }

    private static Endpoint view(EndpointDescription of) {
        String policy = SecurityPolicy.fromUriSafe(of.getSecurityPolicyUri()).map(Enum::name).orElse(of.getSecurityPolicyUri());
        List<String> identities = Arrays.stream(EndpointChoice.tokens(of)).map(token -> word(token.getTokenType())).distinct().toList();
        return new Endpoint(of.getEndpointUrl(), policy, of.getSecurityMode().name(), of.getSecurityLevel().intValue(), identities,
                thumbprint(of.getServerCertificate().bytesOrEmpty()), of.getServer().getApplicationName().text());
    }

    private static String word(UserTokenType type) {
        return type == UserTokenType.UserName ? "user" : type.name().toLowerCase(Locale.ROOT);
    }

    private static String thumbprint(byte[] certificate) {
        try {
            return certificate.length == 0 ? "" : Certificates.thumbprint(Certificates.read(certificate).get(0));
        } catch (IOException e) {
            return ""; // what the server shows is no certificate
        }
    }
}
