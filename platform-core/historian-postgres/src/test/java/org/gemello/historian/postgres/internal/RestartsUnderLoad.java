package org.gemello.historian.postgres.internal;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.Tail;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.LogOptions;
import org.gemello.log.SampleLogs;
import org.gemello.testkit.health.MemoryAlarms;
import org.gemello.testkit.postgres.PostgresServer;

/** Writes into a real log, follows it into the history, and restarts the server again and again meanwhile. */
public final class RestartsUnderLoad {
    private static final int POINTS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private final PostgresServer server;
    private final Path folder;
    private final AtomicLong acknowledged = new AtomicLong();
    private volatile boolean stopped;

    /** What was acknowledged by the log, and what the history then had. */
    public record Outcome(long acknowledged, long stored, long distinct) {
        public long lost() {
            return acknowledged - distinct;
        }

        public long doubled() {
            return stored - distinct;
        }
    }

    public RestartsUnderLoad(PostgresServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** Returns when everything acknowledged is durable in the history. */
    public Outcome run(int restarts) throws Exception {
        String schema = "restarts";
        PostgresSettings settings = SharedServer.settings(server.url(), schema, SharedServer.QUICK, SharedServer.FOR_EVER);
        try (CloseableSampleLog log = SampleLogs.open(folder.resolve("log"), LogOptions.DEFAULT);
             PostgresHistory history = new PostgresHistory(settings, new MemoryAlarms(), offset -> log.commit("history", offset), log::end)) {
            Thread source = start("source", () -> produce(log));
            Thread route = start("route", () -> follow(log, history));
            for (int i = 0; i < restarts; i++) {
                long before = acknowledged.get();
                long durable = history.durable();
                await().atMost(PATIENCE).until(() -> history.durable() > durable && acknowledged.get() > before);
                switch (i % 3) {
                    case 0 -> server.stop();
                    case 1 -> server.crash();
                    default -> server.kill();
                }
                long down = acknowledged.get();
                await().atMost(PATIENCE).until(() -> acknowledged.get() > down); // the log takes on while the server is gone
                server.start();
            }
            stopped = true;
            source.join();
            await().atMost(PATIENCE).until(() -> history.durable() >= log.end());
            route.join();
            return new Outcome(acknowledged.get(), count(schema, "count(*)"), count(schema, "count(DISTINCT log_offset)"));
        }
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.start();
        return thread;
    }

    private void produce(CloseableSampleLog log) {
        int[] handles = new int[POINTS];
        for (int i = 0; i < POINTS; i++) {
            handles[i] = log.points().handle(new PointDefinition(PointId.parse("wt-" + i + "/WTUR.W"), "kW"));
        }
        while (!stopped) {
            SampleBatchBuilder batch = SampleBatch.builder(log.points(), POINTS);
            long time = Times.now();
            for (int handle : handles) {
                batch.add(handle, time, 0, time, time);
            }
            log.append(new LogEntry.Samples(batch.build()), TraceId.random()).join();
            acknowledged.addAndGet(POINTS);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void follow(CloseableSampleLog log, PostgresHistory history) {
        try (Tail tail = log.tail(history.position())) {
            while (!stopped || tail.position() < log.end()) {
                Optional<LogRecord> record = tail.poll(Duration.ofMillis(50));
                record.ifPresent(history::accept);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long count(String schema, String what) throws Exception {
        return Long.parseLong(SharedServer.ask(server, schema, "SELECT " + what + " FROM samples"));
    }
}
