package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
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
    private static final Duration PATIENCE = Duration.ofSeconds(40);
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

    @Test
    void theStateOfAnAlarmIsPoints() throws Exception {
        site.binding("events", "i=2253", "source", high.sourceNode(), "condition", "HighLevel");
        PointId active = bind("High.active", "ActiveState/Id");
        PointId acked = bind("High.acked", "AckedState/Id");
        PointId severity = bind("High.severity", "Severity");
        PointId message = bind("High.message", "Message");
        server.start();
        try (RunningConnector connector = new RunningConnector(site)) {
            await().atMost(PATIENCE).until(() -> connector.log.last(active) != null);
            assertThat(connector.log.last(active).value()).as("a refresh that does not tell of it: inactive").isEqualTo(false);
            assertThat(connector.log.last(acked).value()).isEqualTo(true);

            high.raise(700, "level 95 %");
            other.raise(900, "level 99 %");
            await().until(() -> connector.log.last(message) != null);
            assertThat(connector.log.last(active).value()).isEqualTo(true);
            assertThat(connector.log.last(acked).value()).isEqualTo(false);
            assertThat(connector.log.last(severity).value()).isEqualTo(700L);
            assertThat(connector.log.last(message).value()).isEqualTo("level 95 %");

            high.acknowledge();
            await().until(() -> connector.log.last(acked).value().equals(true));
            high.clear();
            await().until(() -> connector.log.last(active).value().equals(false));
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
            await().atMost(PATIENCE).until(() -> connector.log.last(active) != null);
            high.raise(500, "high");
            await().until(() -> connector.log.last(active).value().equals(true));
            server.stop();
            await().atMost(PATIENCE).until(() -> connector.connection().view().state() == ConnectionState.DISCONNECTED
                    && connector.log.last(active).quality().equals(Quality.BAD_NO_COMMUNICATION));
            server.start();
            await().atMost(PATIENCE).until(() -> Objects.equals(true, connector.log.last(active).value()));
            assertThat(connector.log.gaps(active)).as("it is still the same alarm").isEmpty();

            server.stop();
            await().atMost(PATIENCE).until(() -> connector.log.last(active).value() == null);
            high.raise(800, "higher");
            server.start();
            await().atMost(PATIENCE).until(() -> Objects.equals(800L, connector.log.last(severity).value()));
            assertThat(connector.log.gaps(severity)).as("what happened in between is not known").hasSize(1);
        }
    }

    @Test
    void aNotifierThatTheServerDoesNotHaveIsNamed() throws Exception {
        site.binding("events", "nsu=" + OpcUaTestServer.NAMESPACE + ";s=nowhere");
        PointId severity = bind("Any.severity", "Severity");
        server.start();
        try (RunningConnector connector = new RunningConnector(site)) {
            await().atMost(PATIENCE).until(() -> connector.log.last(severity) != null);
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
