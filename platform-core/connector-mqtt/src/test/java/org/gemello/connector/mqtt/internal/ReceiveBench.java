package org.gemello.connector.mqtt.internal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gemello.api.PointTable;
import org.gemello.api.TraceId;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.log.LogEntry;
import org.gemello.testkit.Figures;
import org.gemello.testkit.mqtt.Mosquitto;
import org.gemello.testkit.mqtt.MoquetteBroker;
import org.gemello.testkit.mqtt.MqttTestClient;
import org.gemello.testkit.mqtt.TestBroker;

/**
 * The connector against a receiver that only counts and acknowledges, on the same broker in turn; what counts is the processor
 * time of the receiving thread, kernel included, of several rounds the best. Two loads: messages as they are published, at the
 * speed of broker and publisher, and a backlog that waited in the broker, which comes in full buffers, so that hardly anything
 * but the reading of the payload is left.
 */
public final class ReceiveBench {
    private static final int ROUNDS = 3;
    private static final String RAW_TOPIC = "raw/mast/1";
    private static final String OWN_TOPIC = "own/mast/1";
    private static final double GOAL = 0.5;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final int messages;

    /** Of one receiver under one load: nanoseconds of processor time, and of wall time, for a message. */
    private record Cost(double cpu, double wall) {
        private static final Cost NONE = new Cost(Double.MAX_VALUE, Double.MAX_VALUE);

        Cost best(Cost other) {
            return new Cost(Math.min(cpu, other.cpu), Math.min(wall, other.wall));
        }
    }

    public ReceiveBench(int messages) {
        this.messages = messages;
    }

    /** Prints the table and the goal. */
    public void run(Figures figures) throws Exception {
        Path folder = Files.createTempDirectory("gemello-bench-mqtt");
        TestBroker broker = Mosquitto.program().isPresent()
                ? Mosquitto.in(folder).with("max_inflight_messages 1000", "autosave_interval 0") : new MoquetteBroker();
        double share;
        try (broker) {
            broker.start();
            compare(broker, false, figures);
            share = compare(broker, true, figures);
        }
        figures.row("messages", Integer.toString(messages), payload(0).length + " B of JSON, QoS 1, " + broker.getClass().getSimpleName());
        figures.print().goal(String.format("%.0f %% of the socket's messages per CPU second, live", 100 * share), ">= 50 %", share >= GOAL);
    }

    private double compare(TestBroker broker, boolean live, Figures figures) throws Exception {
        Cost raw = Cost.NONE;
        Cost own = Cost.NONE;
        for (int round = 0; round < ROUNDS; round++) {
            raw = raw.best(raw(broker, live));
            own = own.best(own(broker, live));
        }
        String load = live ? "live: " : "backlog: ";
        row(figures, load + "socket, counts and acknowledges", raw);
        row(figures, load + "connector, JSON to 2 samples, a batch per burst", own);
        return raw.cpu / own.cpu;
    }

    private static void row(Figures figures, String what, Cost cost) {
        figures.row(what, String.format("%.2f us CPU/message", cost.cpu / 1e3), String.format("%,.0f messages/s", 1e9 / cost.wall));
    }

    private Cost raw(TestBroker broker, boolean live) throws IOException {
        try (RawReceiver first = new RawReceiver(broker.port(), "bench-raw")) {
            first.subscribe(RAW_TOPIC);
        }
        if (!live) {
            publish(broker, RAW_TOPIC).join();
        }
        try (RawReceiver receiver = new RawReceiver(broker.port(), "bench-raw")) {
            CompletableFuture<Void> publishing = live ? publish(broker, RAW_TOPIC) : CompletableFuture.completedFuture(null);
            receiver.receive(1, 1);
            long cpu = threads.getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            receiver.receive(messages, 1);
            Cost cost = new Cost((double) (threads.getCurrentThreadCpuTime() - cpu) / messages,
                    (double) (System.nanoTime() - wall) / messages);
            publishing.join();
            return cost;
        }
    }

    private Cost own(TestBroker broker, boolean live) throws InterruptedException {
        connect(broker, new Stopwatch(0)).stop();
        if (!live) {
            publish(broker, OWN_TOPIC).join();
        }
        Stopwatch stopwatch = new Stopwatch(messages * 2L);
        MqttConnection connection = connect(broker, stopwatch);
        CompletableFuture<Void> publishing = live ? publish(broker, OWN_TOPIC) : CompletableFuture.completedFuture(null);
        if (!stopwatch.done.await(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("only " + connection.view().received() + " of " + messages * 2L + " samples came");
        }
        publishing.join();
        connection.stop();
        return new Cost((double) stopwatch.cpu / messages, (double) stopwatch.wall / messages);
    }

    private MqttConnection connect(TestBroker broker, EntrySink sink) throws InterruptedException {
        MqttSettings settings = MqttSettings.of(Bindings.connection("broker", broker.address(),
                "version", broker.speaksVersion5() ? "5" : "3.1.1"));
        TopicBinding binding = Bindings.topic(OWN_TOPIC).with("time", "/at")
                .point("met/speed", "/speed").point("met/temperature", "/temperature").build();
        PointTable points = new PointTable();
        MqttConnection connection = new MqttConnection(Bindings.CONNECTION, settings,
                Bindings.dialect(points, binding), new MqttServices(points, new KeptLetters(), new NoTraces()), sink,
                new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1)));
        connection.start(0);
        while (connection.view().state() != ConnectionState.CONNECTED) {
            Thread.sleep(1);
        }
        return connection;
    }

    private CompletableFuture<Void> publish(TestBroker broker, String topic) {
        return CompletableFuture.runAsync(() -> {
            try (MqttTestClient publisher = MqttTestClient.connect(broker.port())) {
                for (int i = 0; i < messages; i++) {
                    publisher.send(topic, payload(i), 1, false);
                    if (i % 500 == 499) {
                        publisher.drain();
                    }
                }
                publisher.drain();
            }
        });
    }

    private static byte[] payload(int i) {
        return String.format("{\"at\":%d,\"speed\":%.2f,\"direction\":%.1f,\"temperature\":%.2f,\"site\":\"mast-1\",\"ok\":true}",
                1_795_290_300_250L + i, 5 + i % 1_000 / 100.0, i % 3_600 / 10.0, 10 + i % 500 / 100.0).getBytes(StandardCharsets.UTF_8);
    }

    /** A log that costs nothing: times its thread from the first batch to the last sample. */
    private final class Stopwatch implements EntrySink {
        private final CountDownLatch done = new CountDownLatch(1);
        private final long expected;
        private long samples;
        private long cpu;
        private long wall;

        Stopwatch(long expected) {
            this.expected = expected;
        }

        @Override
        public CompletableFuture<Void> deliver(LogEntry entry, TraceId trace) {
            if (samples == 0) {
                cpu = threads.getCurrentThreadCpuTime();
                wall = System.nanoTime();
            }
            samples += entry.count();
            if (samples == expected) {
                cpu = threads.getCurrentThreadCpuTime() - cpu;
                wall = System.nanoTime() - wall;
                done.countDown();
            }
            return CompletableFuture.completedFuture(null);
        }
    }
}
