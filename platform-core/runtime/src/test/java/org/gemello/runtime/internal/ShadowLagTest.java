package org.gemello.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.gemello.api.SampleBatch;
import org.gemello.runtime.exchange.TypeExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a slow disk and a busy processor do to an exchange: they delay it, and are not held against the new version. */
class ShadowLagTest {
    private static final int FAR = 3 * Mailbox.CAPACITY;
    @TempDir
    Path folder;
    private final CountDownLatch released = new CountDownLatch(1);
    private Harness harness;

    @BeforeEach
    void start() throws Exception {
        MemorySite site = new MemorySite();
        site.twin("t1", CounterType.ID, MemorySite.point("t1/count", "1", false), MemorySite.point("t1/power", "kW", false));
        harness = new Harness(folder, site);
        harness.runtime().addType(new CounterType());
        harness.append("t1/count", "1", 0);
        await().until(() -> harness.value("t1", "seen") == 1);
    }

    @AfterEach
    void stop() {
        released.countDown();
        harness.close();
    }

    /** Stays in its call from the value 1 on until it is released. */
    private Consumer<SampleBatch> stuckAtOne() {
        return batch -> {
            if (batch.point(0).name().equals("count") && batch.doubleValue(0) == 1) {
                awaitRelease();
            }
        };
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the test ended", e);
        }
    }

    @Test
    void whatTheLogHasTakenAndNotWrittenYetIsNobodysLag() throws Exception {
        try (TypeExchange.Shadow shadow = harness.exchange().shadow(List.of(new SecondCounter()))) {
            assertThat(shadow.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
            harness.unwritten(FAR);
            assertThat(shadow.report().following()).isEqualTo(1);
            assertThat(shadow.report().lag()).isLessThan(Mailbox.CAPACITY);
            assertThat(harness.exchange().health(CounterType.ID).orElseThrow().lag()).isLessThan(Mailbox.CAPACITY);
            shadow.cut().confirm();
        }
        harness.append("t1/count", "1", 1);
        await().until(() -> harness.value("t1", "total") == 2);
    }

    @Test
    void aCutAwaitsAShadowThatFellBehindAfterItHadCaughtUp() throws Exception {
        try (TypeExchange.Shadow shadow = harness.exchange().shadow(List.of(new SecondCounter(stuckAtOne(), true)))) {
            assertThat(shadow.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
            harness.append("t1/count", "1", 1);
            harness.append("t1/power", "kW", new double[FAR]);
            await().until(() -> shadow.report().lag() >= FAR);
            assertThat(shadow.report().following()).isZero();
            assertThat(shadow.awaitCaughtUp(Duration.ofMillis(1))).as("it does not count that it was there once").isFalse();
            CompletableFuture<TypeExchange.Cut> cut = CompletableFuture.supplyAsync(() -> cut(shadow));
            await().until(() -> harness.value("t1", "seen") == 2);
            assertThat(cut).isNotDone();
            released.countDown();
            cut.join().confirm();
        }
        harness.append("t1/count", "1", 2);
        await().until(() -> harness.value("t1", "total") == 3);
        assertThat(harness.value("t1", "lost")).isZero();
    }

    private static TypeExchange.Cut cut(TypeExchange.Shadow shadow) {
        try {
            return shadow.cut();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
