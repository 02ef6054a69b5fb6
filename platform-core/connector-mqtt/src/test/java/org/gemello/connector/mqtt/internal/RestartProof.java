package org.gemello.connector.mqtt.internal;

import java.nio.file.Files;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.gemello.api.SampleBatch;
import org.gemello.api.ValueKind;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.SampleLog;
import org.gemello.api.log.Tail;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.SampleLogs;
import org.gemello.testkit.mqtt.Mosquitto;

/** A broker that is restarted again and again while a device publishes and the platform receives, into a real log. */
public final class RestartProof {
    private static final int BETWEEN_RESTARTS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private final int restarts;
    private final Consumer<String> progress;

    /**
     * What came of it.
     *
     * @param acknowledged messages that the broker has taken from the device
     * @param stored       distinct messages of these that are in the log
     * @param doubles      further copies of stored messages
     * @param sentAgain    messages that the device sent again because it had no answer: they may be stored twice
     * @param gaps         gaps in the log
     */
    public record Outcome(int restarts, long acknowledged, long stored, long doubles, long sentAgain, long gaps) {
        public long lost() {
            return acknowledged - stored;
        }
    }

    public RestartProof(int restarts, Consumer<String> progress) {
        this.restarts = restarts;
        this.progress = progress;
    }

    /** @throws IllegalStateException where the broker or the connection does not come back */
    public Outcome run() throws Exception {
        try (TemporaryFolder folder = new TemporaryFolder("gemello-mqtt-restarts");
                Mosquitto broker = Mosquitto.in(Files.createDirectory(folder.path().resolve("broker")));
                CloseableSampleLog log = SampleLogs.open(folder.path().resolve("log"))) {
            broker.start();
            MqttConnection connection = connection(broker, log);
            await("connection", () -> connection.view().state() == ConnectionState.CONNECTED); // before that nobody has subscribed
            try (NumberedPublisher publisher = new NumberedPublisher(broker.port(), "proof/n")) {
                publisher.start();
                for (int i = 1; i <= restarts; i++) {
                    long next = publisher.acknowledged() + BETWEEN_RESTARTS;
                    await("messages before restart " + i, () -> publisher.acknowledged() >= next);
                    broker.stop();
                    broker.start();
                    if (i % 10 == 0 || i == restarts) {
                        progress.accept(i + " restarts, " + publisher.acknowledged() + " messages acknowledged");
                    }
                }
                long next = publisher.acknowledged() + BETWEEN_RESTARTS;
                await("messages after the last restart", () -> publisher.acknowledged() >= next);
                publisher.close();
                Outcome outcome = awaitStored(log, publisher);
                connection.stop();
                return outcome;
            }
        }
    }

    private static MqttConnection connection(Mosquitto broker, SampleLog log) {
        MqttSettings settings = MqttSettings.of(Bindings.connection("broker", broker.address()));
        TopicBinding binding = Bindings.topic("proof/n").point("proof/n", "/n").build();
        MqttConnection connection = new MqttConnection(Bindings.CONNECTION, settings, Bindings.dialect(log.points(), binding),
                new MqttServices(log.points(), new KeptLetters(), new NoTraces()),
                (entry, trace) -> log.append(entry, trace).thenAccept(offset -> { }), new Backoff(Duration.ofMillis(20), Duration.ofMillis(500)));
        connection.start(0, StoredBefore.NOTHING);
        return connection;
    }

    private interface Condition {
        boolean met() throws Exception;
    }

    private static void await(String what, Condition condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.met()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no " + what + " within " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(10);
        }
    }

    /** Reads the log until all that was acknowledged is in it, or nothing has come for a while. */
    private Outcome awaitStored(SampleLog log, NumberedPublisher publisher) throws InterruptedException {
        long acknowledged = publisher.acknowledged();
        BitSet found = new BitSet();
        long doubles = 0;
        long gaps = 0;
        try (Tail tail = log.tail(0)) {
            while (found.get(0, (int) acknowledged).cardinality() < acknowledged || tail.position() < log.status().durable()) {
                Optional<LogRecord> record = tail.poll(PATIENCE.dividedBy(4));
                if (record.isEmpty()) {
                    break;
                } else if (record.get().entry() instanceof LogEntry.Gaps) {
                    gaps++;
                } else if (record.get().entry() instanceof LogEntry.Samples samples) {
                    doubles += add(samples.batch(), found);
                }
            }
        }
        return new Outcome(restarts, acknowledged, found.get(0, (int) acknowledged).cardinality(), doubles, publisher.sentAgain(), gaps);
    }

    private static long add(SampleBatch batch, BitSet found) {
        long doubles = 0;
        for (int row = 0; row < batch.size(); row++) {
            if (batch.kind(row) != ValueKind.NONE) {
                int number = (int) batch.doubleValue(row);
                doubles += found.get(number) ? 1 : 0;
                found.set(number);
            }
        }
        return doubles;
    }
}
