package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.gemello.api.connection.Browsable.Node;
import org.gemello.api.connection.Browsable.Page;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BrowseTest {
    private static final int VARIABLES = 5_000;
    private static OpcUaTestServer server;
    private static RunningConnector running;
    private static OpcUaConnection connection;

    @BeforeAll
    static void connect() throws Exception {
        server = new OpcUaTestServer().load(BrowseTest.class.getResourceAsStream("press.nodeset.xml"));
        IntStream.range(0, VARIABLES).forEach(i -> server.add("v" + i, (double) i));
        server.start();
        running = new RunningConnector(new Site(server.endpoint())).awaitConnected();
        connection = running.connection();
    }

    @AfterAll
    static void close() {
        running.close();
        server.close();
    }

    @Test
    void fiveThousandChildrenComeInPagesEachOnce() {
        List<Node> all = new ArrayList<>();
        int pages = 0;
        Page page = connection.browse("", "", 700);
        while (true) {
            assertThat(page.nodes()).hasSizeBetween(1, 700);
            all.addAll(page.nodes());
            pages++;
            if (page.continuation().isEmpty()) {
                break;
            }
            page = connection.browse("", page.continuation(), 700);
        }
        assertThat(pages).isGreaterThanOrEqualTo(8);
        assertThat(new HashSet<>(all)).hasSameSizeAs(all);
        assertThat(all.stream().filter(node -> node.node().startsWith("nsu=" + OpcUaTestServer.NAMESPACE))).hasSize(VARIABLES)
                .first().satisfies(node -> {
                    assertThat(node.kind()).isEqualTo("variable");
                    assertThat(node.type()).isEqualTo("Double");
                });
    }

    @Test
    void manyAbandonedPagesDoNotExhaustTheServer() {
        for (int i = 0; i < 200; i++) {
            assertThat(connection.browse("", "", 10).continuation()).isNotEmpty();
        }
        Page first = connection.browse("i=85", "", 10);
        assertThat(connection.browse("i=85", first.continuation(), 10).nodes()).isNotEmpty().doesNotContainAnyElementsOf(first.nodes());
    }

    @Test
    void aContinuationCountsOnce() {
        Page first = connection.browse("", "", 10);
        connection.browse("", first.continuation(), 10);
        assertThatThrownBy(() -> connection.browse("", first.continuation(), 10)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("begin with the first page");
    }

    @Test
    void nodesAreShownAsTheyStandInABinding() {
        assertThat(connection.browse("nsu=urn:gemello:press;s=Press", "", 100).nodes()).extracting(Node::node, Node::name, Node::type)
                .contains(tuple("nsu=urn:gemello:press;s=Speed#1#", "Speed", "Double"));
        assertThat(connection.browse("nsu=urn:gemello:press;s=Speed#1#", "", 100).nodes()).extracting(Node::name, Node::parent)
                .containsExactly(tuple("EngineeringUnits", false));
    }

    @Test
    void aMethodHasNoType() throws Exception {
        try (OpcUaTestServer other = new OpcUaTestServer()) {
            other.method("start", List.of(), given -> 0L);
            other.start();
            try (RunningConnector connector = new RunningConnector(new Site(other.endpoint())).awaitConnected()) {
                assertThat(connector.connection().browse("", "", 100).nodes()).extracting(Node::name, Node::kind, Node::type, Node::parent)
                        .contains(tuple("start", "method", "", false));
            }
        }
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> connection.browse("nsu=urn:nobody;i=1", "", 10)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not know the namespace");
        assertThatThrownBy(() -> connection.browse("nsu=urn:gemello:press;s=Gone", "", 10)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not know the node");
        assertThatThrownBy(() -> connection.browse("Press", "", 10)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a NodeId");
        assertThatThrownBy(() -> connection.browse("", "", 1_001)).isInstanceOf(IllegalArgumentException.class);
    }
}
