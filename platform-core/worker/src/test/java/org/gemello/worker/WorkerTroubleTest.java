package org.gemello.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gemello.api.Quality;
import org.gemello.api.TwinId;
import org.gemello.spi.TwinType;
import org.gemello.testkit.pack.Effect;
import org.gemello.testkit.pack.GivenContext;
import org.gemello.worker.WorkerStatus.State;
import org.gemello.worker.pack.TroubleType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the pack's code does, this process gets an exception and the worker comes back. */
class WorkerTroubleTest {
    private static final List<Effect> WELL = List.of(new Effect.Derived("out", 1L, Quality.GOOD, 1));
    @TempDir
    private Path folder;
    private WorkerFixture fixture;

    private WorkerFixture.Twin<?> start(WorkerLimits limits) throws IOException {
        fixture = new WorkerFixture(folder, limits, TroubleType.class);
        return WorkerFixture.twin(fixture.type());
    }

    @AfterEach
    void stop() throws IOException {
        fixture.close();
        await().untilAsserted(() -> assertThat(Files.list(folder.resolve("work"))).isEmpty());
    }

    private void awaitRunningAgain() {
        await().until(() -> fixture.heard().contains(State.RUNNING));
        assertThat(fixture.heard()).containsExactly(State.RESTARTING, State.RUNNING);
        assertThat(WorkerFixture.twin(fixture.type()).command("ok")).isEqualTo(WELL);
    }

    private static ThrowingCallable asking(WorkerFixture.Twin<?> twin, String name) {
        return () -> twin.command(name);
    }

    @Test
    void exceptionsOfThePackComeWithTheirStackAndTheWorkerGoesOn() throws IOException {
        WorkerFixture.Twin<?> twin = start(WorkerFixture.LIMITS);
        assertThatThrownBy(asking(twin, "throw")).isInstanceOf(WorkerException.class)
                .hasMessage("command of t-1 failed: java.lang.UnsupportedOperationException: as told")
                .cause().hasMessageContaining("TroubleType.onCommand(TroubleType.java:");
        assertThatThrownBy(asking(twin, "overflow")).isInstanceOf(WorkerException.class).hasMessageContaining("StackOverflowError");
        assertThatThrownBy(asking(twin, "unknown-point")).isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no DERIVED point 'in'");
        assertThatThrownBy(asking(twin, "flood")).isExactlyInstanceOf(IllegalStateException.class).hasMessageContaining("200000 effects");
        assertThatCode(asking(twin, "keep")).doesNotThrowAnyException();
        assertThatThrownBy(asking(twin, "kept")).hasMessageContaining("valid only during the call");
        TwinType<?> type = fixture.type();
        assertThatThrownBy(() -> type.behavior(new GivenContext(new TwinId("t-2"), Map.of("wrong", "1"))))
                .isExactlyInstanceOf(IllegalArgumentException.class).hasMessageContaining("leave it out");
        assertThat(twin.command("ok")).isEqualTo(WELL);
        assertThat(fixture.heard()).isEmpty();
    }

    @Test
    void seesNothingOfThePlatformsEnvironment() throws IOException {
        WorkerFixture.Twin<?> twin = start(WorkerFixture.LIMITS);
        assertThat(twin.command("environment")).singleElement().asString().contains("reason={} " + folder.resolve("work")).endsWith("[]]");
        assertThat(twin.command("print")).isEmpty();
    }

    @Test
    void anExitFailsTheCallAndTheWorkerStartsAgain() throws IOException {
        WorkerFixture.Twin<?> twin = start(WorkerFixture.LIMITS);
        assertThatThrownBy(asking(twin, "exit")).isInstanceOf(WorkerException.class).hasMessageContaining("it ended with exit code 7");
        awaitRunningAgain();
        assertThatThrownBy(asking(twin, "ok")).as("its state is gone").isInstanceOf(WorkerException.class);
    }

    @Test
    void aHangIsKilled() throws IOException {
        WorkerFixture.Twin<?> twin = start(WorkerFixture.LIMITS.withCall(Duration.ofSeconds(3)));
        assertThatThrownBy(asking(twin, "hang")).isInstanceOf(WorkerException.class)
                .hasMessageContaining("command of t-1 took longer than 3000 ms");
        awaitRunningAgain();
    }

    @Test
    void aCallThatIsGivenUpEndsTheWorker() throws Exception {
        WorkerFixture.Twin<?> twin = start(WorkerFixture.LIMITS.withCall(Duration.ofHours(1)));
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread caller = new Thread(() -> twin.command("hang"));
        caller.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
        caller.start();
        await().until(() -> Stream.of(caller.getStackTrace()).anyMatch(frame -> frame.getMethodName()
                .equals("receive")));
        caller.interrupt();
        caller.join(60_000);
        assertThat(failure.get()).isInstanceOf(WorkerException.class).hasMessageContaining("command of t-1 broke off");
        awaitRunningAgain();
    }

    @Test
    void aFullHeapEndsOnlyTheWorker() throws IOException {
        WorkerFixture.Twin<?> twin = start(WorkerFixture.LIMITS);
        assertThatThrownBy(asking(twin, "memory")).isInstanceOf(WorkerException.class)
                .hasMessageContaining("ran out of its 32 MB of memory");
        awaitRunningAgain();
    }

    @Test
    void aKilledProcessStartsAgain() throws IOException {
        WorkerFixture.Twin<?> twin = start(WorkerFixture.LIMITS);
        assertThat(twin.command("ok")).isEqualTo(WELL);
        ProcessHandle.of(fixture.worker().status().process()).orElseThrow().destroyForcibly();
        awaitRunningAgain();
        assertThatThrownBy(asking(twin, "ok")).isInstanceOf(WorkerException.class).hasMessageContaining("it was killed");
        assertThat(fixture.worker().status().reason()).startsWith("it was killed");
        assertThat(fixture.worker().status().crashes()).isEqualTo(1);
    }

    @Test
    void whoCrashesTooOftenIsQuarantined() throws Exception {
        start(WorkerFixture.LIMITS.withCrashes(2, Duration.ofHours(1)));
        TwinType<?> type = fixture.type();
        assertThatThrownBy(asking(WorkerFixture.twin(type), "exit")).isInstanceOf(WorkerException.class);
        awaitRunningAgain();
        assertThatThrownBy(asking(WorkerFixture.twin(type), "exit")).isInstanceOf(WorkerException.class);
        await().atMost(60, TimeUnit.SECONDS).until(() -> fixture.heard().contains(State.QUARANTINED));
        assertThatThrownBy(() -> WorkerFixture.twin(type)).isInstanceOf(WorkerException.class)
                .hasMessage("the worker of test 1.0.0 is QUARANTINED: it ended with exit code 7");
        assertThat(fixture.worker().status().process()).isZero();
    }
}
