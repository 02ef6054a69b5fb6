package org.gemello.routes.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.gemello.api.PointId;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.LogSink;
import org.gemello.api.trace.Stage;
import org.gemello.api.trace.TraceStep;
import org.gemello.api.trace.Traces;
import org.gemello.binding.Binding;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.PointBinding;
import org.gemello.binding.Settings;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.TwinDefinition;
import org.gemello.connector.EntryConsumer;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.SampleLogs;
import org.gemello.testkit.health.MemoryAlarms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CamelHostTest {
    @TempDir
    Path folder;
    private CloseableSampleLog log;
    private CamelHost host;
    private final Connected site = new Connected(new ArrayList<>(List.of(Connected.to("wrong", "1"), Connected.to("good", "1"))));
    private ConnectionRegistry registry;
    private final Map<TraceId, List<TraceStep>> steps = new ConcurrentHashMap<>();

    @BeforeEach
    void start() {
        log = SampleLogs.open(folder);
        registry = new ConnectionRegistry(site);
        host = new CamelHost(new DefaultCamelContext(), log, site, registry, new Traces() {
            @Override
            public void add(TraceId trace, Stage stage, String detail) {
                steps.computeIfAbsent(trace, t -> new CopyOnWriteArrayList<>()).add(new TraceStep(stage, detail, Instant.now()));
            }

            @Override
            public List<TraceStep> steps(TraceId trace) {
                return steps.getOrDefault(trace, List.of());
            }
        }, new MemoryAlarms(), folder.resolve("routes"));
    }

    @AfterEach
    void stop() {
        host.stop();
        log.close();
        System.clearProperty("gemello.silent.good");
        System.clearProperty("gemello.silent.wrong");
    }

    @Test
    void anExchangeEndsWhenItsEntryIsOnDiskAndTheTraceSaysStored() throws Exception {
        Source source = new Source();
        host.addConnector("test", source);
        TraceId trace = TraceId.random();
        Exchange done = source.send("good", new LogEntry.Tick(Instant.now()), trace).get();
        assertThat(done.getException()).isNull();
        assertThat(log.status().durable()).isEqualTo(1);
        assertThat(steps.get(trace)).extracting(TraceStep::stage).containsExactly(Stage.STORE);
    }

    @Test
    void headersThatASourceSetsDoNotPassTheDoor() throws Exception {
        Source source = new Source();
        host.addConnector("test", source);
        Exchange done = source.send("good", new LogEntry.Tick(Instant.now()), TraceId.NONE).get();
        assertThat(done.getMessage().getHeaders()).isEmpty();
    }

    @Test
    void aLogThatDoesNotTakeItFailsTheExchange() throws Exception {
        Source source = new Source();
        host.addConnector("test", source);
        log.close();
        assertThat(source.send("good", new LogEntry.Tick(Instant.now()), TraceId.NONE).get().getException()).isNotNull();
    }

    @Test
    void oneWrongConnectionIsNamedAndTheOthersRun() {
        host.addConnector("test", new Source());
        assertThat(host.summary()).isEqualTo("1 of 1 routes run");
        assertThat(registry.connections()).filteredOn(c -> c.name().equals("wrong")).singleElement().satisfies(c -> {
            assertThat(c.state()).isEqualTo(ConnectionState.STOPPED);
            assertThat(c.reason()).contains("no such place");
        });
    }

    @Test
    void aGroupGetsEveryRecordFromItsOwnPositionAndAFailedOneAgain() throws Exception {
        for (int i = 0; i < 5; i++) {
            log.append(new LogEntry.Tick(Instant.ofEpochSecond(i)), TraceId.NONE).get();
        }
        List<Long> taken = new CopyOnWriteArrayList<>();
        AtomicInteger refusals = new AtomicInteger(2);
        host.addSink(new LogSink() {
            @Override
            public String group() {
                return "history";
            }

            @Override
            public long position() {
                return 2;
            }

            @Override
            public void accept(LogRecord record) {
                if (record.offset() == 3 && refusals.getAndDecrement() > 0) {
                    throw new IllegalStateException("disk full");
                }
                taken.add(record.offset());
            }
        });
        await().until(() -> taken.size() == 3);
        assertThat(taken).containsExactly(2L, 3L, 4L);
    }

    @Test
    void routesComeAndGoWithTheirConnectorAndSink() {
        Source source = new Source();
        host.addConnector("test", source);
        host.removeConnector("test");
        assertThat(host.summary()).isEqualTo("0 of 0 routes run");
        assertThat(registry.connections()).extracting(c -> c.state()).containsOnly(ConnectionState.STOPPED);
        assertThat(source.silentSince).as("nothing was ever followed").isNull();
        Source again = new Source();
        host.addConnector("test", again);
        assertThat(host.summary()).isEqualTo("1 of 1 routes run");
        assertThat(Times.instant(again.silentSince)).as("since the removal").isBetween(Instant.now().minusSeconds(10), Instant.now());
    }

    @Test
    void onlyConnectionsThatHaveChangedAreStartedAnew() throws Exception {
        site.connections().add(Connected.to("other", "1"));
        host.follow();
        Source source = new Source();
        host.addConnector("test", source);
        assertThat(source.started).containsExactlyInAnyOrder("good", "other");

        site.connections().add(Connected.to("late", "1"));
        site.connections().replaceAll(connection -> connection.name().equals("good") ? Connected.to("good", "2") : connection);
        Instant before = Instant.now();
        host.follow();
        assertThat(source.started).as("one is started anew, one is new").hasSize(4).endsWith("good", "late");
        assertThat(source.silentSince).as("what was before this process is not the past of a new one").isNull();
        assertThat(Times.instant(source.silences.get("good"))).isBetween(before, Instant.now());
        assertThat(source.send("good", new LogEntry.Tick(Instant.now()), TraceId.NONE).get().getException()).isNull();

        site.connections().removeIf(connection -> connection.name().equals("late") || connection.name().equals("wrong"));
        host.follow();
        host.follow();
        assertThat(host.summary()).isEqualTo("2 of 2 routes run");
        assertThat(source.started).hasSize(4);
        assertThat(registry.connections()).extracting(c -> c.name()).containsExactly("good", "other");
        assertThat(System.clearProperty("gemello.silent.late")).isNotNull();
    }

    /** A connector whose consumers are fed by the test. */
    private static final class Source extends DefaultComponent {
        private final Map<String, DefaultConsumer> consumers = new ConcurrentHashMap<>();
        private final List<String> started = new CopyOnWriteArrayList<>();
        private final Map<String, Long> silences = new ConcurrentHashMap<>();
        private Long silentSince;

        @Override
        protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
            Long since = getAndRemoveParameter(parameters, "silentSince", Long.class);
            silentSince = since;
            if (remaining.equals("wrong")) {
                throw new IllegalArgumentException("no such place");
            }
            return new DefaultEndpoint(uri, this) {
                @Override
                public Consumer createConsumer(Processor processor) {
                    DefaultConsumer consumer = new DefaultConsumer(this, processor);
                    consumers.put(remaining, consumer);
                    started.add(remaining);
                    silences.put(remaining, since == null ? 0 : since);
                    return consumer;
                }

                @Override
                public Producer createProducer() {
                    throw new UnsupportedOperationException();
                }
            };
        }

        CompletableFuture<Exchange> send(String connection, LogEntry entry, TraceId trace) {
            DefaultConsumer consumer = consumers.get(connection);
            Exchange exchange = consumer.createExchange(false);
            exchange.getIn().setBody(entry);
            exchange.getIn().setHeader("CamelFileName", "../../etc/passwd");
            exchange.setProperty(EntryConsumer.TRACE, trace);
            CompletableFuture<Exchange> done = new CompletableFuture<>();
            consumer.getAsyncProcessor().process(exchange, sync -> done.complete(exchange));
            return done;
        }
    }

    private record Connected(List<ConnectionDefinition> connections) implements SiteConfiguration {
        static ConnectionDefinition to(String name, String place) {
            return new ConnectionDefinition(name, "test", Settings.of(Map.of("place", place)));
        }

        @Override
        public SiteConfiguration now() {
            return new Connected(List.copyOf(connections));
        }

        @Override
        public Optional<ConnectionDefinition> connection(String name) {
            return connections().stream().filter(c -> c.name().equals(name)).findFirst();
        }

        @Override
        public List<TwinDefinition> twins() {
            return List.of();
        }

        @Override
        public List<Binding> bindings(String connection) {
            return List.of();
        }

        @Override
        public Optional<PointBinding> point(PointId id) {
            return Optional.empty();
        }
    }
}
