package org.gemello.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
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

    private static void append(CloseableSampleLog log, int batches) {
        for (int i = 0; i < batches; i++) {
            log.append(Entries.doubles(log.points(), 100, i), TraceId.NONE).join();
        }
    }

    @Test
    void theOldestSegmentsGoWhenTheLogIsTooLarge() throws Exception {
        try (CloseableSampleLog log = SampleLogs.open(directory, BY_SIZE)) {
            append(log, 100);
            assertThat(log.status().bytes()).isBetween(20_000L, 60_000L);
            assertThat(log.start()).isPositive();
            assertThat(Entries.read(log, 0).get(0).offset()).isEqualTo(log.start());
            assertThat(log.tail(0).position()).isEqualTo(log.start());
        }
    }

    @Test
    void theSlowestGroupIsWaitedFor() throws Exception {
        try (CloseableSampleLog log = SampleLogs.open(directory, BY_SIZE)) {
            append(log, 10);
            log.commit("history", 500);
            log.commit("runtime", 1000);
            append(log, 90);
            assertThat(log.start()).isLessThanOrEqualTo(500);
            assertThat(log.status().bytes()).isGreaterThan(60_000);
            log.commit("history", 9000);
            log.commit("runtime", 9000);
            append(log, 10);
            assertThat(log.start()).isGreaterThan(5000);
        }
    }

    @Test
    void segmentsTooOldGo() throws Exception {
        try (CloseableSampleLog log = SampleLogs.open(directory, SMALL)) {
            append(log, 20);
            Files.setLastModifiedTime(directory.resolve(String.format("%020d.seg", 0)),
                    FileTime.from(Instant.now().minus(Duration.ofDays(8))));
            append(log, 20);
            assertThat(log.start()).isPositive().isLessThan(1000);
        }
    }
}
