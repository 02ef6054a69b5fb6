package org.gemello.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.gemello.testkit.Patience.await;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.gemello.api.SampleBatch;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.twin.Alarm;
import org.gemello.api.twin.TwinStatus;
import org.gemello.runtime.exchange.ShadowReport;
import org.gemello.runtime.exchange.TwinOutlook;
import org.gemello.runtime.exchange.TypeExchange;
import org.gemello.runtime.exchange.TypeHealth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeTest {
    @TempDir
    Path folder;
    private Harness harness;
    private int next;

    @BeforeEach
    void start() throws Exception {
        MemorySite site = new MemorySite();
        for (String twin : List.of("t1", "t2")) {
            site.twin(twin, CounterType.ID, MemorySite.point(twin + "/count", "1", false), MemorySite.point(twin + "/power", "kW", false));
        }
        harness = new Harness(folder, site);
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    private void count(int more) throws Exception {
        CompletableFuture<Long> last = null;
        for (int i = 0; i < more; i++) {
            last = harness.appendLater(TraceId.random(), "t1/count", "1", next++);
        }
        last.get();
    }

    private void awaitSeen(String point) {
        await().until(() -> harness.value("t1", point) == next);
    }

    @Test
    void aShadowComparesAndLeavesNoTrace() throws Exception {
        harness.runtime().addType(new CounterType());
        count(10);
        awaitSeen("seen");
        try (TypeExchange.Shadow shadow = harness.exchange().shadow(List.of(new SecondCounter()))) {
            assertThat(shadow.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
            count(20);
            await().until(() -> shadow.report().compared() == 20);
            ShadowReport report = shadow.report();
            assertThat(report.different()).isZero();
            assertThat(report.failures()).isEmpty();
            assertThat(report.twins()).isEqualTo(2);
        }
        assertThat(harness.twin("t1").state()).containsKey("seen").doesNotContainKey("total");
        harness.assertEachInputDerivedOnce(30);
    }

    @Test
    void aShadowNamesWhatItGivesOtherwiseAndWhatItFailsAt() throws Exception {
        harness.runtime().addType(new CounterType());
        count(5);
        awaitSeen("seen");
        CounterType forgetful = new CounterType(batch -> {
            if (batch.doubleValue(0) == 8) {
                throw new IllegalStateException("eight is not for me");
            }
        }, 2);
        try (TypeExchange.Shadow shadow = harness.exchange().shadow(List.of(forgetful))) {
            count(3);
            await().until(() -> shadow.report().different() == 3);
            assertThat(shadow.report().examples()).first().asString().contains("t1/seen", "6", "12");
            count(1);
            await().until(() -> !shadow.report().failures().isEmpty());
            assertThat(shadow.report().failures()).hasSize(1).first().asString().contains("t1", "eight is not for me", "ExchangeTest");
            assertThatThrownBy(shadow::cut).isInstanceOf(IllegalStateException.class).hasMessageContaining("eight");
            assertThatThrownBy(() -> harness.exchange().shadow(List.of(forgetful))).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("exchanged already");
        }
        harness.exchange().shadow(List.of(new SecondCounter())).close();
        assertThat(harness.twin("t1").status()).isEqualTo(TwinStatus.RUNNING);
    }

    @Test
    void aCutChangesTheModelOfLiveTwinsAndTheirValuesGoWithIt() throws Exception {
        harness.runtime().addType(new CounterType());
        count(10);
        harness.append("t1/power", "kW", 2000);
        awaitSeen("seen");
        await().until(() -> harness.twin("t1").alarms().stream().anyMatch(Alarm::active));
        TypeExchange.Cut cut = harness.cut(new SecondCounter());
        assertThat(harness.twin("t1").status()).isEqualTo(TwinStatus.RUNNING);
        assertThat(harness.twin("t1").model().schema()).isEqualTo(2);
        assertThat(harness.value("t1", "output")).isEqualTo(2_000_000);
        assertThat(harness.twin("t1").state().get("output").unit()).isEqualTo("W");
        assertThat(harness.value("t1", "total")).isEqualTo(10);
        assertThat(harness.twin("t1").state()).doesNotContainKeys("power", "seen", "holes");
        assertThat(harness.twin("t1").alarms()).extracting(Alarm::name, Alarm::active).containsExactly(tuple("high", true));
        assertThat(cut.pauses()).hasSize(2).allMatch(pause -> pause >= 0);
        cut.confirm();
        count(5);
        awaitSeen("total");
        harness.append("t1/power", "kW", 2500);
        await().until(() -> harness.value("t1", "output") == 2_500_000);
        await().until(() -> harness.twin("t1").alarms().stream().noneMatch(Alarm::active));
        assertThat(harness.value("t1", "lost")).isZero();
        harness.assertEachInputDerivedOnce(15);
    }

    @Test
    void aRollBackGoesOnFromTheOldStateAndEachInputHasItsEffectOnce() throws Exception {
        harness.runtime().addType(new CounterType());
        count(10);
        awaitSeen("seen");
        TypeExchange.Cut cut = harness.cut(new SecondCounter());
        count(10);
        awaitSeen("total");
        cut.rollBack();
        assertThat(harness.twin("t1").status()).isEqualTo(TwinStatus.RUNNING);
        assertThat(harness.twin("t1").model().schema()).isEqualTo(1);
        assertThat(harness.value("t1", "seen")).isEqualTo(20);
        count(10);
        awaitSeen("seen");
        assertThat(harness.value("t1", "holes")).isZero();
        harness.assertEachInputDerivedOnce(30);
        cut.rollBack();
        cut.confirm();
        harness.cut(new SecondCounter()).confirm();
        count(1);
        awaitSeen("total");
    }

    @Test
    void whatTheLogSaysOfAnAlarmFollowsTheVersionThatServes() throws Exception {
        harness.runtime().addType(new CounterType());
        TypeExchange.Cut cut = harness.cut(new SecondCounter());
        harness.append("t1/power", "kW", 2000);
        count(1);
        awaitSeen("total");
        assertThat(harness.twin("t1").alarms()).isEmpty();
        cut.rollBack(); // above 1,000 kW the first version has an alarm; it was not said while the other one served
        count(1);
        await().until(() -> harness.derived().stream().anyMatch(record -> record.entry() instanceof LogEntry.AlarmChanged change && change.active()));
        assertThat(harness.twin("t1").alarms()).extracting(Alarm::name).containsExactly("high");
    }

    @Test
    void aTwinThatItsVersionParkedStartsFromItsImageWithAllEffectsThatItOwes() throws Exception {
        harness.runtime().addType(new CounterType(batch -> {
            if (batch.doubleValue(0) == 3) {
                throw new IllegalStateException("three");
            }
        }));
        count(10);
        await().until(() -> harness.twin("t1").status() == TwinStatus.PARKED);
        harness.cut(new SecondCounter()).confirm();
        awaitSeen("total");
        harness.assertEachInputDerivedOnce(10);
        assertThat(harness.twin("t1").status()).isEqualTo(TwinStatus.RUNNING);
    }

    @Test
    void theFirstVersionOfATypeIsCutInAndRollingBackParksItsTwins() throws Exception {
        count(3);
        TypeExchange.Cut cut = harness.cut(new CounterType());
        awaitSeen("seen");
        cut.rollBack();
        assertThat(harness.twin("t1").status()).isEqualTo(TwinStatus.PARKED);
        assertThat(harness.exchange().health(CounterType.ID)).isEmpty();
    }

    @Test
    void theServiceOfACandidateMayComeAndThatOfTheOldOneGo() throws Exception {
        CounterType old = new CounterType();
        SecondCounter candidate = new SecondCounter();
        harness.runtime().addType(old);
        TypeExchange.Cut cut = harness.cut(candidate);
        harness.runtime().addType(candidate);
        cut.confirm();
        harness.runtime().removeType(old);
        count(2);
        awaitSeen("total");
        harness.runtime().removeType(candidate);
        assertThat(harness.twin("t1").status()).isEqualTo(TwinStatus.PARKED);
    }

    @Test
    void anOutlookSaysWhatWouldBecomeOfATwin() throws Exception {
        harness.runtime().addType(new CounterType());
        count(10);
        awaitSeen("seen");
        TwinOutlook good = harness.exchange().outlook(List.of(new SecondCounter())).get(0);
        assertThat(good.possible()).isTrue();
        assertThat(good.schema()).isEqualTo(1);
        assertThat(good.becomes()).isEqualTo(2);
        assertThat(good.how()).contains("schema 1 to 2");
        assertThat(good.model()).anySatisfy(words -> assertThat(words).contains("power is renamed output", "bindings of power"))
                .anySatisfy(words -> assertThat(words).contains("output changes its unit from kW to W"))
                .anySatisfy(words -> assertThat(words).contains("holes", "removed"))
                .anySatisfy(words -> assertThat(words).contains("twice", "added"))
                .anySatisfy(words -> assertThat(words).contains("set-limit is removed"));
        TwinOutlook bad = harness.exchange().outlook(List.of(new SecondCounter(batch -> { }, false))).get(0);
        assertThat(bad.possible()).isFalse();
        assertThat(bad.how()).contains("no migration from schema 1 to 2");
        assertThat(harness.twin("t1").model().schema()).isEqualTo(1);
    }

    @Test
    void healthCountsCallsAndErrors() throws Exception {
        harness.runtime().addType(new CounterType(batch -> {
            if (batch.point(0).twin().value().equals("t2")) {
                throw new IllegalStateException("not for t2");
            }
        }));
        count(10);
        harness.append("t2/count", "1", 0);
        awaitSeen("seen");
        await().until(() -> harness.twin("t2").status() == TwinStatus.PARKED);
        TypeHealth health = harness.exchange().health(CounterType.ID).orElseThrow();
        assertThat(health.twins()).isEqualTo(2);
        assertThat(health.parked()).hasSize(1).first().asString().contains("t2", "not for t2");
        assertThat(health.errors()).isEqualTo(1);
        assertThat(health.calls()).isGreaterThanOrEqualTo(11);
        assertThat(health.p99()).isPositive();
        await().untilAsserted(() -> assertThat(harness.alarms.active()).hasSize(1).first().asString().contains(CounterType.ID, "t2"));
        assertThat(harness.exchange().resume(CounterType.ID)).isEqualTo(1);
        await().until(() -> harness.twin("t2").status() == TwinStatus.PARKED);
    }

    @Test
    void nothingOfTheOldVersionIsHeldAfterTheConfirmation() throws Exception {
        CounterType old = new CounterType();
        WeakReference<CounterType> reference = new WeakReference<>(old);
        harness.runtime().addType(old);
        count(3);
        awaitSeen("seen");
        TypeExchange.Cut cut = harness.cut(new SecondCounter());
        harness.runtime().removeType(old);
        cut.confirm();
        old = null;
        await().until(() -> {
            System.gc();
            return reference.get() == null;
        });
        assertThat(cut.pauses()).hasSize(2);
    }

    @Test
    void noSampleIsLostOrDoubledOverRandomCutsRollBacksAndFailures() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int total = 3_000;
        AtomicBoolean done = new AtomicBoolean();
        harness.runtime().addType(new CounterType());
        Thread source = new Thread(() -> {
            CompletableFuture<Long> last = null;
            for (int i = 0; i < total; i++) {
                last = harness.appendLater(TraceId.random(), "t1/count", "1", i);
                if (i % 20 == 19) {
                    last.join();
                }
            }
            last.join();
            done.set(true);
        });
        source.start();
        boolean second = false;
        for (int swap = 0; swap < 12 || !done.get(); swap++) {
            int weak = random.nextInt(total * 2);
            TypeExchange.Shadow shadow = harness.exchange().shadow(List.of(second ? version(weak) : new SecondCounter(failing(weak), true)));
            await().until(() -> shadow.report().following() + shadow.report().failures().size() == 2);
            try {
                TypeExchange.Cut cut = shadow.cut();
                if (random.nextInt(3) == 0) {
                    cut.rollBack();
                } else {
                    cut.confirm();
                    second = !second;
                }
            } catch (IllegalStateException e) {
                shadow.close();
            }
        }
        harness.cut(new SecondCounter()).confirm();
        next = total;
        count(1);
        awaitSeen("total");
        await().until(() -> harness.twin("t1").state().containsKey("lost"));
        assertThat(harness.value("t1", "lost")).as("seed %d", seed).isZero();
        harness.assertEachInputDerivedOnce(total + 1);
    }

    private static CounterType version(int weak) {
        return new CounterType(failing(weak));
    }

    private static Consumer<SampleBatch> failing(int weak) {
        return batch -> {
            if (batch.point(0).name().equals("count") && batch.doubleValue(0) == weak) {
                throw new IllegalStateException("weak at " + weak);
            }
        };
    }
}
