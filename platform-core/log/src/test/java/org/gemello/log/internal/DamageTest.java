package org.gemello.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gemello.api.PointTable;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogEntry.Gaps;
import org.gemello.api.log.LogEntry.Samples;
import org.gemello.api.log.LogRecord;
import org.gemello.log.LogOptions;

/** Whatever happens to the bytes of a log: what is read is what was written, and what is missing is told. */
class DamageTest {
    private static final LogOptions OPTIONS = LogOptions.DEFAULT.withSegmentBytes(4096).withCommit(LogOptions.Commit.NONE, Duration.ZERO);
    private static final int RECORDS = 24;
    private static final int ROWS = 30;

    private static LogEntry entry(PointTable points, int number) {
        return Entries.doubles(points, ROWS, number);
    }

    private static Path written() throws IOException {
        Path directory = Files.createTempDirectory("gemello-damage");
        try (FileSampleLog log = FileSampleLog.open(directory, OPTIONS)) {
            for (int i = 0; i < RECORDS; i++) {
                log.append(entry(log.points(), i), TraceId.NONE).join();
            }
        }
        return directory;
    }

    private static List<Path> segments(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".seg")).sorted().toList();
        }
    }

    /** Reads the log and compares; whoever misses an acknowledged record below the last one read must find a gap. */
    private static void assertNeverWrongAlwaysTold(Path directory) throws Exception {
        AlarmBook alarms = new AlarmBook();
        try (FileSampleLog log = FileSampleLog.open(directory, OPTIONS, alarms)) {
            List<LogRecord> first = samples(log);
            boolean missing = !first.isEmpty() && first.size() < first.get(first.size() - 1).next() / ROWS;
            if (missing) {
                await().until(() -> Entries.read(log, 0).stream().anyMatch(record -> record.entry() instanceof Gaps));
                await().until(() -> alarms.active().stream().anyMatch(alarm -> alarm.name().equals(Housekeeping.DAMAGED)));
            }
            for (LogRecord record : samples(log)) {
                assertThat(record.offset() % ROWS).isZero();
                Entries.assertSame(record.entry(), entry(new PointTable(), (int) (record.offset() / ROWS)));
            }
            long end = log.end();
            assertThat(log.append(Entries.gap(1), TraceId.NONE).join()).isGreaterThanOrEqualTo(end);
        }
    }

    private static List<LogRecord> samples(FileSampleLog log) throws InterruptedException {
        return Entries.read(log, 0).stream().filter(record -> record.entry() instanceof Samples).toList();
    }

    @Property(tries = 25)
    void bytesThatChange(@ForAll @IntRange(max = 1000) int where, @ForAll @Size(min = 1, max = 40) byte[] noise,
                         @ForAll @IntRange(max = 100) int segment) throws Exception {
        Path directory = written();
        List<Path> segments = segments(directory);
        Path damaged = segments.get(segment % segments.size());
        byte[] bytes = Files.readAllBytes(damaged);
        int at = (int) ((long) where * (bytes.length - 1) / 1000);
        for (int i = 0; i < noise.length && at + i < bytes.length; i++) {
            bytes[at + i] ^= noise[i];
        }
        Files.write(damaged, bytes);
        assertNeverWrongAlwaysTold(directory);
        remove(directory);
    }

    @Property(tries = 25)
    void filesThatAreCut(@ForAll @IntRange(max = 1000) int where, @ForAll @IntRange(max = 100) int segment) throws Exception {
        Path directory = written();
        List<Path> segments = segments(directory);
        Path damaged = segments.get(segment % segments.size());
        byte[] bytes = Files.readAllBytes(damaged);
        Files.write(damaged, Arrays.copyOf(bytes, (int) ((long) where * bytes.length / 1000)));
        assertNeverWrongAlwaysTold(directory);
        remove(directory);
    }

    private static void remove(Path directory) throws IOException {
        List<Path> all = new ArrayList<>();
        try (var paths = Files.walk(directory)) {
            paths.forEach(all::add);
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            Files.delete(all.get(i));
        }
    }
}
