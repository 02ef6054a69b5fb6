package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.gemello.api.PointId;
import org.gemello.api.TraceId;
import org.gemello.api.connection.WriteResult;
import org.gemello.api.connection.WriteResult.Outcome;
import org.gemello.binding.LinearScale;
import org.gemello.binding.Settings;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.OpcUaVariable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MethodTest {
    private static final String NODE = "nsu=" + OpcUaTestServer.NAMESPACE + ";s=";
    private final OpcUaTestServer server = new OpcUaTestServer();
    private final Site site = new Site(server.endpoint());
    private final List<List<Object>> calls = new CopyOnWriteArrayList<>();
    private final OpcUaVariable speed = server.add("speed", 0.0);

    @AfterEach
    void stop() {
        server.close();
    }

    private PointId bind(String method, String inputs) {
        server.method("setSpeed", List.of(Double.class, Integer.class, String.class), given -> {
            calls.add(given);
            speed.set(given.get(0));
            return 0L;
        });
        server.method("refuse", List.of(), given -> StatusCodes.Bad_UserAccessDenied);
        server.method("deaf", List.of(Double.class), given -> 0L);
        server.start();
        site.binding("method.object", "i=85", "method.id", NODE + method, "method.inputs", inputs);
        return site.bind("t/speed", speed.nodeId(), new LinearScale(60, 0), true);
    }

    private WriteResult write(PointId point, double value, int seconds, TraceId trace) throws Exception {
        try (RunningConnector connector = new RunningConnector(site)) {
            WriteResult result = connector.awaitConnected().connection().write(point, value, Instant.now().plusSeconds(seconds), trace)
                    .get(30, TimeUnit.SECONDS);
            if (result.outcome() == Outcome.CONFIRMED) {
                await().until(() -> connector.log.samples(point).stream().anyMatch(sample -> sample.trace().equals(trace)
                        && Double.valueOf(value).equals(sample.value())));
            }
            return result;
        }
    }

    @Test
    void aMethodIsCalledWithTheValueInTheSourcesUnitAndConstantsAndReadBack() throws Exception {
        WriteResult result = write(bind("setSpeed", "$value, 3, fast"), 120, 15, TraceId.random());
        assertThat(result.outcome()).as(result.reason()).isEqualTo(Outcome.CONFIRMED);
        assertThat(calls).containsExactly(List.of(2.0, 3, "fast"));
    }

    @Test
    void theServersNoIsARejectionWithItsStatus() throws Exception {
        WriteResult result = write(bind("refuse", ""), 120, 15, TraceId.random());
        assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(result.reason()).contains("Bad_UserAccessDenied");
    }

    @Test
    void aCallThatHasNoEffectIsUnknown() throws Exception {
        WriteResult result = write(bind("deaf", "$value"), 120, 1, TraceId.random());
        assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(result.reason()).contains("still shows 0.0");
    }

    @Test
    void inputsThatDoNotFitAreRejectedBeforeAnythingIsSent() throws Exception {
        WriteResult result = write(bind("setSpeed", "$value, three, fast"), 120, 15, TraceId.random());
        assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(result.reason()).contains("'in1'").contains("'three'");
        assertThat(calls).isEmpty();
    }

    @Test
    void aMethodWithoutItsObjectIsAWrongBinding() {
        assertThatThrownBy(() -> MethodBinding.of(Settings.of(Map.of("method.id", "ns=2;s=Start")))).hasMessageContaining("'object' and 'id'");
    }
}
