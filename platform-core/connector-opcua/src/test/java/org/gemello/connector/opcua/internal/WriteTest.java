package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gemello.testkit.Patience.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.gemello.api.PointId;
import org.gemello.api.Sample;
import org.gemello.api.TraceId;
import org.gemello.api.connection.WriteResult;
import org.gemello.api.connection.WriteResult.Outcome;
import org.gemello.binding.LinearScale;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.OpcUaVariable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriteTest {
    private final OpcUaTestServer server = new OpcUaTestServer();
    private final Site site = new Site(server.endpoint());
    private final List<Object> written = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static WriteResult write(RunningConnector connector, PointId point, double value, Duration patience, TraceId trace)
            throws Exception {
        return connector.connection().write(point, value, Instant.now().plus(patience), trace).get(20, TimeUnit.SECONDS);
    }

    @Test
    void aWriteIsScaledBackReadBackAndEntersTheLogUnderItsTrace() throws Exception {
        OpcUaVariable limit = server.add("limit", 0.0f).onWrite(written::add);
        PointId point = site.bind("wt-01/WTUR.SetW", limit.nodeId(), new LinearScale(0.001, 0), true);
        try (RunningConnector connector = new RunningConnector(site)) {
            TraceId trace = TraceId.random();
            WriteResult result = write(connector, point, 1.5, Duration.ofSeconds(10), trace);
            assertThat(result.outcome()).as(result.reason()).isEqualTo(Outcome.CONFIRMED);
            assertThat(written).containsExactly(1500.0f);
            await().until(() -> connector.log.samples(point).stream().anyMatch(sample -> sample.trace().equals(trace)));
            Sample seen = connector.log.samples(point).stream().filter(sample -> sample.trace().equals(trace)).findFirst().orElseThrow();
            assertThat((Double) seen.value()).isCloseTo(1.5, within(1e-9));
        }
    }

    @Test
    void integersAndBooleansAreWrittenInTheNodesType() throws Exception {
        PointId count = site.bind("t/count", server.add("count", (short) 0).onWrite(written::add).nodeId(), LinearScale.IDENTITY, true);
        PointId flag = site.bind("t/flag", server.add("flag", false).onWrite(written::add).nodeId(), LinearScale.IDENTITY, true);
        try (RunningConnector connector = new RunningConnector(site)) {
            assertThat(write(connector, count, 41.7, Duration.ofSeconds(10), TraceId.random()).outcome()).isEqualTo(Outcome.CONFIRMED);
            assertThat(write(connector, flag, 1, Duration.ofSeconds(10), TraceId.random()).outcome()).isEqualTo(Outcome.CONFIRMED);
            assertThat(written).containsExactly((short) 42, true);
            WriteResult tooLarge = write(connector, count, 40_000, Duration.ofSeconds(10), TraceId.random());
            assertThat(tooLarge.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(tooLarge.reason()).contains("Int16");
            assertThat(written).hasSize(2);
        }
    }

    @Test
    void whatTheServerOrTheBindingRefusesIsRejected() throws Exception {
        PointId readOnlyNode = site.bind("t/read-only-node", server.add("a", 0.0).nodeId(), LinearScale.IDENTITY, true);
        PointId readOnlyBinding = site.bind("t/read-only-binding", server.add("b", 0.0).onWrite(written::add).nodeId());
        PointId text = site.bind("t/text", server.add("c", "x").onWrite(written::add).nodeId(), LinearScale.IDENTITY, true);
        try (RunningConnector connector = new RunningConnector(site)) {
            assertThat(write(connector, readOnlyNode, 1, Duration.ofSeconds(10), TraceId.random()))
                    .isEqualTo(new WriteResult(Outcome.REJECTED, "Bad_NotWritable"));
            assertThat(write(connector, readOnlyBinding, 1, Duration.ofSeconds(10), TraceId.random()).reason()).contains("'write: true'");
            assertThat(write(connector, text, 1, Duration.ofSeconds(10), TraceId.random()).reason()).contains("type is String");
            assertThat(write(connector, PointId.parse("t/other"), 1, Duration.ofSeconds(10), TraceId.random()).outcome())
                    .isEqualTo(Outcome.REJECTED);
            assertThat(written).isEmpty();
        }
    }

    @Test
    void aValueThatDoesNotStayIsUnknown() throws Exception {
        OpcUaVariable stubborn = server.add("stubborn", 3.0);
        stubborn.onWrite(value -> stubborn.set(3.0));
        PointId point = site.bind("t/stubborn", stubborn.nodeId(), LinearScale.IDENTITY, true);
        try (RunningConnector connector = new RunningConnector(site).awaitConnected()) {
            WriteResult result = write(connector, point, 9.0, Duration.ofMillis(600), TraceId.random());
            assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(result.reason()).contains("still shows 3.0", "instead of 9.0");
        }
    }

    @Test
    void withoutServerOrTimeNothingIsSent() throws Exception {
        PointId point = site.bind("t/p", server.add("p", 0.0).onWrite(written::add).nodeId(), LinearScale.IDENTITY, true);
        server.stop();
        try (RunningConnector connector = new RunningConnector(site)) {
            WriteResult result = write(connector, point, 1, Duration.ofMillis(300), TraceId.random());
            assertThat(result.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(result.reason()).startsWith("no connection before the deadline");
            server.start();
            connector.awaitConnected();
            assertThat(write(connector, point, 1, Duration.ofSeconds(-1), TraceId.random()).outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(written).isEmpty();
        }
    }
}
