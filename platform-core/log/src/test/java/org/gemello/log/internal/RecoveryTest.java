package org.gemello.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.gemello.api.Gap;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry.Gaps;
import org.gemello.api.log.LogEntry.Tick;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.LogUnavailableException;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.LogOptions;
import org.gemello.log.SampleLogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
    private static final LogOptions AT_ONCE = LogOptions.DEFAULT.withCommit(LogOptions.Commit.NONE, Duration.ZERO);
    @TempDir
    Path directory;

    private Path segment(long first) {
        return directory.resolve(String.format("%020d.seg", first));
    }

    private List<LogRecord> reopenAndRead() throws InterruptedException {
        try (CloseableSampleLog log = SampleLogs.open(directory, AT_ONCE)) {
            return Entries.read(log, 0);
        }
    }

    /** Records of 5 items each, one segment; returns the size of the file after each of them. */
    private long[] write(int records) throws IOException {
        long[] sizes = new long[records];
        try (CloseableSampleLog log = SampleLogs.open(directory, AT_ONCE)) {
            for (int i = 0; i < records; i++) {
                log.append(Entries.doubles(log.points(), 5, i), TraceId.NONE).join();
                sizes[i] = log.status().bytes();
            }
        }
        return sizes;
    }

    @Test
    void theEndOfTheLastRunIsTheTimeOfItsLastAppend() throws Exception {
        try (CloseableSampleLog log = SampleLogs.open(directory, AT_ONCE)) {
            assertThat(log.endOfLastRun()).as("a new log").isEmpty();
        }
        Instant before = Instant.now();
        long[] sizes = write(3);
        Instant after = Instant.now();
        try (CloseableSampleLog log = SampleLogs.open(directory, AT_ONCE)) {
            assertThat(log.endOfLastRun().orElseThrow()).isBetween(before, after);
        }
        Files.write(segment(0), Arrays.copyOf(Files.readAllBytes(segment(0)), (int) sizes[2] - 1));
        try (CloseableSampleLog log = SampleLogs.open(directory, AT_ONCE)) {
            assertThat(log.endOfLastRun().orElseThrow()).as("with a torn tail").isBetween(before, after);
        }
    }

    @Test
    void aTailTornAtAnyByteIsCutAndTheLogGoesOn() throws Exception {
        long[] sizes = write(3);
        byte[] whole = Files.readAllBytes(segment(0));
        for (long length = sizes[1]; length < whole.length; length++) {
            Files.write(segment(0), Arrays.copyOf(whole, (int) length));
            try (CloseableSampleLog log = SampleLogs.open(directory, AT_ONCE)) {
                assertThat(log.end()).as("torn at %d", length).isEqualTo(10);
                assertThat(Entries.read(log, 0)).hasSize(2);
                assertThat(log.append(new Tick(Entries.NOON), TraceId.NONE).join()).isEqualTo(10);
                assertThat(Entries.read(log, 0)).extracting(LogRecord::offset).containsExactly(0L, 5L, 10L);
            }
            assertThat(Files.size(segment(0))).isEqualTo(sizes[1]);
            Files.delete(segment(10));
        }
        assertThat(directory.resolve("quarantine")).doesNotExist();
    }

    @Test
    void aTornTailOfNoiseOrZerosIsCutToo() throws Exception {
        long[] sizes = write(2);
        byte[] whole = Files.readAllBytes(segment(0));
        for (byte filling : new byte[] {0, -1, 2, 77}) {
            byte[] longer = Arrays.copyOf(whole, whole.length + 5000);
            Arrays.fill(longer, whole.length, longer.length, filling);
            Files.write(segment(0), longer);
            assertThat(reopenAndRead()).hasSize(2);
            assertThat(Files.size(segment(0))).isEqualTo(sizes[1]);
        }
    }

    @Test
    void aSegmentOfWhichOnlyTheBeginningWasWrittenIsRemoved() throws Exception {
        write(2);
        byte[] whole = Files.readAllBytes(segment(0));
        for (int length = 0; length < 200; length++) {
            Files.write(segment(10), Arrays.copyOf(whole, length));
            assertThat(reopenAndRead()).hasSize(2);
            assertThat(segment(10)).doesNotExist();
        }
    }

    @Test
    void noFlippedBitGoesUnnoticed() throws Exception {
        write(3);
        try (CloseableSampleLog log = SampleLogs.open(directory, AT_ONCE)) {
            log.append(new Tick(Entries.NOON), TraceId.NONE).join();
        }
        byte[] whole = Files.readAllBytes(segment(0));
        List<LogRecord> expected = reopenAndRead();
        for (int at = SegmentHeader.BYTES; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << at % 8);
            Files.write(segment(0), flipped);
            List<LogRecord> read = reopenAndRead().stream().filter(record -> record.offset() <= 15).toList();
            assertThat(read.size()).as("bit of byte %d", at).isLessThan(4);
            assertThat(read.get(read.size() - 1).offset()).isEqualTo(15);
            for (int i = 0; i < read.size() - 1; i++) {
                Entries.assertSame(read.get(i).entry(), expected.get(i).entry());
            }
        }
    }

    @Test
    void aDamagedMiddleOfAnOlderSegmentIsSetAsideAndReadingGoesOnBehindIt() throws Exception {
        long[] sizes = write(4);
        try (CloseableSampleLog log = SampleLogs.open(directory, AT_ONCE)) {
            log.append(new Tick(Entries.NOON), TraceId.NONE).join();
        }
        byte[] damaged = Files.readAllBytes(segment(0));
        damaged[(int) sizes[1] + 60] ^= 4;
        Files.write(segment(0), damaged);

        AlarmBook alarms = new AlarmBook();
        for (int time = 0; time < 2; time++) {
            try (FileSampleLog log = FileSampleLog.open(directory, AT_ONCE, alarms)) {
                Entries.read(log, 0);
                await().until(() -> log.status().durable() == 22 && !alarms.active().isEmpty());
                List<LogRecord> read = Entries.read(log, 0);
                assertThat(read).extracting(LogRecord::offset).as("the hole is told, once").containsExactly(0L, 5L, 20L, 21L);
                assertThat(Entries.read(log, 12)).extracting(LogRecord::offset).containsExactly(20L, 21L);
                assertTellsHole(read.get(3));
                assertThat(log.health().ready()).isTrue();
                assertThat(log.health().text()).contains("1 damaged").contains("quarantine");
                assertThat(alarms.active()).singleElement().satisfies(alarm -> {
                    assertThat(alarm.name()).isEqualTo(Housekeeping.DAMAGED);
                    assertThat(alarm.message()).contains(directory.resolve("quarantine").toString());
                });
            }
        }
        assertThat(Files.readAllBytes(segment(0))).isEqualTo(damaged);
        try (Stream<Path> kept = Files.list(directory.resolve("quarantine")).filter(file -> file.toString().endsWith(".damaged"))) {
            assertThat(kept).singleElement().satisfies(copy -> {
                assertThat(Files.readAllBytes(copy)).isEqualTo(Arrays.copyOfRange(damaged, (int) sizes[1], damaged.length));
                Files.delete(copy);
            });
        }
        try (FileSampleLog log = FileSampleLog.open(directory, AT_ONCE, alarms)) {
            await().until(() -> alarms.active().isEmpty());
            assertThat(Entries.read(log, 0)).extracting(LogRecord::offset).as("told before").containsExactly(0L, 5L, 20L, 21L);
        }
    }

    private static void assertTellsHole(LogRecord record) {
        Gaps gaps = (Gaps) record.entry();
        assertThat(gaps.gaps()).extracting(Gap::definition)
                .containsExactly(Entries.point(0), Entries.point(1), Entries.point(2), Entries.point(3), Entries.point(4));
        assertThat(gaps.gaps()).allSatisfy(gap -> {
            assertThat(gap.from()).isBefore(gap.to());
            assertThat(gap.to()).isBeforeOrEqualTo(Instant.now());
            assertThat(gap.reason()).contains("damaged");
        });
    }

    @Test
    void damageInTheMiddleOfTheLastSegmentIsNoTornTail() throws Exception {
        long[] sizes = write(4);
        byte[] damaged = Files.readAllBytes(segment(0));
        damaged[(int) sizes[1] + 60] ^= 4;
        Files.write(segment(0), damaged);
        try (CloseableSampleLog log = SampleLogs.open(directory, AT_ONCE)) {
            await().until(() -> log.status().durable() == 21);
            List<LogRecord> read = Entries.read(log, 0);
            assertThat(read).extracting(LogRecord::offset).as("what was acknowledged behind the damage has had the other offsets")
                    .containsExactly(0L, 5L, 20L);
            assertTellsHole(read.get(2));
        }
        assertThat(Files.readAllBytes(segment(0))).isEqualTo(damaged);
    }

    @Test
    void aSegmentOfALaterFormatIsLeftAloneWithAClearMessage() throws Exception {
        write(1);
        byte[] later = Files.readAllBytes(segment(0));
        later[8] = SegmentHeader.VERSION + 1;
        sealHeader(later);
        Files.write(segment(0), later);
        assertThatThrownBy(this::reopenAndRead).isInstanceOf(LogUnavailableException.class).hasMessageContaining("format " + later[8]);
        assertThat(Files.readAllBytes(segment(0))).isEqualTo(later);
    }

    private static void sealHeader(byte[] file) {
        CRC32C crc = new CRC32C();
        crc.update(file, 0, SegmentHeader.BYTES - 4);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(SegmentHeader.BYTES - 4, (int) crc.getValue());
    }

    @Test
    void aSegmentOfTheFirstFormatIsRead() throws Exception {
        write(3);
        byte[] first = Files.readAllBytes(segment(0));
        first[8] = 1;
        sealHeader(first);
        Files.write(segment(0), first);
        assertThat(reopenAndRead()).hasSize(3);
    }
}
