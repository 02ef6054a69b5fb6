package org.gemello.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.Gap;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.TwinId;
import org.gemello.api.command.Command;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogEntry.CommandIssued;
import org.gemello.api.log.LogEntry.Gaps;
import org.gemello.api.log.LogEntry.Samples;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.SampleLog;
import org.gemello.api.log.Tail;
import org.gemello.log.Batches;

/** Entries for tests, and how to compare them. */
final class Entries {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");

    private Entries() {
    }

    static PointDefinition point(int number) {
        return new PointDefinition(PointId.parse("wt-" + number % 7 + "/P" + number), number % 3 == 0 ? "kW" : "m/s");
    }

    /** Rows of doubles that rise from {@code first}. */
    static Samples doubles(PointTable points, int rows, double first) {
        SampleBatchBuilder batch = SampleBatch.builder(points, rows);
        for (int row = 0; row < rows; row++) {
            batch.add(points.handle(point(row)), first + row, 0, 1_000_000L * row, 1_000_000L * rows);
        }
        return new Samples(batch.build());
    }

    static Gaps gap(int number) {
        return new Gaps(List.of(new Gap(point(number), NOON, NOON.plusSeconds(3), "connection plant lost: Bad_ConnectionClosed")));
    }

    static CommandIssued command(String id) {
        return new CommandIssued(new Command(id, new TwinId("wt-01"), "limit-power", Map.of("power", 1500.5, "ramp", Double.NaN), "kim",
                NOON, NOON.plusSeconds(30)));
    }

    static void assertSame(LogEntry actual, LogEntry expected) {
        if (expected instanceof Samples samples) {
            assertThat(Batches.same(((Samples) actual).batch(), samples.batch())).as("batches are the same").isTrue();
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }

    /** All that is on disk from an offset on. */
    static List<LogRecord> read(SampleLog log, long from) throws InterruptedException {
        List<LogRecord> records = new ArrayList<>();
        try (Tail tail = log.tail(from)) {
            Optional<LogRecord> record = tail.poll(Duration.ZERO);
            while (record.isPresent()) {
                records.add(record.get());
                record = tail.poll(Duration.ZERO);
            }
        }
        return records;
    }
}
