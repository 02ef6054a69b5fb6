package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.gemello.api.connection.ConnectionState;
import org.gemello.testkit.mqtt.Mosquitto;
import org.gemello.testkit.mqtt.TestBroker;
import org.gemello.testkit.net.Fault;
import org.gemello.testkit.net.FaultProxy;
import org.gemello.testkit.net.FaultProxy.Direction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A network between platform and broker that fails in every way: nothing is lost, and nothing doubled. */
class FaultTest extends BrokerTest {
    private FaultProxy network;
    private int published;

    @BeforeAll
    static void needsMosquitto() {
        MosquittoNeeded.orSkip("faults of the network");
    }

    @Override
    TestBroker broker(Path empty) {
        return Mosquitto.in(empty);
    }

    @Override
    public String version() {
        return "5";
    }

    @BeforeEach
    void layNetwork() throws IOException {
        network = new FaultProxy(broker().port());
    }

    @AfterEach
    void takeNetworkAway() throws IOException {
        network.close();
    }

    private MqttConnection startThroughTheNetwork() {
        return start(log(), Plant.settings("broker", "tcp://127.0.0.1:" + network.port(), "keepAlive", "1 s"), Plant.wind());
    }

    private void publish(int count) {
        for (int i = 0; i < count; i++) {
            publishWind(published++);
        }
    }

    private void awaitEverything() {
        List<Object> all = IntStream.range(0, published).mapToObj(i -> (Object) (double) i).toList();
        await().untilAsserted(() -> assertThat(log().values(WIND)).isEqualTo(all));
        assertThat(log().gaps()).isEmpty();
    }

    @Test
    void resets() {
        startThroughTheNetwork();
        for (int i = 0; i < 5; i++) {
            publish(20);
            network.reset();
            publish(20);
        }
        awaitEverything();
    }

    @Test
    void aConnectionThatIsOnlyHalfOpen() {
        MqttConnection connection = startThroughTheNetwork();
        publish(5);
        awaitEverything();
        network.halfOpen();
        publish(5);
        await().until(() -> connection.view().state() != ConnectionState.CONNECTED);
        await().until(() -> connection.view().reason().contains("does not answer") || connection.view().reason().contains("no answer"));
        network.mend();
        awaitEverything();
    }

    @Test
    void messagesCutInTheMiddle() {
        MqttConnection connection = startThroughTheNetwork();
        for (int i = 0; i < 5; i++) {
            network.set(Direction.TO_CLIENT, Fault.truncate(150 + 7 * i)); // of each new connection, too
            publish(10);
            await().until(() -> connection.view().state() != ConnectionState.CONNECTED);
            network.mend();
            Plant.awaitState(connection, ConnectionState.CONNECTED);
        }
        awaitEverything();
    }

    @Test
    void acknowledgementsCutInTheMiddle() {
        startThroughTheNetwork();
        for (int i = 0; i < 5; i++) {
            network.set(Direction.TO_SERVER, Fault.truncate(4 * i + 2));
            publish(10);
            network.mend();
        }
        awaitEverything();
    }

    @Test
    void aNarrowAndSlowNetwork() {
        startThroughTheNetwork();
        network.set(Direction.TO_CLIENT, Fault.bandwidth(4_000));
        network.set(Direction.TO_SERVER, Fault.delay(Duration.ofMillis(200)));
        publish(200);
        awaitEverything();
    }
}
