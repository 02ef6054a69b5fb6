package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.gemello.api.connection.EndpointDiscovery.Endpoint;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.ServerProtection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerDiscoveryTest {

    @Test
    void aServerShowsTheWaysIntoIt() {
        try (OpcUaTestServer server = new OpcUaTestServer().protect(new ServerProtection(SecureSite.SERVER)
                .offering(SecurityPolicy.None, SecurityPolicy.Basic256Sha256).user("operator", "secret"))) {
            List<Endpoint> endpoints = new ServerDiscovery().endpoints(server.start().endpoint());
            assertThat(endpoints).extracting(endpoint -> endpoint.policy() + ' ' + endpoint.mode())
                    .containsExactlyInAnyOrder("None None", "Basic256Sha256 Sign", "Basic256Sha256 SignAndEncrypt");
            assertThat(endpoints).allSatisfy(endpoint -> {
                assertThat(endpoint.identities()).containsExactlyInAnyOrder("anonymous", "user");
                assertThat(endpoint.thumbprint()).isEqualTo(SecureSite.thumbprint(SecureSite.SERVER));
                assertThat(endpoint.application()).isEqualTo("Gemello test server");
                assertThat(endpoint.url()).isEqualTo(server.endpoint());
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plant", "http://plant:4840", "opc.tcp://plant", "opc.tcp://user@plant:4840"})
    void whatIsNoAddressIsSaidToBeNone(String url) {
        assertThatThrownBy(() -> new ServerDiscovery().endpoints(url)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("opc.tcp://host:port/path");
    }

    @Test
    void aServerThatIsNotThereIsSaidNotToAnswer() {
        String nobody = "opc.tcp://127.0.0.1:" + OpcUaTestServer.freePort();
        assertThatThrownBy(() -> new ServerDiscovery().endpoints(nobody)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(nobody).hasCauseInstanceOf(Exception.class);
    }
}
