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
 * The connector against a receiver that only counts and acknowledges, on the same broker in turn. Messages wait in the broker
 * for each receiver, so that the publisher costs nothing while it is measured. What counts is the processor time of the
 * receiving thread, kernel included; of several rounds the best.
 */
public final class ReceiveBench {
    private static final int ROUNDS = 4;
    private static final String RAW_TOPIC = "raw/mast/1";
    private static final String OWN_TOPIC = "own/mast/1";
    private static final double GOAL = 0.5;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final int messages;
    private double rawWall = Double.MAX_VALUE;
    private double ownWall = Double.MAX_VALUE;

    public ReceiveBench(int messages) {
        this.messages = messages;
    }

    /** Prints the table and the goal. */
    public void run(Figures figures) throws Exception {
        Path folder = Files.createTempDirectory("gemello-bench-mqtt");
        TestBroker broker = Mosquitto.program().isPresent()
                ? Mosquitto.in(folder).with("max_inflight_messages 1000", "autosave_interval 0") : new MoquetteBroker();
        double raw = Double.MAX_VALUE;
        double own = Double.MAX_VALUE;
        try (broker) {
            broker.start();
            for (int round = 0; round < ROUNDS; round++) {
                raw = Math.min(raw, raw(broker));
                own = Math.min(own, own(broker));
            }
        }
        figures.row("socket, counts and acknowledges", micros(raw), perSecond(rawWall));
        figures.row("connector, JSON to 2 samples, one batch per burst", micros(own), perSecond(ownWall));
        figures.row("messages", Integer.toString(messages), payload(0).length + " B of JSON, QoS 1, " + broker.getClass().getSimpleName());
        figures.print().goal(String.format("%.0f %% of the socket's messages per CPU second", 100 * raw / own), ">= 50 %", raw / own >= GOAL);
    }

    private String micros(double nanos) {
        return String.format("%.2f us CPU/message", nanos / 1e3);
    }

    private String perSecond(double nanos) {
        return String.format("%,.0f messages/s", messages / (nanos / 1e9));
    }

    /** Nanoseconds of processor time per message. */
    private double raw(TestBroker broker) throws IOException {
        try (RawReceiver first = new RawReceiver(broker.port(), "bench-raw")) {
            first.subscribe(RAW_TOPIC);
        }
        publish(broker, RAW_TOPIC);
        try (RawReceiver receiver = new RawReceiver(broker.port(), "bench-raw")) {
            receiver.receive(1, 1);
            long cpu = threads.getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            receiver.receive(messages, 1);
            rawWall = Math.min(rawWall, System.nanoTime() - wall);
            return (double) (threads.getCurrentThreadCpuTime() - cpu) / messages;
        }
    }

    private double own(TestBroker broker) throws InterruptedException {
        Stopwatch first = new Stopwatch(0);
        connect(broker, first).stop();
        publish(broker, OWN_TOPIC);
        Stopwatch stopwatch = new Stopwatch(messages * 2L);
        MqttConnection connection = connect(broker, stopwatch);
        if (!stopwatch.done.await(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("only " + connection.view().received() + " of " + messages * 2L + " samples came");
        }
        connection.stop();
        ownWall = Math.min(ownWall, stopwatch.wall);
        return (double) stopwatch.cpu / messages;
    }

    private MqttConnection connect(TestBroker broker, EntrySink sink) throws InterruptedException {
        MqttSettings settings = MqttSettings.of(Bindings.connection("broker", broker.address(), "version", broker.speaksVersion5() ? "5" : "3.1.1"));
        TopicBinding binding = Bindings.topic(OWN_TOPIC).with("time", "/at").point("met/speed", "/speed").point("met/temperature", "/temperature").build();
        MqttConnection connection = new MqttConnection(Bindings.CONNECTION, settings, List.of(binding),
                new MqttServices(new PointTable(), new KeptLetters(), new NoTraces()), sink,
                new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1)));
        connection.start();
        while (connection.view().state() != ConnectionState.CONNECTED) {
            Thread.sleep(1);
        }
        return connection;
    }

    private void publish(TestBroker broker, String topic) {
        try (MqttTestClient publisher = MqttTestClient.connect(broker.port())) {
            for (int i = 0; i < messages; i++) {
                publisher.send(topic, payload(i), 1, false);
                if (i % 500 == 499) {
                    publisher.drain();
                }
            }
            publisher.drain();
        }
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
