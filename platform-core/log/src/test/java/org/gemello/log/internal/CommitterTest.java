package org.gemello.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry.Tick;
import org.gemello.api.log.LogRecord;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.LogOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitterTest {
    private static final Tick TICK = new Tick(Entries.NOON);
    @TempDir
    Path directory;
    private final FaultyDisk disk = new FaultyDisk();
    private final AlarmBook alarms = new AlarmBook();

    private FileSampleLog open(LogOptions options) {
        return FileSampleLog.open(directory, options, disk::make, alarms, new LogClock());
    }

    @Test
    void appendsOfOneWindowShareOneForce() {
        try (FileSampleLog log = open(LogOptions.DEFAULT.withCommit(LogOptions.Commit.BATCH, Duration.ofMillis(200)))) {
            log.append(TICK, TraceId.NONE).join();
            int before = disk.forces();
            List<CompletableFuture<Long>> futures = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                futures.add(log.append(TICK, TraceId.NONE));
            }
            futures.forEach(CompletableFuture::join);
            assertThat(disk.forces() - before).isBetween(1, 3);
        }
    }

    @Test
    void commitAlwaysForcesAtOnceAndCommitNoneNever() {
        try (FileSampleLog log = open(LogOptions.DEFAULT.withCommit(LogOptions.Commit.ALWAYS, Duration.ofSeconds(10)))) {
            for (int i = 0; i < 20; i++) {
                log.append(TICK, TraceId.NONE).join();
            }
            assertThat(disk.forces()).isEqualTo(20);
        }
        try (FileSampleLog log = open(LogOptions.DEFAULT.withCommit(LogOptions.Commit.NONE, Duration.ZERO))) {
            log.append(TICK, TraceId.NONE).join();
            assertThat(disk.forces()).isEqualTo(20);
        }
    }

    @Test
    void appendsBlockWhileTooMuchIsNotOnDisk() {
        AtomicInteger appended = new AtomicInteger();
        try (FileSampleLog log = open(LogOptions.DEFAULT.withUnsyncedBytes(4096))) {
            disk.block();
            Thread writer = new Thread(() -> {
                for (int i = 0; i < 300; i++) {
                    log.append(TICK, TraceId.NONE);
                    appended.incrementAndGet();
                }
            });
            writer.start();
            await().until(() -> writer.getState() == Thread.State.WAITING);
            assertThat(appended.get()).as("records of 65 bytes, with the reserve").isBetween(68, 78);
            disk.heal();
            await().until(() -> appended.get() == 300);
        }
    }

    @Test
    void anInterruptedWriterFailsAloneAndKeepsItsInterrupt() throws Exception {
        try (FileSampleLog log = open(LogOptions.DEFAULT.withUnsyncedBytes(1024))) {
            disk.block();
            CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
            Thread writer = new Thread(() -> {
                CompletableFuture<Long> future = log.append(TICK, TraceId.NONE);
                while (!future.isCompletedExceptionally()) {
                    future = log.append(TICK, TraceId.NONE);
                }
                stillInterrupted.complete(Thread.currentThread().isInterrupted());
            });
            writer.start();
            await().until(() -> writer.getState() == Thread.State.WAITING);
            writer.interrupt();
            assertThat(stillInterrupted.join()).isTrue();
            disk.heal();
            assertThat(log.append(TICK, TraceId.NONE).join()).isPositive();
        }
    }

    @Test
    void theOrderOfEachThreadIsTheOrderOfTheLogAndOfTheAcknowledgements() throws Exception {
        int each = 2_000;
        ConcurrentLinkedQueue<Long> acknowledged = new ConcurrentLinkedQueue<>();
        try (CloseableSampleLog log = open(LogOptions.DEFAULT.withSegmentBytes(64 << 10))) {
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 3; t++) {
                int thread = t;
                threads.add(new Thread(() -> {
                    for (int i = 0; i < each; i++) {
                        log.append(new Tick(Entries.NOON.plusSeconds(i)), new TraceId(thread, i + 1)).thenAccept(acknowledged::add);
                    }
                }));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            log.append(TICK, TraceId.NONE).join();
            long[] next = {1, 1, 1};
            for (LogRecord record : Entries.read(log, 0).subList(0, 3 * each)) {
                assertThat(record.trace().low()).isEqualTo(next[(int) record.trace().high()]++);
            }
            assertThat(acknowledged).hasSize(3 * each).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatAnAcknowledgementAppendsCannotBlockTheLog() {
        try (FileSampleLog log = open(LogOptions.DEFAULT.withUnsyncedBytes(1024))) {
            List<CompletableFuture<Long>> chains = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                chains.add(log.append(TICK, TraceId.NONE).thenCompose(offset -> log.append(TICK, TraceId.NONE, offset)));
            }
            assertThat(chains).allSatisfy(chain -> assertThat(chain.join()).isPositive());
        }
    }
}
