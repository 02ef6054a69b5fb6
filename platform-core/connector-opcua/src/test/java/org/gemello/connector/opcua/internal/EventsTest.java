package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.connection.ConnectionState;
import org.gemello.testkit.opcua.OpcUaCondition;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventsTest {
    private final OpcUaTestServer server = new OpcUaTestServer();
    private final Site site = new Site(server.endpoint());
    private final OpcUaCondition high = server.condition("tank1", "HighLevel");
    private final OpcUaCondition other = server.condition("tank2", "HighLevel");

    @AfterEach
    void stop() {
        server.close();
    }

    private PointId bind(String point, String field) {
        return site.bind("tank-1/" + point, field);
    }

    private static void awaitLast(RunningConnector connector, PointId point, Object value) {
        await().until(() -> connector.log.last(point) != null && value.equals(connector.log.last(point).value()));
    }

    @Test
    void theStateOfAnAlarmIsPoints() throws Exception {
        site.binding("events", "i=2253", "source", high.sourceNode(), "condition", "HighLevel");
        PointId active = bind("High.active", "ActiveState/Id");
        PointId acked = bind("High.acked", "AckedState/Id");
        PointId severity = bind("High.severity", "Severity");
        PointId message = bind("High.message", "Message");
        server.start();
        try (RunningConnector connector = new RunningConnector(site)) {
            awaitLast(connector, active, false);
            assertThat(connector.log.samples(active)).as("a refresh that does not tell of it: inactive").extracting(Sample::value)
                    .containsExactly(false);
            assertThat(connector.log.last(acked).value()).isEqualTo(true);

            high.raise(700, "level 95 %");
            other.raise(900, "level 99 %");
            awaitLast(connector, message, "level 95 %");
            assertThat(connector.log.last(active).value()).isEqualTo(true);
            assertThat(connector.log.last(acked).value()).isEqualTo(false);
            assertThat(connector.log.last(severity).value()).isEqualTo(700L);

            high.acknowledge();
            awaitLast(connector, acked, true);
            high.clear();
            awaitLast(connector, active, false);
            assertThat(connector.log.samples(message)).as("of the other tank there is nothing").extracting(Sample::value)
                    .containsOnly("level 95 %");
        }
    }

    @Test
    void afterALossTheConditionsAreRefreshed() throws Exception {
        site.binding("events", "i=2253", "source", high.sourceNode(), "condition", "HighLevel");
        PointId active = bind("High.active", "ActiveState/Id");
        PointId severity = bind("High.severity", "Severity");
        server.start();
        try (RunningConnector connector = new RunningConnector(site)) {
            awaitLast(connector, active, false);
            high.raise(500, "high");
            awaitLast(connector, active, true);
            server.stop();
            await().until(() -> connector.connection().view().state() == ConnectionState.DISCONNECTED
                    && connector.log.last(active).quality().equals(Quality.BAD_NO_COMMUNICATION));
            server.start();
            awaitLast(connector, active, true);
            assertThat(connector.log.gaps(active)).as("it is still the same alarm").isEmpty();

            server.stop();
            await().until(() -> connector.log.last(active).value() == null);
            high.raise(800, "higher");
            server.start();
            awaitLast(connector, severity, 800L);
            assertThat(connector.log.gaps(severity)).as("what happened in between is not known").hasSize(1);
        }
    }

    @Test
    void aSubscriptionThatTheServerHasForgottenIsALossAndNoFailureOfOurs() throws Exception {
        server.start();
        OpcUaSettings settings = OpcUaSettings.of(site.connection("plant").orElseThrow());
        OpcUaClient client = new Clients(settings, RunningConnector.UNUSED).open();
        try {
            Heartbeat heartbeat = new Heartbeat(null, new Deliveries(), problem -> { }, () -> { });
            EventWatch forgotten = new EventWatch(client, settings, List.of(), null, heartbeat);
            assertThatThrownBy(forgotten::refresh).isInstanceOf(UaException.class).hasMessageContaining("Bad_SubscriptionIdInvalid");
        } finally {
            client.disconnect();
        }
    }

    @Test
    void aNotifierThatTheServerDoesNotHaveIsNamed() throws Exception {
        site.binding("events", "nsu=" + OpcUaTestServer.NAMESPACE + ";s=nowhere");
        PointId severity = bind("Any.severity", "Severity");
        server.start();
        try (RunningConnector connector = new RunningConnector(site)) {
            await().until(() -> connector.log.last(severity) != null);
            assertThat(connector.log.last(severity).quality().isBad()).isTrue();
        }
    }

    @Test
    void aFieldIsNoNodeAndCannotBeWritten() {
        site.binding("events", "i=2253");
        bind("wrong", "ns=2;s=Level");
        OpcUaSettings settings = OpcUaSettings.of(site.connections().get(0));
        assertThatThrownBy(() -> new Items(site.bindings("plant"), settings, new PointTable()))
                .hasMessageContaining("bindings/test.yaml:1:5").hasMessageContaining("ActiveState/Id");
    }
}
