package org.gemello.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.TwinId;
import org.gemello.api.ValueKind;
import org.gemello.api.alarm.AlarmAction;
import org.gemello.api.command.Command;
import org.gemello.api.command.CommandState;
import org.gemello.api.history.Annotation;
import org.gemello.api.history.Correction;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogEntry.AlarmChanged;
import org.gemello.api.log.LogEntry.AlarmHandled;
import org.gemello.api.log.LogEntry.Annotated;
import org.gemello.api.log.LogEntry.Backfill;
import org.gemello.api.log.LogEntry.CommandIssued;
import org.gemello.api.log.LogEntry.CommandMoved;
import org.gemello.api.log.LogEntry.CommandRequested;
import org.gemello.api.log.LogEntry.Corrected;
import org.gemello.api.log.LogEntry.Gaps;
import org.gemello.api.log.LogEntry.ProposalMade;
import org.gemello.api.log.LogEntry.ProposalMoved;
import org.gemello.api.log.LogEntry.Samples;
import org.gemello.api.log.LogEntry.Tick;
import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.Proposal;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.proposal.ProposedCommand;
import org.gemello.api.twin.Severity;
import org.gemello.log.Batches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryCodecTest {
    private final PointTable points = new PointTable();
    private final PointNumbers numbers = new PointNumbers(points);
    private final PointTable otherProcess = new PointTable();
    private final PointNames names = new PointNames(otherProcess);

    static Stream<LogEntry> plainEntries() {
        TwinId twin = new TwinId("wt-01");
        return Stream.of(new Tick(Entries.NOON), new Tick(Instant.MIN), new Tick(Instant.MAX),
                Entries.gap(4), new Gaps(List.of()),
                Entries.command("c-1"),
                new CommandIssued(new Command("c-2", twin, "stop", Map.of(), "", Instant.EPOCH, Instant.EPOCH)),
                new CommandRequested(Entries.command("c-3").command(), "policy two-pairs-of-eyes"),
                new CommandMoved("c-1", CommandState.UNKNOWN, "no read back within 2 s: 전력 \uD83C\uDF2C", Entries.NOON),
                new CommandMoved("c-1", CommandState.CONFIRMED, "", Entries.NOON),
                new AlarmChanged(twin, "low-power", true, Severity.CRITICAL, "1500 kW expected, 900 kW measured", Entries.NOON),
                new AlarmChanged(twin, "low-power", false, Severity.LOW, "", Entries.NOON),
                new AlarmHandled(twin, "low-power", AlarmAction.ACKNOWLEDGE, "kim", "", null, Entries.NOON),
                new AlarmHandled(twin, "low-power", AlarmAction.SHELVE, "kim", "정비", Instant.MAX, Entries.NOON),
                new ProposalMade(proposal(List.of(), List.of())),
                new ProposalMade(proposal(List.of("noise at night: 풍속 below 8 m/s", ""), List.of(new ProposedCommand(twin, "stop", Map.of()),
                        new ProposedCommand(twin, "set-yaw-offset", Map.of("offset", -12.5, "ramp", 0.5))))),
                new ProposalMoved("wf-01:yaw:7", twin, "yaw", ProposalState.ACCEPTED, "kim", "", List.of("c-1", "c-2"), null, Entries.NOON),
                new ProposalMoved("wf-01:yaw:7", twin, "yaw", ProposalState.MEASURED, "wf-01", "against the neighbour", List.of(),
                        new Gain(1.5, -0.5, 3.5, "%"), Instant.MAX),
                correction(1500.25), correction(Long.MIN_VALUE), correction(true), correction("stopped"), correction(null),
                new Annotated(new Annotation("n-1", twin, PointId.parse("wt-01/WTUR.W"), Entries.NOON, Entries.NOON.plusSeconds(60),
                        "sensor exchanged", "kim", Instant.MAX)),
                new Annotated(new Annotation("n-2", twin, null, Instant.MIN, Instant.MAX, "", "", Entries.NOON)));
    }

    private static Proposal proposal(List<String> constraints, List<ProposedCommand> commands) {
        return new Proposal("wf-01:yaw:7", new TwinId("wf-01"), "yaw", "Steer the wake", "because 8 % \uD83C\uDF2C",
                new Gain(2, 1, 3, "MW.h"), constraints, commands, Entries.NOON, Entries.NOON.plusSeconds(600));
    }

    private static Corrected correction(Object value) {
        return new Corrected(new Correction(Entries.point(2), Entries.NOON, value, new Quality(0x40900000), "kim",
                "read off the meter: 전력", Entries.NOON.plusSeconds(3)));
    }

    @Test
    void aCorrectionThatNoSampleCouldHoldIsRefused() {
        assertThatThrownBy(() -> write(correction(Instant.EPOCH))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.time.Instant");
    }

    @Test
    void lateDataComesBackAsLateData() {
        Backfill entry = new Backfill(Entries.doubles(points, 10, 3).batch());
        Backfill back = (Backfill) read(entry, write(entry));
        assertThat(Batches.same(back.batch(), entry.batch())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("plainEntries")
    void everyKindComesBackEqual(LogEntry entry) {
        assertThat(read(entry, write(entry))).isEqualTo(entry);
    }

    @Test
    void aBatchOfEveryKindComesBackBitForBit() {
        int handle = points.handle(Entries.point(1));
        SampleBatchBuilder batch = SampleBatch.builder(points, 8)
                .add(handle, Double.longBitsToDouble(0x7ff8000000000123L), 0x80310000, Long.MIN_VALUE, Long.MAX_VALUE)
                .add(handle, Double.NEGATIVE_INFINITY, 0, 0, 0).add(handle, -0.0, 0, 1, 2)
                .add(handle, Long.MIN_VALUE, 0, 0, 0).add(handle, true, 0, 0, 0).add(handle, false, 0, 0, 0)
                .add(handle, "", 0, 0, 0).add(handle, "풍속 \uD83C\uDF2C", 0, 0, 0).add(handle, (String) null, 0, 0, 0)
                .addNone(points.handle(Entries.point(2)), 0x40900000, 5, 6);
        Samples entry = new Samples(batch.build());
        Entries.assertSame(read(entry, write(entry)), entry);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomBatchesComeBackBitForBit(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Samples entry = randomBatch(random);
            Entries.assertSame(read(entry, write(entry)), entry);
        }
    }

    /** Each column with its own span, so that every width is met. */
    private Samples randomBatch(Random random) {
        int rows = 1 + random.nextInt(300);
        int kinds = 1 + random.nextInt(ValueKind.values().length);
        int[] shift = random.ints(4, 0, 65).toArray();
        SampleBatchBuilder batch = SampleBatch.builder(points, 4);
        for (int row = 0; row < rows; row++) {
            int handle = points.handle(Entries.point(random.nextInt(1000)));
            ValueKind kind = ValueKind.of(random.nextInt(kinds));
            int quality = (int) low(random, shift[0]);
            if (kind == ValueKind.TEXT) {
                batch.add(handle, "t".repeat(random.nextInt(20)), quality, low(random, shift[2]), low(random, shift[3]));
            } else {
                batch.addBits(handle, kind, low(random, shift[1]), quality, low(random, shift[2]), low(random, shift[3]));
            }
        }
        return new Samples(batch.build());
    }

    private static long low(Random random, int bits) {
        return bits == 0 ? 7 : random.nextLong() >>> (64 - bits);
    }

    @Test
    void aThousandDoublesTakeLessThanSixteenBytesEach() {
        Samples entry = Entries.doubles(points, 1000, 0.1);
        assertThat(write(entry).length).isLessThan(16 * 1000);
    }

    @Test
    void cutAtAnyLengthItIsRefused() {
        for (LogEntry entry : plainEntries().toList()) {
            byte[] bytes = write(entry);
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertThatThrownBy(() -> read(entry, cut)).isInstanceOf(RuntimeException.class);
            }
        }
    }

    @Test
    void noiseIsRefusedOrReadButNeverAsksForMoreThanThereIs() {
        Random random = new Random(6);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            LogEntry kind = i % 2 == 0 ? Entries.gap(1) : Entries.command("c");
            try {
                read(kind, noise);
            } catch (RuntimeException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(19_000);
    }

    @Test
    void aPointThatTheSegmentHasNotDefinedIsRefused() {
        Samples entry = Entries.doubles(points, 3, 1);
        byte[] bytes = write(entry);
        PointNames empty = new PointNames(otherProcess);
        assertThatThrownBy(() -> RecordType.SAMPLES.codec().read(new PayloadReader(ByteBuffer.wrap(bytes)), 3, 0, empty))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("has not defined");
    }

    private byte[] write(LogEntry entry) {
        Draft draft = new Draft();
        if (!draft.encode(entry, numbers)) {
            Chunk definitions = new Chunk().begin(numbers, 0);
            definitions.define(draft.unnumbered(), 0);
            ByteBuffer bytes = definitions.bytes();
            names.define(new PayloadReader(bytes.slice(RecordHeader.BYTES, bytes.limit() - RecordHeader.BYTES)));
            assertThat(draft.encode(entry, numbers)).isTrue();
        }
        byte[] bytes = new byte[draft.payload().position()];
        draft.payload().written().get(bytes);
        return bytes;
    }

    private LogEntry read(LogEntry like, byte[] bytes) {
        PayloadReader in = new PayloadReader(ByteBuffer.wrap(bytes));
        LogEntry entry = RecordType.of(like).codec().read(in, like.count(), 0, names);
        in.end();
        return entry;
    }
}
