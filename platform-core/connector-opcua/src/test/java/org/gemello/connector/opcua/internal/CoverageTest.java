package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gemello.api.Gap;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.log.CloseableSampleLog;
import org.gemello.log.SampleLogs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageTest {
    private final Site site = new Site("opc.tcp://localhost:1");
    private final PointId point = site.bind("t/a", "ns=1;s=a");
    private final PointId other = site.bind("t/b", "ns=1;s=b");
    private final long now = Times.now();
    @TempDir
    Path folder;
    private CloseableSampleLog log;
    private Items items;
    private Item item;

    @BeforeEach
    void open() {
        log = SampleLogs.open(folder.resolve("log"));
        items = new Items(site.bindings("plant"), OpcUaSettings.of(site.connection("plant").orElseThrow()), log.points());
        item = items.of(point).orElseThrow();
    }

    @AfterEach
    void close() {
        log.close();
    }

    private SampleBatch batch(long... times) {
        SampleBatchBuilder batch = SampleBatch.builder(log.points(), times.length);
        for (long time : times) {
            batch.add(item.handle, 1.0, 0, time, now + 7);
        }
        return batch.build();
    }

    private void append(LogEntry entry) {
        log.append(entry, TraceId.random()).join();
    }

    private Pending pending() {
        return Pending.open(folder.resolve("plant.pending"), items);
    }

    private void found(long from, long to) {
        try (Pending pending = pending()) {
            pending.add(List.of(new Stretch(item, from, to, to, "lost")));
        }
    }

    private Optional<Stretch> closedBy(long time) {
        return item.close(time, time);
    }

    @Test
    void aHoleBeginsAtTheLastSampleOfThePointHoweverEarlyOrLateItsServersClockIs() throws Exception {
        append(new LogEntry.Samples(batch(now - 20, now + 1_000_000, now + 500_000)));
        Coverage.of(log, items, now).resume(Pending.inMemory());
        assertThat(closedBy(now + 2_000_000)).hasValueSatisfying(stretch -> assertThat(stretch.from()).isEqualTo(now + 1_000_000));
    }

    @Test
    void aPointWithoutASampleOfLateIsCoveredUpToTheTimeThatWasLookedAt() throws Exception {
        append(new LogEntry.Samples(batch(now)));
        Coverage.of(log, items, now).resume(Pending.inMemory());
        assertThat(items.of(other).orElseThrow().close(now + 1, now + 1)).hasValueSatisfying(stretch ->
                assertThat(stretch.from()).isEqualTo(now - Coverage.LOOK_BACK.toNanos()));
    }

    @Test
    void thatTheServerIsGoneProvesNothing() throws Exception {
        append(new LogEntry.Samples(batch(now)));
        append(new LogEntry.Samples(SampleBatch.builder(log.points(), 1)
                .addNone(item.handle, Quality.BAD_NO_COMMUNICATION.code(), now + 50, now + 50).build()));
        Coverage.of(log, items, now + 100).resume(Pending.inMemory());
        assertThat(closedBy(now + 200)).hasValueSatisfying(stretch -> assertThat(stretch.from()).isEqualTo(now));
    }

    @Test
    void aGapThatWasToldIsNotToldAgain() throws Exception {
        append(new LogEntry.Samples(batch(now)));
        append(new LogEntry.Gaps(List.of(new Gap(item.binding.point(), Times.instant(now), Times.instant(now + 50), "lost"))));
        Coverage.of(log, items, now).resume(Pending.inMemory());
        assertThat(closedBy(now + 90)).hasValueSatisfying(stretch -> assertThat(stretch.from()).isEqualTo(now + 49));
    }

    @Test
    void aStretchWhoseEndDidNotComeToTheLogIsPartOfTheNewHoleFromWhereItWasFilledOn() throws Exception {
        append(new LogEntry.Samples(batch(now)));
        append(new LogEntry.Backfill(batch(now + 10, now + 20)));
        found(now, now + 50);
        try (Pending pending = pending()) {
            Coverage.of(log, items, now).resume(pending);
            assertThat(pending.all()).isEmpty();
        }
        assertThat(closedBy(now + 90)).hasValueSatisfying(stretch -> assertThat(stretch.from()).isEqualTo(now + 20));
    }

    @Test
    void whatWasFilledInButNotStruckOffIsNotFilledInTwice() throws Exception {
        append(new LogEntry.Samples(batch(now, now + 50)));
        append(new LogEntry.Backfill(batch(now + 10, now + 20)));
        found(now, now + 50);
        try (Pending pending = pending()) {
            Coverage.of(log, items, now).resume(pending);
            assertThat(pending.all()).singleElement().satisfies(fill -> assertThat(fill.rest().from()).isEqualTo(now + 20));
        }
        assertThat(closedBy(now + 90)).hasValueSatisfying(stretch -> assertThat(stretch.from()).isEqualTo(now + 50));
    }
}
