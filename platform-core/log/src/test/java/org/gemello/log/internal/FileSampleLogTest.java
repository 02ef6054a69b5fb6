package org.gemello.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogEntry.Samples;
import org.gemello.api.log.LogEntry.Tick;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.LogUnavailableException;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.LogOptions;
import org.gemello.log.SampleLogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSampleLogTest {
    private static final TraceId TRACE = new TraceId(1, 2);
    @TempDir
    Path directory;

    @Test
    void whatWasAppendedIsReadInOrderWithTraceCauseAndOffset() throws Exception {
        try (CloseableSampleLog log = SampleLogs.open(directory)) {
            List<LogEntry> entries = List.of(Entries.doubles(log.points(), 10, 5), Entries.gap(3), new Tick(Entries.NOON),
                    Entries.command("c1"), Entries.doubles(log.points(), 20, Double.NaN));
            List<CompletableFuture<Long>> futures = new ArrayList<>();
            for (LogEntry entry : entries) {
                futures.add(log.append(entry, TRACE, 7));
            }
            assertThat(futures).extracting(CompletableFuture::join).containsExactly(0L, 10L, 11L, 12L, 13L);

            List<LogRecord> records = Entries.read(log, 0);
            assertThat(records).extracting(LogRecord::offset).containsExactly(0L, 10L, 11L, 12L, 13L);
            for (int i = 0; i < entries.size(); i++) {
                Entries.assertSame(records.get(i).entry(), entries.get(i));
                assertThat(records.get(i).trace()).isEqualTo(TRACE);
                assertThat(records.get(i).cause()).isEqualTo(7);
            }
            assertThat(((Samples) records.get(4).entry()).batch().offset(19)).isEqualTo(32);
            assertThat(log.end()).isEqualTo(33);
            assertThat(log.status().durable()).isEqualTo(33);
        }
    }

    @Test
    void offsetsAndContentGoOnAfterReopening() throws Exception {
        for (int life = 0; life < 4; life++) {
            try (CloseableSampleLog log = SampleLogs.open(directory)) {
                assertThat(log.end()).isEqualTo(life * 10L);
                // another order of first use in each process, so that handles differ from those of the file
                log.points().handle(Entries.point(9 - life));
                assertThat(log.append(Entries.doubles(log.points(), 10, life), TRACE).join()).isEqualTo(life * 10L);
                List<LogRecord> records = Entries.read(log, 0);
                assertThat(records).hasSize(life + 1);
                for (int i = 0; i <= life; i++) {
                    Entries.assertSame(records.get(i).entry(), Entries.doubles(new PointTable(), 10, i));
                }
            }
        }
    }

    @Test
    void manySegmentsReadAsOne() throws Exception {
        LogOptions small = LogOptions.DEFAULT.withSegmentBytes(4096);
        try (CloseableSampleLog log = SampleLogs.open(directory, small)) {
            for (int i = 0; i < 300; i++) {
                log.append(Entries.doubles(log.points(), 100, i), TRACE);
            }
            log.append(new Tick(Entries.NOON), TRACE).join();
            assertThat(log.status().segments()).isGreaterThan(10);
            assertThat(Entries.read(log, 0)).hasSize(301);
        }
        try (CloseableSampleLog log = SampleLogs.open(directory, small)) {
            assertThat(log.end()).isEqualTo(30_001);
            for (int from = 0; from < 30_001; from += 777) {
                List<LogRecord> records = Entries.read(log, from);
                assertThat(records.get(0).offset()).isEqualTo(from / 100 * 100L);
                assertThat(records).hasSize(301 - from / 100);
            }
        }
    }

    @Test
    void anOpenWithoutAppendLeavesNothingBehind() {
        for (int i = 0; i < 3; i++) {
            try (CloseableSampleLog log = SampleLogs.open(directory)) {
                assertThat(log.status().segments()).isZero();
            }
        }
    }

    @Test
    void aSecondOpenIsRefusedWhileTheFirstLasts() {
        try (CloseableSampleLog log = SampleLogs.open(directory)) {
            assertThat(log.end()).isZero();
            assertThatThrownBy(() -> SampleLogs.open(directory)).isInstanceOf(LogUnavailableException.class)
                    .hasMessageContaining("already open").hasMessageContaining(directory.toString());
        }
        SampleLogs.open(directory).close();
    }

    @Test
    void aClosedLogRefusesAndHasKeptWhatWasAppended() throws Exception {
        CloseableSampleLog log = SampleLogs.open(directory, LogOptions.DEFAULT.withCommit(LogOptions.Commit.BATCH, Duration.ofSeconds(5)));
        List<CompletableFuture<Long>> futures = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            futures.add(log.append(new Tick(Entries.NOON.plusSeconds(i)), TRACE));
        }
        log.close();
        assertThat(futures).allMatch(future -> future.isDone() && !future.isCompletedExceptionally());
        assertThat(log.append(new Tick(Entries.NOON), TRACE)).isCompletedExceptionally();
        try (CloseableSampleLog again = SampleLogs.open(directory)) {
            assertThat(Entries.read(again, 0)).hasSize(50);
        }
    }

    @Test
    void anEmptyBatchAndForeignPointsAreRefused() {
        try (CloseableSampleLog log = SampleLogs.open(directory)) {
            Samples empty = new Samples(SampleBatch.builder(log.points(), 1).build());
            assertThatThrownBy(() -> log.append(empty, TRACE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1 to");
            Samples foreign = Entries.doubles(new PointTable(), 1, 0);
            assertThatThrownBy(() -> log.append(foreign, TRACE)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("other points");
        }
    }

    private static Samples texts(PointTable points, int rows, String text) {
        SampleBatchBuilder batch = SampleBatch.builder(points, rows);
        for (int row = 0; row < rows; row++) {
            batch.add(points.handle(Entries.point(1)), text, 0, 0, 0);
        }
        return new Samples(batch.build());
    }

    @Test
    void anEntryTooLargeIsRefusedAndTheNextOneIsKept() throws Exception {
        try (CloseableSampleLog log = SampleLogs.open(directory)) {
            Samples longText = texts(log.points(), 1, "x".repeat(2_000_000));
            assertThatThrownBy(() -> log.append(longText, TRACE)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("too long");
            for (int rows : new int[] {34, 50}) {
                Samples manyTexts = texts(log.points(), rows, "x".repeat(1_000_000));
                assertThatThrownBy(() -> log.append(manyTexts, TRACE)).isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("smaller parts");
            }
            assertThat(log.append(Entries.doubles(log.points(), 3, 1), TRACE).join()).isZero();
            assertThat(Entries.read(log, 0)).hasSize(1);
        }
    }
}
