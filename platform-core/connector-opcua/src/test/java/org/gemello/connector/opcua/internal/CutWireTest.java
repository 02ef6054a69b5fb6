package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.connection.ConnectionState;
import org.gemello.testkit.net.FaultProxy;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.OpcUaVariable;
import org.junit.jupiter.api.Test;

class CutWireTest {

    @Test
    void afterAShortCutTheServersQueueHasKeptEverything() throws Exception {
        try (OpcUaTestServer server = OpcUaTestServer.running(); FaultProxy wire = new FaultProxy(server.port())) {
            Site site = new Site("opc.tcp://127.0.0.1:" + wire.port() + "/testkit").with("queueSize", "10000");
            OpcUaVariable counter = server.counters("counter", 1, 50).get(0);
            PointId counting = site.bind("t/counter", counter.nodeId());
            PointId unchanged = site.bind("t/still", server.add("still", "unchanged").nodeId());
            try (RunningConnector connector = new RunningConnector(site)) {
                await().until(() -> connector.log.samples(counting).size() > 20 && connector.log.last(unchanged) != null);

                wire.cut();
                await().until(() -> connector.connection().view().state() == ConnectionState.DISCONNECTED);
                await().until(() -> connector.log.last(unchanged).quality().equals(Quality.BAD_NO_COMMUNICATION));
                long atCut = (Long) counter.value();
                await().until(() -> (Long) counter.value() > atCut + 20);
                wire.mend();
                await().until(() -> connector.connection().view().state() == ConnectionState.CONNECTED);
                long later = (Long) counter.value() + 20;
                await().until(() -> connector.log.samples(counting).stream()
                        .anyMatch(sample -> Long.valueOf(later).equals(sample.value())));

                List<Long> counts = connector.log.samples(counting).stream().map(Sample::value).filter(Objects::nonNull)
                        .map(Long.class::cast).toList();
                long first = counts.get(0);
                assertThat(counts).containsExactlyElementsOf(LongStream.range(first, first + counts.size()).boxed().toList());
                assertThat(connector.log.gaps(counting)).isEmpty();
                assertThat(connector.log.samples(unchanged)).extracting(Sample::value).containsExactly("unchanged", null, "unchanged");
            }
        }
    }
}
