package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Path;
import java.time.Duration;
import org.gemello.api.Quality;
import org.gemello.api.connection.CertificateTrust.Standing;
import org.gemello.api.connection.ConnectionProbes.Probe;
import org.gemello.binding.LinearScale;
import org.gemello.connector.opcua.internal.pki.TrustList;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection to a server is tried before it is saved. */
class OpcUaProbeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NODE = "nsu=" + OpcUaTestServer.NAMESPACE + ";s=";
    @TempDir
    private Path pki;

    private static Probe probe(TrustList trust, Site site, Duration patience) {
        return new OpcUaProbe(trust).probe(site, site.connection("plant").orElseThrow(), patience);
    }

    @Test
    void readsEveryNodeOnceAndLeaves() {
        try (OpcUaTestServer server = new OpcUaTestServer()) {
            server.add("Power", 4711.5);
            server.start();
            Site site = new Site(server.endpoint());
            site.bind("wt-01/Power", NODE + "Power", new LinearScale(0.001, 0), false);
            site.bind("wt-01/None", NODE + "None");
            site.bind("wt-01/Foreign", "nsu=urn:nobody;s=Power");
            Probe probe = probe(new TrustList(pki), site, PATIENCE);
            assertThat(probe.reached()).as(probe.text()).isTrue();
            assertThat(probe.text()).contains("let us in", "without security", "1 of 3 points have values");
            assertThat(probe.readings().get(0)).satisfies(reading -> {
                assertThat(reading.point()).isEqualTo("wt-01/Power");
                assertThat((Double) reading.value()).isEqualTo(4.7115);
                assertThat(reading.quality()).isEqualTo(Quality.GOOD);
                assertThat(reading.time()).isNotNull();
                assertThat(reading.problem()).isEmpty();
            });
            assertThat(probe.readings().get(1).problem()).startsWith("Bad_NodeIdUnknown: the server has no such node");
            assertThat(probe.readings().get(2).problem()).contains("does not know the namespace");
            await().untilAsserted(() -> assertThat(server.sessionProtections()).isEmpty());
        }
    }

    @Test
    void aCertificateThatIsNotTrustedIsNamedAndCanBeApproved() {
        try (SecureSite secure = new SecureSite(pki)) {
            String thumbprint = SecureSite.thumbprint(SecureSite.SERVER);
            Probe refused = probe(secure.trust, secure.site, PATIENCE);
            assertThat(refused.reached()).isFalse();
            assertThat(refused.text()).contains(thumbprint, "not trusted", "approve it");
            assertThat(secure.thumbprints(Standing.REJECTED)).containsExactly(thumbprint);
            assertThat(refused.readings()).singleElement().satisfies(reading -> assertThat(reading.problem()).isEqualTo("the server was not reached"));

            secure.trust.approve(thumbprint);
            Probe probe = probe(secure.trust, secure.site, PATIENCE);
            assertThat(probe.reached()).as(probe.text()).isTrue();
            assertThat(probe.text()).contains("SignAndEncrypt");
            assertThat(probe.readings().get(0).value()).isEqualTo(4711.5);
        }
    }

    @Test
    void saysWhyTheServerIsNotReached() {
        OpcUaTestServer server = new OpcUaTestServer();
        server.start();
        String endpoint = server.endpoint();
        server.close();
        Site site = new Site(endpoint);
        site.bind("wt-01/Power", NODE + "Power");
        Probe probe = probe(new TrustList(pki), site, Duration.ofSeconds(20));
        assertThat(probe.reached()).isFalse();
        assertThat(probe.text()).isNotEmpty();
    }
}
