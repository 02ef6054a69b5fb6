package org.gemello.connector.mqtt.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.gemello.api.PointTable;
import org.gemello.api.connection.ConnectionState;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.testkit.mqtt.MqttTestClient;
import org.gemello.testkit.mqtt.TestBroker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A plant around one kind of broker, new for each test. */
abstract class BrokerTest implements Plant {
    private final KeptEntries log = new KeptEntries();
    private final KeptLetters letters = new KeptLetters();
    private final KeptTraces traces = new KeptTraces();
    private final PointTable points = new PointTable();
    private final List<MqttConnection> made = new ArrayList<>();
    @TempDir
    Path folder;
    private TestBroker broker;
    private MqttTestClient device;

    /** @param empty a folder for its files */
    abstract TestBroker broker(Path empty);

    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60)); // the machine may be busy
    }

    @BeforeEach
    void startBroker() {
        broker = broker(folder);
        broker.start();
        device = MqttTestClient.connect(broker.port());
    }

    @AfterEach
    void stopAll() {
        log.release();
        made.forEach(MqttConnection::stop);
        device.close();
        broker.close();
    }

    @Override
    public TestBroker broker() {
        return broker;
    }

    @Override
    public KeptEntries log() {
        return log;
    }

    @Override
    public KeptLetters letters() {
        return letters;
    }

    @Override
    public KeptTraces traces() {
        return traces;
    }

    @Override
    public MqttTestClient device() {
        return device;
    }

    @Override
    public void reconnectDevice() {
        device.close();
        device = MqttTestClient.connect(broker.port());
    }

    @Override
    public MqttConnection connection(KeptEntries into, String[] settings, TopicBinding... bindings) {
        String[] all = Stream.concat(Stream.of("broker", broker.address(), "version", version(), "payloadLimit", "1000"), Stream.of(settings))
                .toArray(String[]::new);
        ConnectionDefinition definition = Bindings.connection(all);
        MqttConnection connection = new MqttConnection(Bindings.CONNECTION, MqttSettings.of(definition),
                Bindings.dialect(definition, points, bindings),
                new MqttServices(points, letters, traces), into, new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)));
        made.add(connection);
        return connection;
    }

    @Override
    public MqttConnection start(KeptEntries into, String[] settings, TopicBinding... bindings) {
        MqttConnection connection = connection(into, settings, bindings);
        connection.start(0, StoredBefore.NOTHING);
        Plant.awaitState(connection, ConnectionState.CONNECTED);
        return connection;
    }

    @Override
    public MqttConnection start(TopicBinding... bindings) {
        return start(log, new String[0], bindings);
    }
}
