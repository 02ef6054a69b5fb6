package org.gemello.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.SampleBatch;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.command.Commands;
import org.gemello.api.connection.Connection;
import org.gemello.api.connection.ConnectionView;
import org.gemello.api.connection.Connections;
import org.gemello.api.connection.WriteResult;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.SampleLog;
import org.gemello.api.log.Tail;
import org.gemello.api.twin.TwinView;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.SampleLogs;
import org.gemello.runtime.exchange.TypeExchange;
import org.gemello.spi.TwinType;
import org.gemello.testkit.health.MemoryAlarms;

/** A runtime on a real log in a folder, with a thread that tails the log as the route does. */
final class Harness implements AutoCloseable {
    private final Path folder;
    private final MemorySite site;
    private final Duration limit;
    private CloseableSampleLog log;
    private volatile int unwritten;
    private TwinRuntime runtime;
    private Tail tail;
    private Thread pump;
    private Wire wire;
    final TraceRing traces = new TraceRing();
    /** Time that a command waits for approval, from the next start on. */
    Duration approval = Commands.APPROVAL_TIME;
    final MemoryAlarms alarms = new MemoryAlarms();
    final MemoryAudit audit = new MemoryAudit();
    /** Connections that run, by name; what is written through them. */
    final Map<String, Connection> running = new ConcurrentHashMap<>();
    final List<String> written = Collections.synchronizedList(new ArrayList<>());
    private volatile WriteResult answer = new WriteResult(WriteResult.Outcome.CONFIRMED, "");

    Harness(Path folder, MemorySite site) throws Exception {
        this(folder, site, Duration.ofSeconds(30));
    }

    /** @param limit time that a call of a pack may take */
    Harness(Path folder, MemorySite site, Duration limit) throws Exception {
        this.folder = folder;
        this.site = site;
        this.limit = limit;
        start();
    }

    void start() throws IOException, InterruptedException {
        log = SampleLogs.open(folder.resolve("log"));
        wire = new Wire();
        runtime = new TwinRuntime(onSlowDisk(), site, wire, traces, new RuntimeOptions(folder.resolve("twins"), 2, Duration.ofMinutes(10), limit, approval),
                () -> alarms, () -> audit);
        tail = log.tail(runtime.position());
        pump = new Thread(this::pump, "pump");
        pump.start();
    }

    /** From now on the log says that it has taken so many items more than it could write. */
    void unwritten(int items) {
        unwritten = items;
    }

    private SampleLog onSlowDisk() {
        SampleLog real = log;
        return (SampleLog) Proxy.newProxyInstance(SampleLog.class.getClassLoader(), new Class<?>[]{SampleLog.class}, (proxy, method, arguments) -> {
            try {
                Object answer = method.invoke(real, arguments);
                return method.getName().equals("end") ? (Long) answer + unwritten : answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private void pump() {
        try {
            while (!tail.isClosed()) {
                tail.poll(Duration.ofMillis(100)).ifPresent(runtime::accept);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends everything without a word to the runtime, as a crash would: no image is taken, no state is saved. */
    void crash() throws InterruptedException {
        wire.cut = true;
        tail.close();
        pump.join();
        log.close();
    }

    void stop() throws InterruptedException {
        tail.close();
        pump.join();
        runtime.close();
        log.close();
    }

    void restart() throws IOException, InterruptedException {
        stop();
        start();
    }

    TwinRuntime runtime() {
        return runtime;
    }

    CloseableSampleLog log() {
        return log;
    }

    /** Appends values of one point, one record for all of them; returns the record's trace. */
    TraceId append(String point, String unit, double... values) throws Exception {
        TraceId trace = TraceId.random();
        appendLater(trace, point, unit, values).get();
        return trace;
    }

    CompletableFuture<Long> appendLater(TraceId trace, String point, String unit, double... values) {
        int handle = log.points().handle(new PointDefinition(PointId.parse(point), unit));
        var rows = SampleBatch.builder(log.points(), values.length);
        long now = Times.now();
        for (double value : values) {
            rows.add(handle, value, Quality.GOOD.code(), now, now);
        }
        return log.append(new LogEntry.Samples(rows.build()), trace);
    }

    TwinView twin(String id) {
        return runtime.twin(new TwinId(id)).orElseThrow();
    }

    /** The last value of a point as a number, NaN before the first. */
    double value(String twin, String point) {
        Sample sample = twin(twin).state().get(point);
        return sample == null ? Double.NaN : ((Number) sample.value()).doubleValue();
    }

    /** Everything in the log that was derived. */
    List<LogRecord> derived() throws InterruptedException {
        return records().stream().filter(LogRecord::isDerived).toList();
    }

    /** Number of samples in the log that came from outside. */
    int inputs() throws InterruptedException {
        return records().stream().filter(record -> !record.isDerived() && record.entry() instanceof LogEntry.Samples)
                .mapToInt(record -> record.entry().count()).sum();
    }

    /** Everything in the log. */
    List<LogRecord> records() throws InterruptedException {
        List<LogRecord> found = new ArrayList<>();
        try (Tail all = log.tail(0)) {
            while (all.position() < log.end()) {
                all.poll(Duration.ofSeconds(2)).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Claims that each input of these points is in the state once and has had its derived values once. */
    void assertEachInputDerivedOnce(int inputs) throws InterruptedException {
        Set<Long> causes = new HashSet<>();
        for (LogRecord record : derived()) {
            if (record.entry() instanceof LogEntry.Samples) {
                assertThat(causes.add(record.cause())).as("input %d has its derived values once", record.cause()).isTrue();
            }
        }
        assertThat(causes).hasSize(inputs);
    }

    TypeExchange exchange() {
        return runtime.exchange();
    }

    /** Shadow, cut: the candidate serves, not confirmed yet. */
    TypeExchange.Cut cut(TwinType<?>... candidates) throws InterruptedException {
        TypeExchange.Shadow shadow = exchange().shadow(List.of(candidates));
        await().untilAsserted(() -> assertThat(shadow.report()).matches(report -> report.following() == report.twins(), "all shadows follow"));
        return shadow.cut();
    }

    /** Starts the connection {@code plant}; each write is answered with {@code result}. */
    void connect(WriteResult result) {
        answer = result;
        running.put("plant", new Connection() {
            @Override
            public ConnectionView view() {
                return null;
            }

            @Override
            public CompletableFuture<WriteResult> write(PointId point, double value, Instant deadline, TraceId trace) {
                written.add(point + "=" + value);
                return CompletableFuture.completedFuture(answer);
            }
        });
    }

    /** The connections as one runtime sees them; a runtime that has crashed sees none. */
    private final class Wire implements Connections {
        private volatile boolean cut;

        @Override
        public List<ConnectionView> connections() {
            return List.of();
        }

        @Override
        public Optional<Connection> connection(String name) {
            return cut ? Optional.empty() : Optional.ofNullable(running.get(name));
        }
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
