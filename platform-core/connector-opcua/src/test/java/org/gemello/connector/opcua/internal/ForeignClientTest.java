package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gemello.api.PointId;
import org.gemello.api.Sample;
import org.gemello.testkit.node.NodePackage;
import org.gemello.testkit.node.NodeProcess;
import org.gemello.testkit.opcua.OpcUaVariable;
import org.gemello.testkit.opcua.ServerProtection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another client, of another make, of the same server: what it does comes over our connection, and our test server is understood by it. */
class ForeignClientTest {
    private static NodePackage peer;
    @TempDir
    private Path folder;

    @BeforeAll
    static void install() throws Exception {
        peer = ForeignPeer.orSkip();
    }

    @Test
    void whatItWritesComesOverOurConnectionAndIsWhatItReadsFromTheHistory() throws Exception {
        ServerProtection protection = new ServerProtection(SecureSite.SERVER).user("foreign", "let me in");
        try (SecureSite site = new SecureSite(folder.resolve("pki"), protection).trusting(SecureSite.SERVER)) {
            List<Object> written = new ArrayList<>();
            OpcUaVariable limit = site.server.historyPage(7).add("Limit", 80.0).onWrite(written::add).withHistory();
            PointId point = site.site.bind("press/Limit", limit.nodeId());
            site.connect().awaitValue();
            try (NodeProcess client = peer.start("client.js", site.server.endpoint(), folder.resolve("foreign"), "foreign", "let me in")) {
                assertThat(client.answer()).isEqualTo("connected");
                assertThat(site.server.sessionProtections()).contains("Basic256Sha256 SignAndEncrypt");
                List<Object> values = new ArrayList<>(List.of(80.0));
                for (int i = 0; i < 20; i++) {
                    assertThat(ask(client, "write Limit Double " + (i + 0.5))).isEqualTo("Good");
                    values.add(i + 0.5);
                }
                assertThat(written).isEqualTo(values.subList(1, values.size()));
                await().untilAsserted(() -> assertThat(site.log().samples(point)).extracting(Sample::value)
                        .containsExactlyElementsOf(values));
                String ours = site.log().samples(point).stream().map(sample -> "[" + sample.sourceTime().toEpochMilli() + ","
                        + sample.value() + "]").collect(Collectors.joining(",", "[", "]")).replace(".0]", "]");
                assertThat(ask(client, "history Limit 0")).as("pages of the server's size").isEqualTo(ours);
                assertThat(ask(client, "history Limit 3")).as("pages of the client's size").isEqualTo(ours);
                assertThat(ask(client, "write Power Double 1")).isEqualTo("BadNotWritable");
                assertThat(ask(client, "write Nothing Double 1")).isEqualTo("BadNodeIdUnknown");
                assertThat(ask(client, "history Power 0")).isEqualTo("BadHistoryOperationUnsupported");
            }
        }
    }

    private static String ask(NodeProcess client, String question) throws Exception {
        client.tell(question);
        return client.answer();
    }
}
