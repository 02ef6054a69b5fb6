package org.gemello.tools.swap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.gemello.testkit.mqtt.Mosquitto;
import org.gemello.testkit.mqtt.MqttTestClient;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.OpcUaVariable;

/**
 * Two sources of {@link CounterState#COUNTERS} rising counters each, ten steps a second: an OPC UA server with history, and messages of QoS 1 through
 * mosquitto; and the configuration that leads a platform to them.
 */
final class CounterPlant implements AutoCloseable {
    static final String OPCUA_TWIN = "opc-1";
    static final String MQTT_TWIN = "mqtt-1";
    private static final long PERIOD = 100_000_000L;
    private final OpcUaTestServer server = new OpcUaTestServer(OpcUaTestServer.freePort(), 1_000);
    private final Mosquitto broker;
    private final List<OpcUaVariable> variables = new ArrayList<>();
    private final OpcUaVariable call = server.add(CounterType.CALL, 0.0).withHistory();
    private final List<Thread> clocks = new ArrayList<>();
    private volatile boolean closed;

    CounterPlant(Path folder) throws IOException {
        broker = Mosquitto.in(Files.createDirectories(folder.resolve("mosquitto"))).with("max_queued_messages 0", "max_inflight_messages 1000");
        broker.start();
        for (int i = 0; i < CounterState.COUNTERS; i++) {
            variables.add(server.add(CounterType.point(i), 0.0).withHistory());
        }
        server.start();
        clocks.add(new Thread(this::tickServer, "opcua-counters"));
        clocks.add(new Thread(this::tickBroker, "mqtt-counters"));
        clocks.forEach(clock -> {
            clock.setDaemon(true);
            clock.start();
        });
    }

    private void tickServer() {
        long next = System.nanoTime();
        for (long step = 1; !closed; step++) {
            Instant now = Instant.now();
            for (OpcUaVariable variable : variables) {
                variable.set((double) step, 0, now);
            }
            next = await(next + PERIOD);
        }
    }

    private void tickBroker() {
        try (MqttTestClient client = MqttTestClient.connect(broker.port())) {
            long next = System.nanoTime();
            for (long step = 1; !closed; step++) {
                byte[] payload = ("{\"v\":" + step + ",\"t\":\"" + Instant.now() + "\"}").getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < CounterState.COUNTERS; i++) {
                    client.send("counters/" + CounterType.point(i), payload, 1, false);
                }
                client.drain();
                next = await(next + PERIOD);
            }
        }
    }

    /** Calls the fault of a version in the twin that is fed over OPC UA. */
    void call(double version) {
        call.set(version, 0, Instant.now());
    }

    /** Never two steps in one instant: a source time is one value. */
    private static long await(long time) {
        long wait = time - System.nanoTime();
        if (wait <= 0) {
            LockSupport.parkNanos(PERIOD / 10);
            return System.nanoTime();
        }
        while (System.nanoTime() < time) {
            LockSupport.parkNanos(time - System.nanoTime());
        }
        return time;
    }

    /** Adds twins, connections and bindings to a configuration folder. */
    void configure(Path folder) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("twins")).resolve("counters.yaml"), "twins:\n  - {id: " + OPCUA_TWIN + ", type: "
                + CounterType.ID + ", name: Counters over OPC UA}\n  - {id: " + MQTT_TWIN + ", type: " + CounterType.ID + ", name: Counters over MQTT}\n");
        Path connections = Files.createDirectories(folder.resolve("connections"));
        Files.writeString(connections.resolve("opc.yaml"), "connection: opc\nkind: opcua\nendpoint: " + server.endpoint()
                + "\nsecurity: {policy: none}\nsamplingInterval: 0 ms\npublishingInterval: 100 ms\nqueueSize: 1000\n");
        Files.writeString(connections.resolve("broker.yaml"), "connection: broker\nkind: mqtt\nbroker: tcp://127.0.0.1:" + broker.port()
                + "\nclientId: gemello-counters\n");
        StringBuilder nodes = new StringBuilder("connection: opc\nbindings:\n  - twin: " + OPCUA_TWIN + "\n    prefix: \"nsu=" + OpcUaTestServer.NAMESPACE
                + ";s=\"\n    points:\n");
        StringBuilder topics = new StringBuilder("connection: broker\nbindings:\n");
        for (int i = 0; i < CounterState.COUNTERS; i++) {
            String point = CounterType.point(i);
            nodes.append("      - {point: ").append(point).append(", node: ").append(point).append(", unit: \"1\"}\n");
            topics.append("  - {twin: ").append(MQTT_TWIN).append(", topic: counters/").append(point).append(", time: /t, points: [{point: ").append(point)
                    .append(", pointer: /v, unit: \"1\"}]}\n");
        }
        nodes.append("      - {point: ").append(CounterType.CALL).append(", node: ").append(CounterType.CALL).append(", unit: \"1\"}\n");
        Path bindings = Files.createDirectories(folder.resolve("bindings"));
        Files.writeString(bindings.resolve("opc.yaml"), nodes);
        Files.writeString(bindings.resolve("broker.yaml"), topics);
    }

    @Override
    public void close() throws Exception {
        closed = true;
        for (Thread clock : clocks) {
            clock.join(5_000);
        }
        server.close();
        broker.stop();
    }
}
