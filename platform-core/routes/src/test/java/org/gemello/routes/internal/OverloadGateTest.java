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
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.gemello.api.Gap;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogStatus;
import org.gemello.api.log.SampleLog;
import org.gemello.api.log.Tail;
import org.gemello.binding.Overload;
import org.gemello.binding.Overload.Policy;
import org.gemello.testkit.health.MemoryAlarms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The log is one that stands still until it is let go: only so is it sure what waits and what is dropped. */
class OverloadGateTest {
    private static final int BUFFER = 1_000;
    private final StandingLog log = new StandingLog();
    private final MemoryAlarms alarms = new MemoryAlarms();
    private final PointDefinition point = new PointDefinition(new PointId(new TwinId("a"), "X"), "1");
    private OverloadGate gate;
    private long next;

    @AfterEach
    void close() {
        log.go.countDown();
        gate.close();
    }

    private void open(Policy policy) throws Exception {
        gate = new OverloadGate("plant", new Overload(policy, BUFFER), log, alarms).start();
        send(1); // the log has this one in hand and stands still
        await().until(() -> log.entered > 0);
    }

    /** Numbers that rise over all batches; the source time is the number in seconds. */
    private void send(int samples) throws Exception {
        SampleBatchBuilder batch = SampleBatch.builder(log.points, samples);
        for (int i = 0; i < samples; i++, next++) {
            batch.add(log.points.handle(point), (double) next, 0, next * 1_000_000_000L, 0);
        }
        send(new LogEntry.Samples(batch.build()));
    }

    private void send(LogEntry entry) throws Exception {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setBody(entry);
        gate.process(exchange);
    }

    private List<Double> stored() {
        List<Double> values = new ArrayList<>();
        for (LogEntry entry : log.taken()) {
            if (entry instanceof LogEntry.Samples samples) {
                for (int row = 0; row < samples.batch().size(); row++) {
                    values.add(samples.batch().doubleValue(row));
                }
            }
        }
        return values;
    }

    private List<Gap> gaps() {
        return log.taken().stream().filter(LogEntry.Gaps.class::isInstance).flatMap(entry -> ((LogEntry.Gaps) entry).gaps().stream()).toList();
    }

    private void letGo() {
        log.go.countDown();
        await().until(() -> !gaps().isEmpty() || gate.dropped() == 0);
        gate.close();
    }

    @Test
    void dropsTheNewestAndSaysWhich() throws Exception {
        open(Policy.DROP_NEWEST);
        for (int i = 0; i < 20; i++) {
            send(100); // 1 .. 2000
        }
        assertThat(gate.dropped()).isEqualTo(1_000);
        letGo();
        assertThat(stored()).hasSize(1_001).last().isEqualTo(1_000.0);
        assertThat(gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.definition()).isEqualTo(point);
            assertThat(gap.from()).isEqualTo(Instant.ofEpochSecond(1_001));
            assertThat(gap.to()).isEqualTo(Instant.ofEpochSecond(2_000, 1));
            assertThat(gap.reason()).contains("overload of connection plant", "drop-newest");
        });
        assertThat(alarms.events()).first().asString().contains("raised connection.plant.overload", "dropped");
    }

    @Test
    void dropsTheOldestAndKeepsWhatIsNoSample() throws Exception {
        open(Policy.DROP_OLDEST);
        send(500);
        send(new LogEntry.Tick(Instant.EPOCH));
        send(500);
        send(500);
        letGo();
        assertThat(stored()).hasSize(1_001).doesNotContain(1.0, 500.0).contains(501.0, 1_500.0);
        assertThat(log.taken()).anyMatch(LogEntry.Tick.class::isInstance);
        assertThat(gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(Instant.ofEpochSecond(1));
            assertThat(gap.to()).isEqualTo(Instant.ofEpochSecond(500, 1));
        });
    }

    @Test
    void decimatesMoreAndMoreAndNeverGrowsPastItsBuffer() throws Exception {
        open(Policy.DECIMATE);
        for (int i = 0; i < 100; i++) {
            send(100);
        }
        long dropped = gate.dropped();
        letGo();
        assertThat(stored()).hasSizeLessThanOrEqualTo(BUFFER + 1).hasSize((int) (10_001 - dropped));
        assertThat(stored().subList(0, 500)).as("below half of the buffer nothing is thinned").isEqualTo(
                java.util.stream.LongStream.range(0, 500).mapToObj(i -> (double) i).toList());
        assertThat(stored()).contains(501.0, 503.0).doesNotContain(502.0, 504.0);
    }

    @Test
    void dropsNothingWhileThereIsRoom() throws Exception {
        open(Policy.DROP_NEWEST);
        send(999);
        letGo();
        assertThat(stored()).hasSize(1_000);
        assertThat(gaps()).isEmpty();
        assertThat(alarms.events()).isEmpty();
    }

    @Test
    void whatTheLogRefusesIsCountedAndTold() throws Exception {
        open(Policy.DROP_NEWEST);
        log.refuses = true;
        send(10);
        log.go.countDown();
        await().until(() -> gate.dropped() >= 10);
    }

    private static final class StandingLog implements SampleLog {
        private final PointTable points = new PointTable();
        private final CountDownLatch go = new CountDownLatch(1);
        private final List<LogEntry> taken = new ArrayList<>();
        private volatile int entered;
        private volatile boolean refuses;

        synchronized List<LogEntry> taken() {
            return List.copyOf(taken);
        }

        @Override
        public CompletableFuture<Long> append(LogEntry entry, TraceId trace, long cause) {
            entered++;
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (refuses) {
                return CompletableFuture.failedFuture(new IllegalStateException("disk full"));
            }
            synchronized (this) {
                taken.add(entry);
            }
            return CompletableFuture.completedFuture(0L);
        }

        @Override
        public PointTable points() {
            return points;
        }

        @Override
        public Tail tail(long from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Instant> endOfLastRun() {
            return Optional.empty();
        }

        @Override
        public long end() {
            return 0;
        }

        @Override
        public long start() {
            return 0;
        }

        @Override
        public long position(String group) {
            return 0;
        }

        @Override
        public void commit(String group, long nextOffset) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LogStatus status() {
            return new LogStatus(0, 0, 0, 0, 0, Map.of(), "");
        }
    }
}
