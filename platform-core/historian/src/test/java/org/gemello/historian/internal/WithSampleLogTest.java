package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.historian.internal.Records.POWER;
import static org.gemello.historian.internal.Records.START;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.gemello.api.PointDefinition;
import org.gemello.api.Sample;
import org.gemello.api.SampleBatch;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.Tail;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.LogOptions;
import org.gemello.log.SampleLogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history behind the real log, as the wiring has it. */
class WithSampleLogTest {
    private static final int BATCHES = 40;
    private static final int BATCH = 100;
    @TempDir
    private Path folder;

    @Test
    void everyAcknowledgedSampleIsThereOnceAfterACrash() throws Exception {
        try (CloseableSampleLog log = SampleLogs.open(folder.resolve("log"), LogOptions.DEFAULT)) {
            for (int i = 0; i < BATCHES; i++) {
                log.append(batch(log, i), TraceId.random()).get();
            }
            Historian crashed = historian(log, 700);
            take(log, crashed, 2_000);
            await().until(() -> log.position("history") > 0);
            long stored = log.position("history");
            crashed.close(); // what it writes now is newer than what the log was told

            try (Historian again = historian(log, 700)) {
                assertThat(again.position()).isGreaterThanOrEqualTo(stored);
                take(log, again, log.end());
                List<Sample> all = HistorianFixture.readAll(again).samples();
                assertThat(all).extracting(Sample::value)
                        .isEqualTo(LongStream.range(0, BATCHES * BATCH).mapToObj(n -> (Object) n).toList());
                assertThat(all).extracting(Sample::offset).doesNotHaveDuplicates();
            }
            assertThat(log.position("history")).isEqualTo(log.end());
        }
    }

    private Historian historian(CloseableSampleLog log, int flushRows) throws Exception {
        return new Historian(folder.resolve("history"), HistorianFixture.settings(flushRows), offset -> log.commit("history", offset));
    }

    private static LogEntry batch(CloseableSampleLog log, int number) {
        int handle = log.points().handle(new PointDefinition(POWER, "kW"));
        var batch = SampleBatch.builder(log.points(), BATCH);
        for (int i = 0; i < BATCH; i++) {
            batch.add(handle, (long) number * BATCH + i, 0, START + number, START + number); // all of a batch at the same instant
        }
        return new LogEntry.Samples(batch.build());
    }

    private static void take(CloseableSampleLog log, Historian history, long end) throws InterruptedException {
        try (Tail tail = log.tail(history.position())) {
            while (tail.position() < end) {
                Optional<LogRecord> record = tail.poll(Duration.ofSeconds(10));
                history.accept(record.orElseThrow());
            }
        }
    }
}
