package org.gemello.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry.Tick;
import org.gemello.api.log.LogRecord;
import org.gemello.log.LogOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeSearchTest {
    private static final LogOptions SMALL = LogOptions.DEFAULT.withSegmentBytes(4096).withCommit(LogOptions.Commit.NONE, Duration.ZERO);
    private static final Instant NOON = Entries.NOON;
    @TempDir
    Path directory;
    private final AtomicLong wall = new AtomicLong(Times.nanos(NOON));

    private FileSampleLog open() {
        return FileSampleLog.open(directory, SMALL, SegmentFile::make, new AlarmBook(), new LogClock(wall::get, System::nanoTime));
    }

    /** One record a second, whose content is the time at which it is appended. */
    private void append(FileSampleLog log, int records) {
        for (int i = 0; i < records; i++) {
            log.append(new Tick(Times.instant(wall.get())), TraceId.NONE).join();
            wall.addAndGet(1_000_000_000L);
        }
    }

    /** What comes at or after the time stands at the offset found or behind it. */
    private static void assertFound(FileSampleLog log, List<LogRecord> all, Instant time, int atMostBefore) {
        long found = log.offsetAt(time);
        long first = all.stream().filter(record -> !((Tick) record.entry()).time().isBefore(time)).mapToLong(LogRecord::offset).findFirst()
                .orElse(log.end());
        assertThat(found).as("%s", time).isBetween(first - atMostBefore, first);
    }

    @Test
    void aTimeIsFoundInThisRunAndInTheNext() throws Exception {
        try (FileSampleLog log = open()) {
            assertThat(log.offsetAt(NOON)).isZero();
            append(log, 300);
            List<LogRecord> all = Entries.read(log, 0);
            for (int second = -10; second < 320; second += 7) {
                assertFound(log, all, NOON.plusSeconds(second), 1);
            }
            assertThat(log.offsetAt(Instant.MAX)).isEqualTo(log.end());
            assertThat(log.offsetAt(Instant.MIN)).isZero();
        }
        try (FileSampleLog log = open()) {
            append(log, 100);
            List<LogRecord> all = Entries.read(log, 0);
            for (int second = -10; second < 420; second += 7) {
                assertFound(log, all, NOON.plusSeconds(second), 70); // by segments of about 60 records
            }
        }
    }

    @Test
    void aClockThatGoesBackOrAheadHidesNothing() throws Exception {
        try (FileSampleLog log = open()) {
            for (int jump : new int[] {-3000, 86_400, -86_000, 500}) {
                append(log, 150);
                wall.addAndGet(Duration.ofSeconds(jump).toNanos());
            }
            append(log, 150);
            List<LogRecord> all = Entries.read(log, 0);
            for (int second = -4000; second < 90_000; second += 97) {
                assertFound(log, all, NOON.plusSeconds(second), Integer.MAX_VALUE);
            }
        }
    }
}
