package org.gemello.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.LogOptions;
import org.gemello.log.SampleLogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    private static final LogOptions SMALL = LogOptions.DEFAULT.withSegmentBytes(8192).withCommit(LogOptions.Commit.NONE, Duration.ZERO);
    private static final LogOptions BY_SIZE = SMALL.withRetention(40_000, Duration.ofDays(7));
    @TempDir
    Path directory;
    private final AlarmBook alarms = new AlarmBook();
    private final AtomicLong wall = new AtomicLong(Times.nanos(Entries.NOON));
    private final AtomicLong steady = new AtomicLong();

    private FileSampleLog open(LogOptions options) {
        return FileSampleLog.open(directory, options, SegmentFile::make, alarms, new LogClock(wall::get, steady::get));
    }

    private void pass(Duration time) {
        wall.addAndGet(time.toNanos());
        steady.addAndGet(time.toNanos());
    }

    private static void append(CloseableSampleLog log, int batches) {
        for (int i = 0; i < batches; i++) {
            log.append(Entries.doubles(log.points(), 100, i), TraceId.NONE).join();
        }
    }

    @Test
    void theOldestSegmentsGoWhenTheLogIsTooLarge() throws Exception {
        try (CloseableSampleLog log = SampleLogs.open(directory, BY_SIZE)) {
            append(log, 100);
            await().until(() -> log.status().bytes() < 60_000);
            assertThat(log.status().bytes()).isGreaterThan(20_000);
            assertThat(log.start()).isPositive();
            assertThat(Entries.read(log, 0).get(0).offset()).isEqualTo(log.start());
            assertThat(log.tail(0).position()).isEqualTo(log.start());
        }
    }

    @Test
    void theSlowestGroupIsWaitedFor() throws Exception {
        try (FileSampleLog log = open(BY_SIZE)) {
            append(log, 10);
            log.commit("history", 500);
            log.commit("runtime", 1000);
            append(log, 90);
            assertThat(log.start()).isLessThanOrEqualTo(500);
            assertThat(log.status().bytes()).isGreaterThan(60_000);
            await().until(() -> alarms.active().stream().anyMatch(alarm -> alarm.name().equals(Retention.HELD_BACK)
                    && alarm.message().contains("history") && !alarm.message().contains("runtime")));
            log.commit("history", 9000);
            log.commit("runtime", 9000);
            append(log, 10);
            await().until(() -> log.start() > 5000 && alarms.active().isEmpty());
        }
    }

    @Test
    void aGroupThatIsForgottenHoldsNothingBackNotEvenAfterARestart() {
        try (FileSampleLog log = open(BY_SIZE)) {
            append(log, 10);
            log.commit("old", 100);
            log.commit("history", 1000);
            append(log, 90);
        }
        try (FileSampleLog log = open(BY_SIZE)) {
            assertThat(log.forget("old")).isTrue();
            append(log, 1);
            log.commit("history", 10_000);
            await().until(() -> log.start() > 5000);
        }
        try (FileSampleLog log = open(BY_SIZE)) {
            assertThat(log.status().groups()).containsOnlyKeys("history");
        }
    }

    @Test
    void segmentsTooOldGo() {
        try (FileSampleLog log = open(SMALL)) {
            append(log, 20);
            pass(Duration.ofDays(4));
            append(log, 20);
            pass(Duration.ofDays(4));
            append(log, 20);
            await().until(() -> log.start() > 0);
            assertThat(log.start()).isLessThan(2000);
            assertThat(alarms.active()).isEmpty();
        }
    }

    @Test
    void aClockThatJumpsForwardMakesNothingOldAndIsTold() {
        try (FileSampleLog log = open(SMALL)) {
            append(log, 20);
            wall.addAndGet(Duration.ofDays(400).toNanos());
            append(log, 20);
            await().until(() -> alarms.active().stream().anyMatch(alarm -> alarm.name().equals(Housekeeping.CLOCK)));
            assertThat(alarms.active().get(0).message()).contains("forward by 34560000 s");
            assertThat(log.start()).isZero();
        }
        wall.addAndGet(Duration.ofDays(-400).toNanos());
        try (FileSampleLog log = open(SMALL)) {
            append(log, 20);
            pass(Duration.ofDays(1));
            append(log, 20);
            assertThat(log.start()).as("what was stamped by the wrong clock does not make the rest old").isZero();
        }
    }

    @Test
    void aComputerThatStartsWithAWrongClockRemovesNothing() {
        try (FileSampleLog log = open(SMALL)) {
            append(log, 20);
        }
        for (int days : new int[] {400, -20_000}) {
            wall.addAndGet(Duration.ofDays(days).toNanos());
            try (FileSampleLog log = open(SMALL)) {
                append(log, 20);
                assertThat(log.start()).isZero();
                assertThat(log.endOfLastRun().orElseThrow()).isBeforeOrEqualTo(Times.instant(wall.get()));
            }
        }
    }
}
