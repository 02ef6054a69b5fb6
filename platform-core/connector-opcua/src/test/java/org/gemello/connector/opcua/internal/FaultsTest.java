package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.time.Duration;
import org.gemello.api.PointId;
import org.gemello.api.connection.ConnectionState;
import org.gemello.testkit.net.Fault;
import org.gemello.testkit.net.FaultProxy;
import org.gemello.testkit.net.FaultProxy.Direction;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.OpcUaVariable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the network does: every count of a counter is there once, or a gap says that it is not. */
class FaultsTest {
    private final OpcUaTestServer server = new OpcUaTestServer();
    private OpcUaVariable counter;
    private FaultProxy network;
    private RunningConnector connector;
    private PointId point;

    @BeforeEach
    void connect() throws Exception {
        counter = server.counters("counter", 1, 50).get(0).withHistory();
        server.start();
        network = new FaultProxy(server.port());
        Site site = new Site("opc.tcp://127.0.0.1:" + network.port() + "/testkit").with("keepAliveInterval", "500 ms")
                .with("requestTimeout", "1 s").with("subscriptionLifetime", "3 s").with("queueSize", "20").with("historyPatience", "5 s");
        point = site.bind("t/counter", counter.nodeId());
        connector = new RunningConnector(site);
        await().until(() -> connector.log.samples(point).size() > 20);
    }

    @AfterEach
    void close() throws Exception {
        connector.close();
        network.close();
        server.close();
    }

    private void everythingIsAccountedFor() {
        long later = (Long) counter.value() + 20;
        await().until(() -> connector.connection().view().state() == ConnectionState.CONNECTED
                && new Ledger(connector.log, point).last() > later);
        await().untilAsserted(() -> assertThat(new Ledger(connector.log, point).problems()).isEmpty());
        await().until(() -> connector.consumer().unfilled() == 0);
        assertThat(new Ledger(connector.log, point).problems()).isEmpty();
        assertThat(connector.log.gaps(point)).as("the history had it all").isEmpty();
        assertThat(new Ledger(connector.log, point).missing()).isZero();
    }

    private void countsOn(int counts) {
        long now = (Long) counter.value();
        await().until(() -> (Long) counter.value() > now + counts);
    }

    private void untilLost() {
        await().until(() -> connector.connection().view().state() == ConnectionState.DISCONNECTED);
    }

    @Test
    void aConnectionThatNobodyHearsOfAnyMoreIsLeft() {
        network.halfOpen();
        untilLost();
        countsOn(50);
        network.mend();
        everythingIsAccountedFor();
    }

    @Test
    void resetsAgainAndAgain() {
        for (int i = 0; i < 3; i++) {
            network.reset();
            countsOn(100);
        }
        everythingIsAccountedFor();
    }

    @Test
    void messagesThatEndInTheMiddle() {
        network.set(Direction.TO_CLIENT, Fault.truncate(3_000));
        untilLost();
        countsOn(50);
        network.mend();
        everythingIsAccountedFor();
    }

    @Test
    void aKilobyteASecond() {
        network.set(Direction.TO_CLIENT, Fault.bandwidth(1_000));
        countsOn(200);
        network.mend();
        everythingIsAccountedFor();
    }

    @Test
    void twoSecondsOfDelay() {
        network.set(Direction.TO_CLIENT, Fault.delay(Duration.ofSeconds(2)));
        countsOn(200);
        network.mend();
        everythingIsAccountedFor();
    }
}
