package org.gemello.connector.mqtt.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.SampleBatch;
import org.gemello.api.TraceId;
import org.gemello.api.connection.ConnectionProbes.Probe;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.connection.DeadLetters;
import org.gemello.api.log.LogEntry;
import org.gemello.api.trace.Stage;
import org.gemello.api.trace.TraceStep;
import org.gemello.api.trace.Traces;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.SiteConfiguration;
import org.gemello.connector.ConnectionProbe;
import org.gemello.connector.Readings;
import org.gemello.connector.mqtt.internal.sparkplug.SparkplugSettings;
import org.osgi.service.component.annotations.Component;

/**
 * Subscribes as the connection would, under a client id of its own and without a session, so that the connection that runs keeps its own, and
 * waits for messages. A Sparkplug host, which the nodes would see, is only let in: nothing is subscribed.
 */
@Component(property = "gemello.scheme=" + MqttComponent.SCHEME)
public final class MqttProbe implements ConnectionProbe {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Traces UNTRACED = new Traces() {
        @Override
        public void add(TraceId trace, Stage stage, String detail) {
            // what is only tried leaves no trace
        }

        @Override
        public List<TraceStep> steps(TraceId trace) {
            return List.of();
        }
    };

    @Override
    public Probe probe(SiteConfiguration site, ConnectionDefinition connection, Duration patience) {
        MqttSettings settings = MqttSettings.of(connection).asVisitor("gemello-probe-" + UUID.randomUUID().toString().substring(0, 8));
        boolean sparkplug = SparkplugSettings.of(connection.settings()).isPresent();
        Readings readings = new Readings(site, connection.name(), sparkplug ? "what Sparkplug nodes tell comes once the connection runs"
                : "no message came within " + patience.toSeconds() + " s");
        PointTable points = new PointTable();
        ProbeDialect dialect = new ProbeDialect(sparkplug ? nothing(connection.name(), points) : BoundTopics.of(site, connection.name(), settings, points));
        Letters letters = new Letters();
        MqttConnection tried = new MqttConnection(connection.name(), settings, dialect, new MqttServices(points, letters, UNTRACED),
                (entry, trace) -> take(entry, readings), new Backoff(AGAIN, AGAIN));
        try {
            tried.start(0, StoredBefore.NOTHING);
            await(tried, dialect, readings, sparkplug, patience);
            if (!dialect.isReached()) {
                String why = tried.view().reason();
                return new Probe(false, settings.broker() + ": " + (why.isEmpty() ? "no answer within " + patience.toSeconds() + " s" : why), readings.all());
            }
            letters.explain(site, connection.name(), readings);
            String reason = tried.view().reason();
            return new Probe(true, settings.broker() + " let us in" + (settings.broker().tls() ? ", encrypted" : ", without encryption")
                    + (reason.isEmpty() ? "" : "; " + reason) + "; " + readings.summary(), readings.all());
        } finally {
            tried.stop();
        }
    }

    private static Dialect nothing(String connection, PointTable points) {
        return new BoundTopics(connection, List.of(), List.of(), new TopicPoints(points, Set.of(), 1), points, Presence.NONE);
    }

    private static CompletableFuture<Void> take(LogEntry entry, Readings readings) {
        if (entry instanceof LogEntry.Samples samples) {
            SampleBatch batch = samples.batch();
            for (int row = 0; row < batch.size(); row++) {
                Sample sample = batch.sample(row, TraceId.NONE);
                if (!sample.quality().equals(Quality.BAD_NO_COMMUNICATION)) { // that is said of points whose broker is lost
                    readings.value(sample);
                }
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    /**
     * What ends the first attempt is the answer, but for a broker that lets us in and hangs up on SUBSCRIBE: it is asked again, as the connection that
     * runs would do. Moquette 0.17 hangs up one time in some hundred, where SUBSCRIBE is there before it has noticed itself that CONNACK is sent.
     */
    private static void await(MqttConnection tried, ProbeDialect dialect, Readings readings, boolean sparkplug, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() < end && (tried.view().state() != ConnectionState.DISCONNECTED || dialect.isHungUp())
                    && !(dialect.isReached() && (sparkplug || readings.areComplete() && !readings.all().isEmpty()))) {
                TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Payloads that could not be read: told, and kept nowhere. */
    private static final class Letters implements DeadLetters {
        private static final int MOST = 1_000;
        private final List<DeadLetter> all = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void add(String connection, String source, byte[] payload, String cause) {
            if (all.size() < MOST) {
                all.add(new DeadLetter(-1, Instant.now(), connection, source, payload, cause));
            }
        }

        @Override
        public List<DeadLetter> latest(int limit) {
            return List.of();
        }

        @Override
        public Optional<DeadLetter> letter(long number) {
            return Optional.empty();
        }

        /** Says of points without a value what was wrong with the messages of their topics. */
        void explain(SiteConfiguration site, String connection, Readings readings) {
            site.bindings(connection).forEach(binding -> {
                TopicFilter filter = TopicBinding.of(binding).filter().unshared();
                List.copyOf(all).stream().filter(letter -> filter.matches(letter.source())).findFirst().ifPresent(letter -> binding.points()
                        .forEach(point -> readings.explain(point, letter.source() + ": " + letter.cause())));
            });
        }
    }
}
