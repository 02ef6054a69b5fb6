package org.gemello.energy.plant;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigLimits;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;

/** The plant's OPC UA server: anonymous and without security, meant for the loopback interface. */
final class PlantServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;
    private final OpcUaServer server;
    private final PlantNamespace namespace;
    private final String url;

    PlantServer(String host, int port, List<PlantVariable> variables) throws PlantException {
        Ports.requireFree(host, port, "OPC UA server", "--opcua-port");
        url = "opc.tcp://" + host + ":" + port + "/plant";
        EndpointConfig endpoint = EndpointConfig.newBuilder().setBindAddress(host).setHostname(host).setBindPort(port).setPath("/plant")
                .setTransportProfile(TransportProfile.TCP_UASC_UABINARY).setSecurityPolicy(SecurityPolicy.None)
                .setSecurityMode(MessageSecurityMode.None).addTokenPolicies(OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS).build();
        OpcUaServerConfig config = OpcUaServerConfig.builder().setApplicationName(LocalizedText.english("Gemello demo plant"))
                .setApplicationUri(PlantNamespace.URI + ":server").setProductUri(PlantNamespace.URI + ":product")
                .setEndpoints(Set.of(endpoint)).setLimits(new Limits())
                .setCertificateManager(new DefaultCertificateManager(new MemoryCertificateQuarantine())).build();
        server = new OpcUaServer(config, profile -> new OpcTcpServerTransport(OpcTcpServerTransportConfig.newBuilder().build()));
        namespace = new PlantNamespace(server, variables);
        namespace.startup();
        try {
            server.startup().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new PlantException("the OPC UA server does not start on " + url + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlantException("interrupted while starting", e);
        }
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        namespace.shutdown();
        server.shutdown().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Room for a load test: many items in one call, long queues. */
    private static final class Limits implements OpcUaServerConfigLimits {
        private static final UInteger MANY = Unsigned.uint(200_000);

        @Override
        public UInteger getMaxMonitoredItems() {
            return MANY;
        }

        @Override
        public UInteger getMaxMonitoredItemsPerSession() {
            return MANY;
        }

        @Override
        public Double getMinPublishingInterval() {
            return 10.0;
        }
    }
}
