package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.gemello.api.Gap;
import org.gemello.api.PointId;
import org.gemello.api.connection.ConnectionState;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.OpcUaVariable;
import org.junit.jupiter.api.Test;

class BrokenNotificationTest {
    private static final int TOO_DEEP = 200;

    /** A value within values, deeper than a client follows. */
    private static Object nested() {
        Object value = 1;
        for (int i = 0; i < TOO_DEEP; i++) {
            value = new Variant[] {new Variant(value)};
        }
        return value;
    }

    @Test
    void whatCannotBeReadIsAGapAndTheConnectionGoesOn() throws Exception {
        try (OpcUaTestServer server = OpcUaTestServer.running()) {
            Site site = new Site(server.endpoint());
            OpcUaVariable strange = server.add("strange", "sound");
            PointId first = site.bind("t/strange", strange.nodeId());
            PointId counting = site.bind("t/counter", server.counters("counter", 1, 50).get(0).nodeId());
            try (RunningConnector connector = new RunningConnector(site)) {
                await().until(() -> connector.log.last(first) != null && connector.log.samples(counting).size() > 10);

                strange.set(nested());
                await().until(() -> !connector.log.gaps(counting).isEmpty());
                strange.set("sound again");
                await().until(() -> "sound again".equals(connector.log.last(first).value()));
                int soFar = connector.log.samples(counting).size();
                await().until(() -> connector.log.samples(counting).size() > soFar + 10);

                assertThat(new Ledger(connector.log, counting).problems()).isEmpty();
                assertThat(connector.log.gaps(first)).singleElement().extracting(Gap::reason).asString().contains("recursion depth");
                assertThat(connector.connection().view().state()).isEqualTo(ConnectionState.CONNECTED);
                assertThat(connector.log.samples(first)).as("no reconnection").hasSize(2);
            }
        }
    }
}
