package org.gemello.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.gemello.api.Quality;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.trace.Stage;
import org.gemello.api.trace.TraceStep;
import org.gemello.api.twin.Alarm;
import org.gemello.api.twin.TwinStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwinRuntimeTest {
    @TempDir
    Path folder;
    private MemorySite site;

    @BeforeEach
    void site() {
        site = new MemorySite();
        for (String twin : List.of("t1", "t2")) {
            site.twin(twin, CounterType.ID, MemorySite.point(twin + "/count", "1", false), MemorySite.point(twin + "/power", "W", false),
                    MemorySite.point(twin + "/limit", "kW", true));
        }
    }

    @Test
    void aSampleIsMirroredAndWhatIsDerivedFromItIsInTheLogUnderTheSameTrace() throws Exception {
        try (Harness harness = new Harness(folder, site)) {
            harness.runtime().addType(new CounterType());
            TraceId trace = harness.append("t1/count", "1", 7);
            await().until(() -> harness.value("t1", "seen") == 1);
            assertThat(harness.value("t1", "count")).isEqualTo(7);
            assertThat(harness.twin("t1").status()).isEqualTo(TwinStatus.RUNNING);
            assertThat(harness.twin("t1").state().get("seen").trace()).isEqualTo(trace);
            assertThat(harness.traces.steps(trace)).extracting(TraceStep::stage).containsSubsequence(Stage.MIRROR, Stage.ANALYSE);
            assertThat(harness.twin("t2").state()).isEmpty();
        }
    }

    @Test
    void itIsFedOnceTheClockComesThroughTheLog() throws Exception {
        try (Harness harness = new Harness(folder, site)) {
            await().until(() -> harness.runtime().isFed());
        }
    }

    @Test
    void unitsAreBroughtToTheModelAndValuesOutsideItsRangeAreUncertain() throws Exception {
        try (Harness harness = new Harness(folder, site)) {
            harness.runtime().addType(new CounterType());
            harness.append("t1/power", "W", 750_000);
            await().until(() -> harness.value("t1", "power") == 750);
            assertThat(harness.twin("t1").state().get("power").unit()).isEqualTo("kW");
            assertThat(harness.twin("t1").state().get("power").quality()).isEqualTo(Quality.GOOD);
            harness.append("t1/power", "W", 6_000_000);
            await().until(() -> harness.value("t1", "power") == 6000);
            assertThat(harness.twin("t1").state().get("power").quality()).isEqualTo(Quality.UNCERTAIN_ENGINEERING_UNITS_EXCEEDED);
        }
    }

    @Test
    void aTwinBoundInAUnitThatItsModelCannotReadStaysParkedAndSaysSo() throws Exception {
        MemorySite wrong = new MemorySite().twin("t1", CounterType.ID, MemorySite.point("t1/power", "m", false));
        try (Harness harness = new Harness(folder, wrong)) {
            harness.runtime().addType(new CounterType());
            assertThat(harness.twin("t1").status()).isEqualTo(TwinStatus.PARKED);
            assertThat(harness.twin("t1").reason()).contains("t1/power", "'m'", "'kW'");
        }
    }

    @Test
    void anAlarmIsRaisedOnceAndReturnsToNormal() throws Exception {
        try (Harness harness = new Harness(folder, site)) {
            harness.runtime().addType(new CounterType());
            harness.append("t1/power", "W", 2_000_000);
            harness.append("t1/power", "W", 2_000_000);
            await().until(() -> harness.twin("t1").alarms().stream().anyMatch(Alarm::active));
            harness.append("t1/power", "W", 100_000);
            await().until(() -> harness.twin("t1").alarms().stream().noneMatch(Alarm::active));
            List<LogRecord> changes = harness.derived().stream().filter(r -> r.entry() instanceof LogEntry.AlarmChanged).toList();
            assertThat(changes).hasSize(2);
        }
    }

    @Test
    void noSampleIsLostOrDoubledWhileItsTypeComesAndGoesUnderLoad() throws Exception {
        try (Harness harness = new Harness(folder, site)) {
            AtomicBoolean done = new AtomicBoolean();
            int total = 4_000;
            Thread source = new Thread(() -> {
                CompletableFuture<?> last = null;
                for (int i = 0; i < total; i++) {
                    last = harness.appendLater(TraceId.random(), "t1/count", "1", i);
                }
                last.join();
                done.set(true);
            });
            source.start();
            for (int swap = 0; swap < 20 || !done.get(); swap++) {
                CounterType version = new CounterType();
                harness.runtime().addType(version);
                await().until(() -> harness.twin("t1").status() == TwinStatus.RUNNING);
                harness.runtime().removeType(version);
                assertThat(harness.twin("t1").status()).isEqualTo(TwinStatus.PARKED);
            }
            harness.runtime().addType(new CounterType());
            await().until(() -> harness.value("t1", "seen") == total);
            assertThat(harness.value("t1", "holes")).isZero();
            harness.assertEachInputDerivedOnce(total);
        }
    }

    @Test
    void afterACrashEveryInputHasItsEffectExactlyOnce() throws Exception {
        Harness harness = new Harness(folder, site);
        int total = 0;
        for (int crash = 0; crash < 5; crash++) {
            harness.runtime().addType(new CounterType());
            for (int i = 0; i < 50; i++) {
                harness.append("t1/count", "1", total++);
            }
            harness.crash();
            harness.start();
        }
        harness.runtime().addType(new CounterType());
        int expected = total;
        await().until(() -> harness.value("t1", "seen") == expected);
        assertThat(harness.value("t1", "holes")).isZero();
        await().untilAsserted(() -> harness.assertEachInputDerivedOnce(expected));
        harness.close();
    }

    @Test
    void aCleanStopKeepsTheStateAndARestartGoesOnFromIt() throws Exception {
        Harness harness = new Harness(folder, site);
        harness.runtime().addType(new CounterType());
        harness.append("t1/count", "1", 0, 1, 2);
        await().until(() -> harness.value("t1", "seen") == 3);
        harness.stop();
        harness.start();
        assertThat(harness.value("t1", "count")).isEqualTo(2);
        assertThat(harness.twin("t1").status()).isEqualTo(TwinStatus.PARKED);
        harness.append("t1/count", "1", 3);
        harness.runtime().addType(new CounterType());
        await().until(() -> harness.value("t1", "seen") == 4);
        assertThat(harness.value("t1", "holes")).isZero();
        harness.close();
    }

    @Test
    void aParkedTwinDoesNotHoldTheLogBack() throws Exception {
        try (Harness harness = new Harness(folder, site)) {
            CounterType type = new CounterType();
            harness.runtime().addType(type);
            harness.append("t1/count", "1", 0);
            await().until(() -> harness.value("t1", "seen") == 1);
            harness.runtime().removeType(type);
            long parkedAt = harness.twin("t1").applied();
            harness.append("t1/count", "1", 1, 2, 3);
            long end = harness.log().end();
            await().until(() -> harness.runtime().position() >= end);
            harness.stop();
            harness.start();
            assertThat(harness.log().position(TwinRuntime.GROUP)).isGreaterThanOrEqualTo(end).isGreaterThan(parkedAt + 1);
            harness.runtime().addType(new CounterType());
            await().until(() -> harness.value("t1", "seen") == 4);
            assertThat(harness.value("t1", "holes")).isZero();
        }
    }

    @Test
    void aParkedTwinShowsItsLastValuesAsUncertain() throws Exception {
        try (Harness harness = new Harness(folder, site)) {
            CounterType type = new CounterType();
            harness.runtime().addType(type);
            harness.append("t1/count", "1", 5);
            await().until(() -> harness.value("t1", "seen") == 1);
            harness.runtime().removeType(type);
            await().until(() -> harness.twin("t1").state().get("count").quality().equals(Quality.UNCERTAIN_LAST_USABLE_VALUE));
            assertThat(harness.value("t1", "count")).isEqualTo(5);
        }
    }

    @Test
    void aFailingBehaviourParksItsTwinAndNoOtherAndABetterVersionReadsAllAgain() throws Exception {
        try (Harness harness = new Harness(folder, site)) {
            CounterType broken = new CounterType(batch -> {
                if (batch.doubleValue(0) == 3 && batch.point(0).twin().value().equals("t1")) {
                    throw new IllegalStateException("three is too much");
                }
            });
            harness.runtime().addType(broken);
            for (int i = 0; i < 6; i++) {
                harness.append("t1/count", "1", i);
                harness.append("t2/count", "1", i);
            }
            await().until(() -> harness.twin("t1").status() == TwinStatus.PARKED);
            assertThat(harness.twin("t1").reason()).contains("three is too much");
            await().until(() -> harness.value("t2", "seen") == 6);
            harness.runtime().removeType(broken);
            harness.runtime().addType(new CounterType());
            await().until(() -> harness.value("t1", "seen") == 6);
            assertThat(harness.value("t1", "holes")).isZero();
            harness.assertEachInputDerivedOnce(12);
        }
    }

    @Test
    void aSlowTwinFallsBehindWithoutHoldingUpOthersAndCatchesUp() throws Exception {
        try (Harness harness = new Harness(folder, site)) {
            AtomicBoolean slow = new AtomicBoolean(true);
            harness.runtime().addType(new CounterType(batch -> {
                while (slow.get() && batch.point(0).twin().value().equals("t1")) {
                    Thread.onSpinWait();
                }
            }));
            int records = 3 * Mailbox.CAPACITY / 100;
            for (int i = 0; i < records; i++) {
                int first = i * 100;
                double[] values = IntStream.range(first, first + 100).asDoubleStream().toArray();
                harness.appendLater(TraceId.random(), "t1/count", "1", values);
                harness.appendLater(TraceId.random(), "t2/count", "1", values);
            }
            await().until(() -> harness.value("t2", "seen") == records * 100.0);
            await().until(() -> harness.twin("t1").status() == TwinStatus.CATCHING_UP);
            slow.set(false);
            await().until(() -> harness.value("t1", "seen") == records * 100.0 && harness.twin("t1").status() == TwinStatus.RUNNING);
            assertThat(harness.value("t1", "holes")).isZero();
        }
    }
}
