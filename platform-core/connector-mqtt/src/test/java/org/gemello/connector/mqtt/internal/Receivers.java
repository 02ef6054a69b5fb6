package org.gemello.connector.mqtt.internal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.gemello.api.PointTable;
import org.gemello.api.connection.ConnectionState;
import org.gemello.binding.Binding;
import org.gemello.connector.EntrySink;
import org.gemello.testkit.mqtt.TestBroker;

/** What {@link ReceiveBench} compares: each has a session of its own at the broker, and says what a message costs it. */
final class Receivers {
    static final int IN_FLIGHT = 10_000;
    static final String PUBLISHER = "bench-publisher";
    private static final Set<String> NOT_OURS = Set.of("main", PUBLISHER);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final TestBroker broker;
    private final int messages;

    /** How far the messages go. */
    enum Way {
        SOCKET("socket, counts and acknowledges"),
        RESTING("the same, read once a millisecond"),
        BATCHES("connector, JSON to 2 samples"),
        LOG("connector and log, synced"),
        TWIN("connector, log and twin");

        final String text;

        Way(String text) {
            this.text = text;
        }

        boolean isRaw() {
            return this == SOCKET || this == RESTING;
        }
    }

    /**
     * Nanoseconds for a message.
     *
     * @param cpu     processor time of all threads that receive and handle it
     * @param machine processor time of the virtual machine's compiler and collector
     * @param wall    time that passed
     */
    record Cost(double cpu, double machine, double wall) {
    }

    Receivers(TestBroker broker, int messages) {
        this.broker = broker;
        this.messages = messages;
    }

    private static String client(Way way, String topic) {
        return "bench-" + way + '-' + topic.replace('/', '-');
    }

    /** From now on the broker keeps for it what is published there. */
    void subscribe(Way way, String topic) throws Exception {
        if (way.isRaw()) {
            try (RawReceiver first = raw(way, topic)) {
                first.subscribe(topic);
            }
            return;
        }
        connect(way, topic, new PointTable(), (entry, trace) -> CompletableFuture.completedFuture(null)).stop();
    }

    /** @param publisher begins to publish when the receiver is there */
    Cost receive(Way way, String topic, Supplier<CompletableFuture<Void>> publisher) throws Exception {
        return way.isRaw() ? bare(way, topic, publisher) : own(way, topic, publisher);
    }

    private RawReceiver raw(Way way, String topic) throws IOException {
        return new RawReceiver(broker.port(), client(way, topic), way == Way.RESTING ? TimeUnit.MILLISECONDS.toNanos(1) : 0);
    }

    private Cost bare(Way way, String topic, Supplier<CompletableFuture<Void>> publisher) throws IOException {
        try (RawReceiver receiver = raw(way, topic)) {
            CompletableFuture<Void> publishing = publisher.get();
            receiver.receive(1, 1);
            long machine = VirtualMachineTime.nanos();
            long cpu = threads.getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            receiver.receive(messages, 1);
            Cost cost = cost(threads.getCurrentThreadCpuTime() - cpu, machine, wall);
            publishing.join();
            return cost;
        }
    }

    private Cost own(Way way, String topic, Supplier<CompletableFuture<Void>> publisher) throws Exception {
        try (TemporaryFolder folder = new TemporaryFolder("gemello-bench-mqtt-log");
                BenchTwins twins = new BenchTwins(folder.path(), binding(topic))) {
            AtomicLong stored = new AtomicLong();
            EntrySink sink = way == Way.BATCHES ? (entry, trace) -> {
                stored.addAndGet(entry.count());
                return CompletableFuture.completedFuture(null);
            } : (entry, trace) -> twins.log().append(entry, trace).thenAccept(offset -> stored.addAndGet(entry.count()));
            long seen = twins.seen();
            long machine = VirtualMachineTime.nanos();
            CpuTime cpu = new CpuTime(NOT_OURS);
            long wall = System.nanoTime();
            MqttConnection connection = connect(way, topic, twins.log().points(), sink);
            CompletableFuture<Void> publishing = publisher.get();
            await(() -> stored.get() >= 2L * messages && (way != Way.TWIN || twins.seen() - seen >= 2L * messages));
            Cost cost = cost(cpu.nanos(), machine, wall);
            publishing.join();
            connection.stop();
            return cost;
        }
    }

    private Cost cost(long cpu, long machineBefore, long wallBefore) throws IOException {
        return new Cost((double) cpu / messages, (double) (VirtualMachineTime.nanos() - machineBefore) / messages,
                (double) (System.nanoTime() - wallBefore) / messages);
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

    private static Binding binding(String topic) {
        return Bindings.topic(topic).with("time", "/at").point("met/speed", "/speed").point("met/temperature", "/temperature").binding();
    }

    private MqttConnection connect(Way way, String topic, PointTable points, EntrySink sink) throws InterruptedException {
        MqttSettings settings = MqttSettings.of(Bindings.connection("broker", broker.address(), "clientId", client(way, topic),
                "version", broker.speaksVersion5() ? "5" : "3.1.1", "receiveMaximum", Integer.toString(IN_FLIGHT)));
        MqttConnection connection = new MqttConnection(Bindings.CONNECTION, settings,
                Bindings.dialect(points, TopicBinding.of(binding(topic))), new MqttServices(points, new KeptLetters(), new NoTraces()),
                sink, new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1)));
        connection.start(0, StoredBefore.NOTHING);
        await(() -> connection.view().state() == ConnectionState.CONNECTED);
        return connection;
    }
}
