package org.gemello.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.command.CommandRequest;
import org.gemello.api.command.CommandState;
import org.gemello.api.command.CommandView;
import org.gemello.api.connection.WriteResult;
import org.gemello.api.connection.WriteResult.Outcome;
import org.gemello.api.trace.Stage;
import org.gemello.api.trace.TraceStep;
import org.gemello.api.twin.TwinStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandDeskTest {
    private static final Caller OLGA = new Caller("olga", Set.of(Role.OPERATOR));
    @TempDir
    Path folder;
    private Harness harness;

    @BeforeEach
    void start() throws Exception {
        harness = new Harness(folder, new MemorySite().twin("t1", CounterType.ID, MemorySite.point("t1/limit", "kW", true)));
        harness.runtime().addType(new CounterType());
        harness.append("t1/limit", "kW", 5000);
        await().until(() -> harness.value("t1", "limit") == 5000);
    }

    @AfterEach
    void stop() throws Exception {
        harness.close();
    }

    private CommandView submit(double limit, Duration timeToLive) {
        return harness.runtime().commands().submit(new CommandRequest(new TwinId("t1"), "set-limit", Map.of("limit", limit), timeToLive, TraceId.NONE), OLGA);
    }

    private CommandView after(CommandView command) {
        return harness.runtime().commands().command(command.command().id()).orElseThrow();
    }

    private CommandView finished(CommandView command) {
        await().until(() -> after(command).state().isFinal());
        return after(command);
    }

    @Test
    void aCommandIsWrittenAndConfirmed() {
        harness.connect(new WriteResult(Outcome.CONFIRMED, "read back 3000"));
        CommandView command = finished(submit(3000, Duration.ofSeconds(5)));
        assertThat(command.state()).isEqualTo(CommandState.CONFIRMED);
        assertThat(command.history()).extracting(CommandView.Step::state)
                .containsExactly(CommandState.ACCEPTED, CommandState.WRITING, CommandState.CONFIRMED);
        assertThat(harness.written).containsExactly("t1/limit=3000.0");
        assertThat(harness.traces.steps(command.trace())).extracting(TraceStep::stage).contains(Stage.COMMAND, Stage.EFFECT);
    }

    @Test
    void outOfRangeIsRefusedWithTheReasonAndNothingIsWritten() {
        harness.connect(new WriteResult(Outcome.CONFIRMED, ""));
        CommandView command = submit(5001, Duration.ofSeconds(5));
        assertThat(command.state()).isEqualTo(CommandState.REJECTED);
        assertThat(command.reason()).contains("5001", "0.0 to 5000.0 kW");
        assertThat(harness.written).isEmpty();
    }

    @Test
    void theSecondCommandTooSoonIsRefused() {
        harness.connect(new WriteResult(Outcome.CONFIRMED, ""));
        finished(submit(4000, Duration.ofSeconds(5)));
        CommandView second = submit(4100, Duration.ofSeconds(5));
        assertThat(second.state()).isEqualTo(CommandState.REJECTED);
        assertThat(second.reason()).contains("ago");
    }

    @Test
    void theTwinMayRefuse() throws Exception {
        harness.append("t1/limit", "kW", 100);
        await().until(() -> harness.value("t1", "limit") == 100);
        harness.connect(new WriteResult(Outcome.CONFIRMED, ""));
        CommandView command = finished(submit(13, Duration.ofSeconds(5)));
        assertThat(command.state()).isEqualTo(CommandState.REJECTED);
        assertThat(command.reason()).contains("bad luck");
        assertThat(harness.written).isEmpty();
    }

    @Test
    void withoutAConnectionACommandExpires() {
        CommandView command = finished(submit(3000, Duration.ofMillis(300)));
        assertThat(command.state()).isEqualTo(CommandState.EXPIRED);
        assertThat(command.history()).extracting(CommandView.Step::state).doesNotContain(CommandState.CONFIRMED, CommandState.WRITING);
    }

    @Test
    void aWriteThatWasNeverSentExpiresAndOneWithoutAnswerIsUnknown() throws Exception {
        harness.connect(new WriteResult(Outcome.NOT_SENT, "plant is not connected"));
        CommandView first = finished(submit(3000, Duration.ofSeconds(1)));
        assertThat(first.state()).isEqualTo(CommandState.EXPIRED);
        harness.connect(new WriteResult(Outcome.UNKNOWN, "no answer"));
        await().until(() -> submit(3000, Duration.ofSeconds(1)).state() == CommandState.ACCEPTED);
        CommandView second = harness.runtime().commands().commands(new TwinId("t1"), 1).get(0);
        assertThat(finished(second).state()).isEqualTo(CommandState.UNKNOWN);
    }

    @Test
    void aRestartNeverWritesAgainAndEndsWhatWasOpen() throws Exception {
        harness.connect(new WriteResult(Outcome.CONFIRMED, ""));
        CommandView done = finished(submit(3000, Duration.ofSeconds(5)));
        harness.running.clear();
        await().until(() -> submit(4000, Duration.ofMinutes(5)).state() == CommandState.ACCEPTED);
        CommandView open = harness.runtime().commands().commands(new TwinId("t1"), 1).get(0);
        harness.crash();
        harness.start();
        harness.connect(new WriteResult(Outcome.CONFIRMED, ""));
        harness.runtime().addType(new CounterType());
        await().until(() -> harness.twin("t1").status() == TwinStatus.RUNNING);
        assertThat(after(done).state()).isEqualTo(CommandState.CONFIRMED);
        assertThat(after(open).state()).isEqualTo(CommandState.EXPIRED);
        assertThat(harness.written).containsExactly("t1/limit=3000.0");
    }

    @Test
    void aCommandOfANewVersionIsWrittenToThePointAsTheSiteBindsIt() throws Exception {
        harness.connect(new WriteResult(Outcome.CONFIRMED, ""));
        harness.cut(new SecondCounter()).confirm();
        assertThat(harness.value("t1", "cap")).as("in W, bound as limit in kW").isEqualTo(5_000_000);
        CommandView command = finished(harness.runtime().commands().submit(
                new CommandRequest(new TwinId("t1"), "set-cap", Map.of("cap", 2_000_000.0), Duration.ofSeconds(5), TraceId.NONE), OLGA));
        assertThat(command.state()).isEqualTo(CommandState.CONFIRMED);
        assertThat(harness.written).containsExactly("t1/limit=2000.0");
        assertThat(submit(3000, Duration.ofSeconds(5)).reason()).contains("set-limit", "set-cap");
    }

    @Test
    void anUnknownTwinIsSaid() {
        assertThatThrownBy(() -> harness.runtime().commands().submit(
                new CommandRequest(new TwinId("t9"), "set-limit", Map.of(), Duration.ofSeconds(1), TraceId.NONE), OLGA))
                .isInstanceOf(NoSuchElementException.class).hasMessageContaining("t9");
    }
}
