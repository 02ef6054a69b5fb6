package org.gemello.connector.push.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.connection.DeadLetters;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.Tail;
import org.gemello.api.trace.Stage;
import org.gemello.api.trace.TraceStep;
import org.gemello.api.trace.Traces;
import org.gemello.binding.Binding;
import org.gemello.binding.LinearScale;
import org.gemello.binding.PointBinding;
import org.gemello.binding.Settings;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.SampleLogs;

/** A real log, two bound names, and dead letters in memory. */
final class Inputs implements AutoCloseable {
    final CloseableSampleLog log;
    final List<String> causes = new CopyOnWriteArrayList<>();
    final List<byte[]> payloads = new CopyOnWriteArrayList<>();

    Inputs(Path folder) {
        log = SampleLogs.open(folder);
    }

    /** {@code temperature} in Cel from degF, {@code state} as it is. */
    static List<Binding> bindings() {
        TwinId twin = new TwinId("lab");
        PointBinding temperature = new PointBinding(new PointDefinition(new PointId(twin, "T"), "Cel"), "lab", "temperature",
                new LinearScale(5.0 / 9, -160.0 / 9), false, "");
        PointBinding state = new PointBinding(new PointDefinition(new PointId(twin, "S"), "1"), "lab", "state", LinearScale.IDENTITY, false, "");
        return List.of(new Binding("lab", twin, Settings.of(Map.of()), List.of(temperature, state)));
    }

    InputServices services() {
        return new InputServices(log, letters(), traces());
    }

    CompletableFuture<Void> append(LogEntry entry, TraceId trace) {
        return log.append(entry, trace).thenApply(offset -> null);
    }

    private DeadLetters letters() {
        return new DeadLetters() {
            @Override
            public void add(String connection, String source, byte[] payload, String cause) {
                payloads.add(payload);
                causes.add(source + ": " + cause);
            }

            @Override
            public List<DeadLetter> latest(int limit) {
                return List.of();
            }

            @Override
            public Optional<DeadLetter> letter(long number) {
                return Optional.empty();
            }
        };
    }

    private static Traces traces() {
        return new Traces() {
            @Override
            public void add(TraceId trace, Stage stage, String detail) {
                // nobody asks here
            }

            @Override
            public List<TraceStep> steps(TraceId trace) {
                return List.of();
            }
        };
    }

    /** Everything in the log as {@code point=value unit@time}, late ones with {@code late:} before them. */
    List<String> stored() throws InterruptedException {
        List<String> all = new ArrayList<>();
        try (Tail tail = log.tail(0)) {
            while (tail.position() < log.status().durable()) {
                LogRecord record = tail.poll(java.time.Duration.ofSeconds(10)).orElseThrow();
                boolean late = record.entry() instanceof LogEntry.Backfill;
                var batch = record.entry() instanceof LogEntry.Backfill backfill ? backfill.batch() : ((LogEntry.Samples) record.entry()).batch();
                for (int row = 0; row < batch.size(); row++) {
                    Object value = batch.value(row) instanceof Double number ? Math.round(number * 1e6) / 1e6 : batch.value(row);
                    all.add((late ? "late:" : "") + batch.point(row) + "=" + value + " " + batch.quality(row) + " "
                            + Instant.ofEpochSecond(0, batch.sourceTime(row)));
                }
            }
        }
        return all;
    }

    @Override
    public void close() {
        log.close();
    }
}
