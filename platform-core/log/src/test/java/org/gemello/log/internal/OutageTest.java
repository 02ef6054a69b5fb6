package org.gemello.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.health.PlatformAlarms.PlatformAlarm;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogEntry.Tick;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.LogUnavailableException;
import org.gemello.log.LogOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class OutageTest {
    private static final Tick TICK = new Tick(Entries.NOON);
    @TempDir
    Path directory;
    private final FaultyDisk disk = new FaultyDisk();
    private final AlarmBook alarms = new AlarmBook();

    private FileSampleLog open(LogOptions options) {
        return FileSampleLog.open(directory, options, disk::make, alarms, new LogClock());
    }

    private List<String> active() {
        return alarms.active().stream().map(PlatformAlarm::name).toList();
    }

    /** Batches in the order of their appends, each once, at the offsets that their futures gave. */
    private static void assertKept(FileSampleLog log, List<LogEntry> entries, List<CompletableFuture<Long>> futures) throws Exception {
        CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).join();
        List<LogRecord> records = Entries.read(log, 0);
        assertThat(records.size()).isEqualTo(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            assertThat(futures.get(i).join()).isEqualTo(records.get(i).offset());
            Entries.assertSame(records.get(i).entry(), entries.get(i));
        }
    }

    @ParameterizedTest(name = "force {0} of {1} fails, segments of {2} bytes")
    @CsvSource({"1, 1, 4096", "1, 1, 1000000", "2, 1, 4096", "3, 2, 4096", "5, 3, 4096", "8, 1, 4096", "1, 3, 4096", "20, 1, 16384"})
    void aForceThatFailsEndsItsSegmentAndNothingElse(int first, int count, int segmentBytes) throws Exception {
        List<LogEntry> entries = new ArrayList<>();
        List<CompletableFuture<Long>> futures = new ArrayList<>();
        try (FileSampleLog log = open(LogOptions.DEFAULT.withSegmentBytes(segmentBytes))) {
            disk.failForcesFrom(first, count, "Input/output error");
            for (int i = 0; i < 150; i++) {
                entries.add(Entries.doubles(log.points(), 20 + i, i));
                futures.add(log.append(entries.get(i), TraceId.NONE));
                if (i % 5 == 0) {
                    futures.get(i).join();
                }
            }
            assertKept(log, entries, futures);
            assertThat(disk.failed()).isEqualTo(count);
            assertThat(active()).contains(Outage.SEGMENT_FAILED).doesNotContain(Outage.NOT_WRITING);
            assertThat(log.health().ready()).isTrue();
            assertThat(log.status().failure()).isEmpty();
        }
        try (FileSampleLog log = open(LogOptions.DEFAULT)) {
            assertKept(log, entries, futures);
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whileTheDiskTakesNothingSourcesWaitAndThenAllIsThere(boolean whileWriting) throws Exception {
        List<LogEntry> entries = new ArrayList<>();
        List<CompletableFuture<Long>> futures = new ArrayList<>();
        try (FileSampleLog log = open(LogOptions.DEFAULT.withUnsyncedBytes(20_000))) {
            entries.add(Entries.doubles(log.points(), 50, -1));
            futures.add(log.append(entries.get(0), TraceId.NONE));
            futures.get(0).join();
            if (whileWriting) {
                disk.failWrites("No space left on device");
            } else {
                disk.failForces("No space left on device");
            }
            AtomicInteger appended = new AtomicInteger();
            Thread source = new Thread(() -> {
                for (int i = 0; i < 300; i++) {
                    entries.add(Entries.doubles(log.points(), 50, i));
                    futures.add(log.append(entries.get(entries.size() - 1), TraceId.NONE));
                    appended.incrementAndGet();
                }
            });
            source.start();
            await().until(() -> source.getState() == Thread.State.WAITING && !log.status().failure().isEmpty());
            assertThat(appended.get()).as("memory is bounded").isLessThan(60);
            assertThat(futures.get(futures.size() - 1)).isNotDone();
            assertThat(log.health().ready()).isFalse();
            assertThat(log.health().live()).as("no restart is needed").isTrue();
            assertThat(log.health().text()).contains("disk is full").contains("make room").contains(directory.toString());
            assertThat(active()).contains(Outage.NOT_WRITING);
            assertThatThrownBy(() -> log.append(Entries.command("c-1"), TraceId.NONE).join()).hasCauseInstanceOf(LogUnavailableException.class);
            disk.heal();
            source.join();
            assertKept(log, entries, futures);
            await().untilAsserted(() -> assertThat(active()).doesNotContain(Outage.NOT_WRITING));
            assertThat(log.health().ready()).isTrue();
        }
        try (FileSampleLog log = open(LogOptions.DEFAULT)) {
            assertKept(log, entries, futures);
        }
    }

    @Test
    void aLogThatIsClosedWhileNothingCanBeWrittenSaysWhatIsNotKept() throws Exception {
        List<CompletableFuture<Long>> lost = new ArrayList<>();
        try (FileSampleLog log = open(LogOptions.DEFAULT)) {
            log.append(TICK, TraceId.NONE).join();
            disk.failForces("Input/output error");
            for (int i = 0; i < 10; i++) {
                lost.add(log.append(TICK, TraceId.NONE));
            }
            await().until(() -> !log.status().failure().isEmpty());
        }
        assertThat(lost).allSatisfy(future -> assertThatThrownBy(future::join).hasCauseInstanceOf(LogUnavailableException.class));
        disk.heal();
        try (FileSampleLog log = open(LogOptions.DEFAULT)) {
            assertThat(Entries.read(log, 0)).extracting(LogRecord::offset).containsExactly(0L);
            assertThat(log.append(TICK, TraceId.NONE).join()).isEqualTo(1);
            assertThat(active()).doesNotContain(Outage.NOT_WRITING);
        }
    }

    @Test
    void aForceThatFailsWhileTheLogIsClosedIsMadeGoodToo() throws Exception {
        List<LogEntry> entries = new ArrayList<>();
        List<CompletableFuture<Long>> futures = new ArrayList<>();
        FileSampleLog log = open(LogOptions.DEFAULT);
        try (log) {
            disk.block();
            entries.add(Entries.doubles(log.points(), 50, 1));
            futures.add(log.append(entries.get(0), TraceId.NONE));
            await().until(disk::isBlocking);
            Thread closing = new Thread(log::close);
            closing.start();
            await().until(() -> closing.getState() == Thread.State.WAITING);
            disk.failForcesFrom(1, 1, "Input/output error");
            disk.heal();
            closing.join();
            assertThat(disk.failed()).isEqualTo(1);
            assertThat(futures.get(0)).isCompletedWithValue(0L);
        }
        try (FileSampleLog again = open(LogOptions.DEFAULT)) {
            assertKept(again, entries, futures);
        }
    }

    @Test
    void aForceThatDoesNotComeBackIsSeenInTheHealth() {
        AtomicLong steady = new AtomicLong();
        LogClock clock = new LogClock(Times::now, steady::get);
        try (FileSampleLog log = FileSampleLog.open(directory, LogOptions.DEFAULT, disk::make, alarms, clock)) {
            disk.block();
            CompletableFuture<Long> future = log.append(TICK, TraceId.NONE);
            await().until(disk::isBlocking);
            assertThat(log.health().ready()).isTrue();
            steady.addAndGet(Duration.ofSeconds(11).toNanos());
            assertThat(log.health().ready()).isFalse();
            assertThat(log.health().text()).contains("has not answered");
            disk.heal();
            future.join();
            await().until(() -> log.health().ready());
        }
    }

    @Test
    void closedIntakeHoldsSamplesFromOutsideOnly() {
        try (FileSampleLog log = open(LogOptions.DEFAULT)) {
            log.intake(false);
            Thread source = new Thread(() -> log.append(Entries.doubles(log.points(), 5, 1), TraceId.NONE).join());
            source.start();
            await().until(() -> source.getState() == Thread.State.WAITING);
            log.append(TICK, TraceId.NONE).join();
            log.append(Entries.command("c-1"), TraceId.NONE).join();
            log.append(Entries.doubles(log.points(), 5, 2), TraceId.NONE, 0).join();
            assertThat(log.end()).isEqualTo(7);
            log.intake(true);
            await().until(() -> log.end() == 12);
        }
    }

    @Test
    void aFailureIsForgottenAfterAnHourAlsoOverARestart() {
        AtomicLong steady = new AtomicLong();
        LogClock clock = new LogClock(Times::now, steady::get);
        Outage outage = new Outage(directory, alarms, clock);
        outage.failed(new IOException("Input/output error"), false);
        for (Outage either : List.of(outage, new Outage(directory, alarms, clock))) {
            steady.addAndGet(Duration.ofMinutes(29).toNanos());
            either.check();
            assertThat(active()).containsExactly(Outage.SEGMENT_FAILED);
        }
        steady.addAndGet(Duration.ofMinutes(5).toNanos());
        outage.check();
        assertThat(active()).isEmpty();
    }
}
