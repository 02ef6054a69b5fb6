package org.gemello.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmState;
import org.gemello.api.alarm.AlarmView;
import org.gemello.api.command.CommandRequest;
import org.gemello.api.command.CommandState;
import org.gemello.api.command.CommandView;
import org.gemello.api.log.LogRecord;
import org.gemello.api.twin.Alarm;
import org.gemello.api.twin.TwinStatus;
import org.gemello.api.twin.TwinView;
import org.gemello.runtime.exchange.TypeExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twins come, go and change while the others run on. */
class LiveTwinsTest {
    private static final Caller OLGA = new Caller("olga", Set.of(Role.OPERATOR));
    @TempDir
    Path folder;
    private final MemorySite site = new MemorySite();
    private final CounterType counterType = new CounterType();
    private Harness harness;

    private void counter(String twin) {
        site.twin(twin, CounterType.ID, MemorySite.point(twin + "/count", "1", false), MemorySite.point(twin + "/power", "kW", false),
                MemorySite.point(twin + "/limit", "kW", true));
    }

    private void start(String... twins) throws Exception {
        List.of(twins).forEach(this::counter);
        harness = new Harness(folder, site);
        harness.runtime().addType(counterType);
        harness.runtime().addType(new SummingType());
    }

    private void follow() {
        harness.runtime().follow();
    }

    private void awaitRunning(String twin) {
        await().until(() -> harness.twin(twin).status() == TwinStatus.RUNNING);
    }

    @AfterEach
    void stop() {
        if (harness != null) {
            harness.close();
        }
    }

    @Test
    void aTwinThatComesIsServedAtOnceAndBeginsAtThePresent() throws Exception {
        start("t1");
        harness.append("t2/count", "1", 1, 2, 3);
        harness.append("t1/count", "1", 1);
        await().until(() -> harness.value("t1", "seen") == 1);
        counter("t2");
        follow();
        awaitRunning("t2");
        assertThat(harness.twin("t2").state()).as("what was before it is not its past").isEmpty();
        harness.append("t2/count", "1", 4);
        await().until(() -> harness.value("t2", "seen") == 1);
        assertThat(harness.runtime().twins()).extracting(TwinView::id).containsExactly(new TwinId("t1"), new TwinId("t2"));

        harness.crash();
        harness.start();
        harness.runtime().addType(new CounterType());
        await().until(() -> harness.value("t2", "seen") == 1);
        assertThat(harness.value("t2", "count")).isEqualTo(4);
    }

    @Test
    void aTwinThatIsMadeAgainTakesUpItsState() throws Exception {
        start("t1", "t2");
        harness.append("t1/count", "1", 1, 2, 3);
        await().until(() -> harness.value("t1", "seen") == 3);
        site.without("t1");
        follow();
        assertThat(harness.runtime().twin(new TwinId("t1"))).isEmpty();
        harness.append("t1/count", "1", 4, 5);
        harness.append("t2/count", "1", 1);
        await().until(() -> harness.value("t2", "seen") == 1);

        harness.restart();
        harness.runtime().addType(new CounterType());
        counter("t1");
        follow();
        awaitRunning("t1");
        harness.append("t1/count", "1", 6);
        await().until(() -> harness.value("t1", "seen") == 4);
        assertThat(harness.value("t1", "holes")).as("it knows what it was, and not what was in between").isEqualTo(1);
    }

    @Test
    void whatIsOpenOfATwinThatGoesIsClosed() throws Exception {
        start("t1", "t2");
        harness.append("t1/limit", "kW", 3);
        harness.append("t1/power", "kW", 2000);
        await().until(() -> harness.value("t1", "limit") == 3);
        await().until(() -> harness.twin("t1").alarms().stream().anyMatch(Alarm::active));
        await().until(() -> harness.runtime().alarms().alarm(new TwinId("t1"), "high").isPresent());
        harness.runtime().removeType(counterType);
        CommandView command = harness.runtime().commands().submit(new CommandRequest(new TwinId("t1"), "set-limit", Map.of("limit", 5.0),
                Duration.ofSeconds(30), TraceId.NONE), OLGA);
        assertThat(command.state()).as("the twin cannot take it up: " + command.reason()).isEqualTo(CommandState.ACCEPTED);

        site.without("t1");
        follow();
        assertThat(harness.runtime().commands().command(command.command().id()).orElseThrow()).satisfies(view -> {
            assertThat(view.state()).isEqualTo(CommandState.REJECTED);
            assertThat(view.reason()).contains("has left the site");
        });
        await().until(() -> harness.runtime().alarms().alarm(new TwinId("t1"), "high").map(AlarmView::state).orElseThrow() == AlarmState.RETURNED);

        counter("t1");
        follow();
        harness.runtime().addType(counterType);
        awaitRunning("t1");
        await("its state says that power is high, and so it says again").until(
                () -> harness.runtime().alarms().alarm(new TwinId("t1"), "high").map(AlarmView::state).orElseThrow() == AlarmState.UNACKNOWLEDGED);
    }

    @Test
    void aTwinThatIsDescribedOtherwiseGoesOnWithItsState() throws Exception {
        start("t1");
        harness.append("t1/count", "1", 1, 2);
        harness.append("t1/power", "kW", 500);
        await().until(() -> harness.value("t1", "seen") == 2 && harness.value("t1", "power") == 500);
        site.without("t1").twin("t1", CounterType.ID, MemorySite.point("t1/count", "1", false), MemorySite.point("t1/power", "MW", false));
        follow();
        awaitRunning("t1");
        harness.append("t1/count", "1", 3);
        harness.append("t1/power", "MW", 0.7);
        await().until(() -> harness.value("t1", "seen") == 3);
        await().until(() -> harness.value("t1", "power") == 700);
        assertThat(harness.value("t1", "holes")).isZero();
        harness.assertEachInputDerivedOnce(2);
    }

    @Test
    void aTwinOfAnotherTypeBeginsAnewAndTheFormerStateWaits() throws Exception {
        start("t1");
        harness.append("t1/count", "1", 1, 2);
        await().until(() -> harness.value("t1", "seen") == 2);
        site.without("t1").twin("t1", "test/other", MemorySite.point("t1/count", "1", false));
        follow();
        assertThat(harness.twin("t1").status()).isEqualTo(TwinStatus.PARKED);
        assertThat(harness.twin("t1").type()).isEqualTo("test/other");
        harness.restart();
        harness.runtime().addType(new CounterType());
        site.without("t1");
        counter("t1");
        follow();
        awaitRunning("t1");
        harness.append("t1/count", "1", 3);
        await().until(() -> harness.value("t1", "seen") == 3);
    }

    @Test
    void aTwinRemovedWhileThePlatformWasAwayIsKeptToo() throws Exception {
        start("t1", "t2");
        harness.append("t1/count", "1", 1, 2);
        await().until(() -> harness.value("t1", "seen") == 2);
        harness.stop();
        site.without("t1");
        harness.start();
        harness.stop();
        counter("t1");
        harness.start();
        harness.runtime().addType(new CounterType());
        awaitRunning("t1");
        harness.append("t1/count", "1", 3);
        await().until(() -> harness.value("t1", "seen") == 3);
    }

    @Test
    void aCompositeFollowsItsParts() throws Exception {
        start("t1");
        site.composite("sum", SummingType.ID, List.of("counter=t1"), Set.of(), MemorySite.point("sum/own", "kW", false));
        follow();
        awaitRunning("sum");
        harness.append("t1/power", "kW", 500);
        await().until(() -> harness.value("sum", "power") == 0.5);

        counter("t2");
        site.without("sum").composite("sum", SummingType.ID, List.of("counter=t1", "counter=t2"), Set.of(), MemorySite.point("sum/own", "kW", false));
        follow();
        awaitRunning("sum");
        harness.append("t2/power", "kW", 250);
        await().until(() -> harness.value("sum", "power") == 0.75);

        site.without("t2").twin("t2", CounterType.ID, MemorySite.point("t2/power", "m", false));
        follow();
        assertThat(harness.twin("sum").status()).isEqualTo(TwinStatus.PARKED);
        assertThat(harness.twin("sum").reason()).contains("t2/power is bound in 'm'");
        site.without("t2");
        counter("t2");
        follow();
        awaitRunning("sum");
    }

    @Test
    void theOthersLoseNothingAndSeeNothingTwice() throws Exception {
        start("t1", "t2");
        int total = 3_000;
        AtomicBoolean done = new AtomicBoolean();
        Thread source = new Thread(() -> {
            CompletableFuture<?> last = null;
            for (int i = 0; i < total; i++) {
                last = harness.appendLater(TraceId.random(), "t1/count", "1", i);
                harness.appendLater(TraceId.random(), "t2/count", "1", i);
            }
            last.join();
            done.set(true);
        });
        source.start();
        for (int round = 0; round < 10 || !done.get(); round++) {
            site.without("t3").without("t2");
            if (round % 2 == 0) {
                counter("t3");
            }
            site.twin("t2", CounterType.ID, MemorySite.point("t2/count", "1", false), MemorySite.point("t2/power", round % 2 == 0 ? "W" : "kW", false));
            follow();
            assertThat(harness.twin("t1").status()).as("it is not touched").isIn(TwinStatus.RUNNING, TwinStatus.CATCHING_UP);
        }
        source.join();
        await().until(() -> harness.value("t1", "seen") == total && harness.value("t2", "seen") == total);
        assertThat(harness.value("t1", "holes")).isZero();
        assertThat(harness.value("t2", "holes")).isZero();
        List<LogRecord> derived = harness.derived();
        assertThat(derived.stream().map(LogRecord::cause).distinct()).hasSize(derived.size()).hasSize(2 * total);
    }

    @Test
    void twinsOfATypeThatIsBeingExchangedFollowAfterwards() throws Exception {
        start("t1");
        harness.append("t1/count", "1", 1);
        await().until(() -> harness.value("t1", "seen") == 1);
        TypeExchange.Cut cut = harness.cut(new CounterType(batch -> { }, 10));
        counter("t2");
        follow();
        assertThat(harness.runtime().twin(new TwinId("t2"))).isEmpty();
        cut.confirm();
        await().until(() -> harness.runtime().twin(new TwinId("t2")).filter(twin -> twin.status() == TwinStatus.RUNNING).isPresent());
        harness.append("t2/count", "1", 1);
        await().until(() -> harness.value("t2", "seen") == 10);
    }
}
