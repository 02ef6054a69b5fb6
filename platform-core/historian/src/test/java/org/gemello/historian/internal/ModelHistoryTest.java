package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gemello.testkit.history.RecordedLog.second;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.Times;
import org.gemello.api.TwinId;
import org.gemello.api.history.Aggregate;
import org.gemello.api.history.Downsampling;
import org.gemello.api.history.History;
import org.gemello.api.history.HistoryResult;
import org.gemello.api.history.Interpolation;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.history.model.ModelHistory;
import org.gemello.testkit.history.RecordedLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A point named {@code power} in kW, then {@code output} in W; and {@code load}, which was a share and is a mass now. */
class ModelHistoryTest {
    private static final PointId POWER = PointId.parse("t1/power");
    private static final PointId OUTPUT = PointId.parse("t1/output");
    private static final PointId LOAD = PointId.parse("t1/load");
    private static final TwinModel MODEL = new TwinModel(2, "Pump", List.of(PointSpec.measured("output", "Output", "W", 0, 1e6),
            PointSpec.measured("load", "Load", "kg", 0, 100)), List.of(), Map.of("leistung", "power", "power", "output"));
    private final RecordedLog log = new RecordedLog();
    @TempDir
    Path folder;
    private Historian store;
    private History history;

    @BeforeEach
    void open() {
        store = HistorianFixture.open(folder, HistorianFixture.PATIENT);
        history = new ModelHistory(store, twin -> MODEL);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void sample(PointId point, String unit, double second, double value) {
        long time = Times.nanos(second(second));
        store.accept(log.samples(batch -> batch.add(log.handle(point, unit), value, Quality.GOOD.code(), time, time)));
    }

    /** 1, 2, ... 10 kW as power in seconds 1 to 10, then 11,000 ... 20,000 W as output. */
    private void renamedAtTen() {
        for (int i = 1; i <= 10; i++) {
            sample(POWER, "kW", i, i);
        }
        for (int i = 11; i <= 20; i++) {
            sample(OUTPUT, "W", i, 1000 * i);
        }
    }

    @Test
    void samplesOfFormerNamesAreReadInThePresentNameAndUnit() {
        renamedAtTen();
        HistoryResult result = history.read(OUTPUT, second(0), second(30), 100);
        assertThat(result.total()).isEqualTo(20);
        assertThat(result.downsampled()).isFalse();
        assertThat(result.samples()).extracting(sample -> (Double) sample.value()).containsExactly(
                IntStream.rangeClosed(1, 20).mapToObj(i -> 1000.0 * i).toArray(Double[]::new));
        assertThat(result.samples()).allSatisfy(sample -> {
            assertThat(sample.point()).isEqualTo(OUTPUT);
            assertThat(sample.unit()).isEqualTo("W");
        });
        List<Sample> scanned = new ArrayList<>();
        history.scan(OUTPUT, second(5), second(15), scanned::add);
        assertThat(scanned).extracting(sample -> (Double) sample.value()).containsExactly(5e3, 6e3, 7e3, 8e3, 9e3, 10e3, 11e3, 12e3, 13e3, 14e3);
    }

    @Test
    void fewPointsKeepTheExtremesOfBothNames() {
        for (int i = 0; i < 2_000; i++) {
            sample(i < 1_000 ? POWER : OUTPUT, i < 1_000 ? "kW" : "W", i, i == 300 ? 99 : i == 1_700 ? -5 : i < 1_000 ? 1 : 1000);
        }
        HistoryResult result = history.read(OUTPUT, second(0), second(2_000), 50, Downsampling.MIN_MAX);
        assertThat(result.samples()).hasSizeLessThanOrEqualTo(50);
        assertThat(result.downsampled()).isTrue();
        assertThat(result.total()).isEqualTo(2_000);
        assertThat(result.samples()).extracting(sample -> (Double) sample.value()).contains(99_000.0, -5.0);
    }

    @Test
    void aggregatesGoAcrossTheRenaming() {
        renamedAtTen();
        Aggregate all = history.aggregate(OUTPUT, second(1), second(21), Duration.ofSeconds(20)).get(0);
        assertThat(all.count()).isEqualTo(20);
        assertThat(all.min()).isEqualTo(1000);
        assertThat(all.max()).isEqualTo(20_000);
        assertThat(all.mean()).isCloseTo(10_500, within(1e-6));
        assertThat(all.timeWeighted()).isCloseTo(10_500, within(1e-6));
        assertThat(all.good()).isEqualTo(1);
        Aggregate before = history.aggregate(OUTPUT, second(1), second(6), Duration.ofSeconds(5)).get(0);
        assertThat(before.count()).isEqualTo(5);
        assertThat(before.mean()).isCloseTo(3000, within(1e-6));
        assertThat(before.deviation()).isCloseTo(1000 * Math.sqrt(2), within(1e-6));
        assertThat(before.first().point()).isEqualTo(OUTPUT);
        Aggregate after = history.aggregate(OUTPUT, second(15), second(20), Duration.ofSeconds(5)).get(0);
        assertThat(after.mean()).isCloseTo(17_000, within(1e-6));
    }

    @Test
    void lastAtAndStateFindTheNameOfTheirTime() {
        renamedAtTen();
        assertThat(history.last(List.of(OUTPUT)).get(OUTPUT).value()).isEqualTo(20_000.0);
        assertThat(history.at(OUTPUT, second(4.5), Interpolation.STEPPED).orElseThrow().value()).isEqualTo(4000.0);
        assertThat(history.at(OUTPUT, second(4.5), Interpolation.LINEAR).orElseThrow().value()).isEqualTo(4500.0);
        assertThat(history.at(OUTPUT, second(15), Interpolation.STEPPED).orElseThrow().value()).isEqualTo(15_000.0);
        assertThat(history.state(new TwinId("t1"), second(4)).get(OUTPUT).value()).isEqualTo(4000.0);
        assertThat(history.state(new TwinId("t1"), second(40))).containsOnlyKeys(OUTPUT);
        assertThat(history.points()).containsExactly(OUTPUT);
    }

    @Test
    void aBindingThatStillFeedsTheFormerNameIsMerged() {
        for (int i = 1; i <= 6; i++) {
            sample(i % 2 == 0 ? OUTPUT : POWER, i % 2 == 0 ? "W" : "kW", i, i % 2 == 0 ? 1000 * i : i);
        }
        List<Sample> scanned = new ArrayList<>();
        history.scan(OUTPUT, second(0), second(10), scanned::add);
        assertThat(scanned).extracting(sample -> (Double) sample.value()).containsExactly(1e3, 2e3, 3e3, 4e3, 5e3, 6e3);
    }

    @Test
    void aLongScanGoesPageByPageAndManyOfOneTimeAreGivenOnce() {
        for (int i = 0; i < 12_000; i++) {
            sample(POWER, "kW", Math.min(i, 7_000), i);
        }
        sample(OUTPUT, "W", 8_000, 5);
        int[] seen = {0};
        history.scan(OUTPUT, second(0), second(9_000), sample -> {
            assertThat(sample.value()).isEqualTo(seen[0] < 12_000 ? 1000.0 * seen[0] : 5.0);
            seen[0]++;
        });
        assertThat(seen[0]).isEqualTo(12_001);
    }

    @Test
    void anotherQuantityIsToldAsItWasStoredAndIsNotSummedUp() {
        sample(LOAD, "%", 1, 50);
        sample(LOAD, "kg", 2, 7);
        assertThat(history.read(LOAD, second(0), second(9), 10).samples()).extracting(Sample::unit).containsExactly("%", "kg");
        Aggregate aggregate = history.aggregate(LOAD, second(0), second(10), Duration.ofSeconds(10)).get(0);
        assertThat(aggregate.count()).isEqualTo(1);
        assertThat(aggregate.mean()).isEqualTo(7);
    }

    @Test
    void aFormerNameThatIsAskedForItselfIsToldAsItWasStored() {
        renamedAtTen();
        assertThat(history.read(POWER, second(0), second(30), 100).samples()).hasSize(10).allMatch(sample -> sample.unit().equals("kW"));
    }
}
