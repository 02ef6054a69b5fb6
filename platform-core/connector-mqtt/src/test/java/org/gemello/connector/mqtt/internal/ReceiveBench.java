package org.gemello.connector.mqtt.internal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.gemello.api.PointTable;
import org.gemello.api.connection.ConnectionState;
import org.gemello.binding.Binding;
import org.gemello.connector.EntrySink;
import org.gemello.testkit.Figures;
import org.gemello.testkit.mqtt.Mosquitto;
import org.gemello.testkit.mqtt.MoquetteBroker;
import org.gemello.testkit.mqtt.MqttTestClient;
import org.gemello.testkit.mqtt.TestBroker;

/**
 * The connector against a receiver that only counts and acknowledges, on the same broker in turn, as far as its batches, as far
 * as the log on disk, and as far as the state of a twin. What counts is the processor time of all threads that do this, kernel
 * included (not that of publisher, broker and garbage collector), of several rounds the best. Two loads: messages as they are
 * published, at the speed of broker and publisher, and a backlog that waited in the broker, which comes in full buffers, so that
 * hardly anything but the work for each message is left.
 */
public final class ReceiveBench {
    private static final int ROUNDS = 3;
    private static final String RAW_TOPIC = "raw/mast/1";
    private static final String OWN_TOPIC = "own/mast/1";
    private static final int IN_FLIGHT = 10_000;
    private static final double GOAL = 0.5;
    private static final Set<String> NOT_OURS = Set.of("main", "bench-publisher");

    /** How far the samples go. */
    private enum Way {
        BATCHES("connector, JSON to 2 samples"),
        LOG("connector and log, synced"),
        TWIN("connector, log and twin");

        private final String text;

        Way(String text) {
            this.text = text;
        }
    }

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final byte[][] payloads = IntStream.range(0, 1_000).mapToObj(ReceiveBench::payload).toArray(byte[][]::new);
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
        double live;
        double backlog;
        String kind;
        try (TemporaryFolder folder = new TemporaryFolder("gemello-bench-mqtt"); TestBroker broker = broker(folder.path())) {
            broker.start();
            kind = broker.getClass().getSimpleName();
            backlog = compare(broker, false, figures);
            live = compare(broker, true, figures);
        }
        figures.row("messages", Integer.toString(messages), payloads[0].length + " B of JSON, QoS 1, " + kind);
        figures.print().goal(String.format("%.0f %% of the socket's messages per CPU second on to the twin, live (from a backlog %.0f %%)",
                100 * live, 100 * backlog), ">= 50 %", live >= GOAL);
    }

    private static TestBroker broker(Path folder) {
        return Mosquitto.program().isPresent()
                ? Mosquitto.in(folder).with("max_inflight_messages " + IN_FLIGHT, "autosave_interval 0") : new MoquetteBroker();
    }

    private double compare(TestBroker broker, boolean live, Figures figures) throws Exception {
        Cost raw = Cost.NONE;
        Map<Way, Cost> own = new EnumMap<>(Way.class);
        for (int round = 0; round < ROUNDS; round++) {
            raw = raw.best(raw(broker, live));
            for (Way way : Way.values()) {
                own.merge(way, own(broker, live, way), Cost::best);
            }
        }
        String load = live ? "live: " : "backlog: ";
        row(figures, load + "socket, counts and acknowledges", raw);
        own.forEach((way, cost) -> row(figures, load + way.text, cost));
        return raw.cpu / own.get(Way.TWIN).cpu;
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

    private Cost own(TestBroker broker, boolean live, Way way) throws Exception {
        Binding binding = Bindings.topic(OWN_TOPIC).with("time", "/at")
                .point("met/speed", "/speed").point("met/temperature", "/temperature").binding();
        try (TemporaryFolder folder = new TemporaryFolder("gemello-bench-mqtt-log");
                BenchTwins twins = new BenchTwins(folder.path(), binding)) {
            AtomicLong stored = new AtomicLong();
            EntrySink sink = way == Way.BATCHES ? (entry, trace) -> {
                stored.addAndGet(entry.count());
                return CompletableFuture.completedFuture(null);
            } : (entry, trace) -> twins.log().append(entry, trace).thenAccept(offset -> stored.addAndGet(entry.count()));
            connect(broker, twins.log().points(), binding, sink).stop();
            if (!live) {
                publish(broker, OWN_TOPIC).join();
            }
            long before = stored.get();
            long seen = twins.seen();
            CpuTime cpu = new CpuTime(NOT_OURS);
            long wall = System.nanoTime();
            MqttConnection connection = connect(broker, twins.log().points(), binding, sink);
            CompletableFuture<Void> publishing = live ? publish(broker, OWN_TOPIC) : CompletableFuture.completedFuture(null);
            await(() -> stored.get() - before >= 2L * messages && (way != Way.TWIN || twins.seen() - seen >= 2L * messages));
            Cost cost = new Cost((double) cpu.nanos() / messages, (double) (System.nanoTime() - wall) / messages);
            publishing.join();
            connection.stop();
            return cost;
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not all samples came within 5 minutes");
            }
            Thread.sleep(1);
        }
    }

    private static MqttConnection connect(TestBroker broker, PointTable points, Binding binding, EntrySink sink) throws InterruptedException {
        MqttSettings settings = MqttSettings.of(Bindings.connection("broker", broker.address(),
                "version", broker.speaksVersion5() ? "5" : "3.1.1",
                "receiveMaximum", Integer.toString(IN_FLIGHT)));
        MqttConnection connection = new MqttConnection(Bindings.CONNECTION, settings, Bindings.dialect(points, TopicBinding.of(binding)),
                new MqttServices(points, new KeptLetters(), new NoTraces()), sink, new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1)));
        connection.start(0);
        await(() -> connection.view().state() == ConnectionState.CONNECTED);
        return connection;
    }

    private CompletableFuture<Void> publish(TestBroker broker, String topic) {
        return CompletableFuture.runAsync(() -> {
            try (MqttTestClient publisher = MqttTestClient.connect(broker.port())) {
                for (int i = 0; i < messages; i++) {
                    publisher.send(topic, payloads[i % payloads.length], 1, false);
                    if (i % 500 == 499) {
                        publisher.drain();
                    }
                }
                publisher.drain();
            }
        }, task -> new Thread(task, "bench-publisher").start());
    }

    private static byte[] payload(int i) {
        return String.format("{\"at\":%d,\"speed\":%.2f,\"direction\":%.1f,\"temperature\":%.2f,\"site\":\"mast-1\",\"ok\":true}",
                1_795_290_300_250L + i, 5 + i % 1_000 / 100.0, i % 3_600 / 10.0, 10 + i % 500 / 100.0).getBytes(StandardCharsets.UTF_8);
    }
}
