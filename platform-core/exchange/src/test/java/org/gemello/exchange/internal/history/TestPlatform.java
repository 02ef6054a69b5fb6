package org.gemello.exchange.internal.history;

import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.gemello.api.Caller;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.Role;
import org.gemello.api.Sample;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.TraceId;
import org.gemello.api.health.DiskWatch;
import org.gemello.api.job.JobView;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.Tail;
import org.gemello.exchange.internal.RealHistory;
import org.gemello.exchange.internal.RoomOnDisk;
import org.gemello.historian.internal.Historian;
import org.gemello.jobs.internal.JobRunner;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.SampleLogs;

/** A real log that feeds a real history, with jobs, exports and imports, in one folder. */
final class TestPlatform implements AutoCloseable {
    static final Caller ENGINEER = new Caller("anna", Set.of(Role.ENGINEER));
    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(60);
    final Path data;
    final CloseableSampleLog log;
    final Historian history;
    final JobRunner jobs;
    final HistoryFiles files;
    private volatile DiskWatch.Level disk = DiskWatch.Level.NORMAL;
    private volatile boolean stopped;
    private final Thread feeder = new Thread(this::feed, "test-feed");

    TestPlatform(Path data) throws IOException {
        this.data = data;
        log = SampleLogs.open(data.resolve("log"));
        history = RealHistory.open(data.resolve("history"), offset -> log.commit("history", offset));
        jobs = new JobRunner(data.resolve("jobs").resolve("jobs.list"), 2, 10, LONG);
        files = new HistoryFiles(data, history, log, jobs, new RoomOnDisk(new Watch()), Clock.systemUTC());
        feeder.start();
    }

    private final class Watch implements DiskWatch {
        @Override
        public Level level() {
            return disk;
        }

        @Override
        public double used() {
            return 0.9;
        }
    }

    private void feed() {
        try (Tail tail = log.tail(history.position())) {
            while (!stopped) {
                tail.poll(Duration.ofMillis(100)).ifPresent((LogRecord record) -> history.accept(record));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void disk(DiskWatch.Level level) {
        disk = level;
    }

    int handle(PointId point, String unit) {
        return log.points().handle(new PointDefinition(point, unit));
    }

    void samples(Consumer<SampleBatchBuilder> rows) {
        SampleBatchBuilder batch = SampleBatch.builder(log.points(), 100);
        rows.accept(batch);
        append(new LogEntry.Samples(batch.build()));
    }

    void append(LogEntry entry) {
        log.append(entry, TraceId.random()).join();
    }

    /** Until the history has all of the log. */
    void settle() {
        await().until(() -> history.position() >= log.end());
    }

    JobView ended(JobView job) {
        await().until(() -> jobs.job(job.id()).orElseThrow().state().isEnd());
        settle();
        return jobs.job(job.id()).orElseThrow();
    }

    List<Sample> samples(PointId point) {
        List<Sample> samples = new ArrayList<>();
        history.scan(point, Instant.parse("1900-01-01T00:00:00Z"), Instant.parse("2200-01-01T00:00:00Z"), samples::add);
        return samples;
    }

    @Override
    public void close() throws InterruptedException {
        jobs.close();
        stopped = true;
        feeder.join();
        history.close();
        log.close();
    }
}
