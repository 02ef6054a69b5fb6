package org.gemello.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.command.ApprovalException;
import org.gemello.api.command.CommandRequest;
import org.gemello.api.command.CommandState;
import org.gemello.api.command.CommandView;
import org.gemello.api.command.Commands;
import org.gemello.api.connection.WriteResult;
import org.gemello.api.connection.WriteResult.Outcome;
import org.gemello.api.twin.TwinStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandApprovalTest {
    private static final Caller OLGA = new Caller("olga", Set.of(Role.OPERATOR));
    private static final Caller KIM = new Caller("kim", Set.of(Role.OPERATOR));
    private static final TwinId T1 = new TwinId("t1");
    @TempDir
    Path folder;
    private Harness harness;

    @BeforeEach
    void start() throws Exception {
        harness = new Harness(folder, new MemorySite().twin("t1", CounterType.ID, MemorySite.point("t1/limit", "kW", true)));
        harness.connect(new WriteResult(Outcome.CONFIRMED, "read back"));
        harness.runtime().addType(new CounterType());
        harness.append("t1/limit", "kW", 5000);
        await().until(() -> harness.value("t1", "limit") == 5000);
    }

    @AfterEach
    void stop() throws Exception {
        harness.close();
    }

    private Commands commands() {
        return harness.runtime().commands();
    }

    private CommandView request(double limit) {
        return commands().request(new CommandRequest(T1, "set-limit", Map.of("limit", limit), Duration.ofSeconds(5), TraceId.NONE),
                "policy two-pairs-of-eyes", OLGA);
    }

    private CommandView after(CommandView command) {
        return commands().command(command.command().id()).orElseThrow();
    }

    @Test
    void nothingIsWrittenBeforeSomebodyElseApproves() {
        CommandView asked = request(3000);
        assertThat(asked.state()).isEqualTo(CommandState.WAITING);
        assertThat(asked.reason()).isEqualTo("policy two-pairs-of-eyes");
        assertThat(harness.written).isEmpty();
        CommandView approved = commands().approve(asked.command().id(), "seen on site", KIM);
        assertThat(approved.command().caller()).isEqualTo("olga");
        await().until(() -> after(asked).state() == CommandState.CONFIRMED);
        assertThat(after(asked).history()).extracting(CommandView.Step::state)
                .containsExactly(CommandState.WAITING, CommandState.ACCEPTED, CommandState.WRITING, CommandState.CONFIRMED);
        assertThat(after(asked).history().get(1).reason()).isEqualTo("approved by kim: seen on site");
        assertThat(harness.written).containsExactly("t1/limit=3000.0");
    }

    @Test
    void timeToLiveCountsFromTheApproval() {
        CommandView asked = request(3000);
        await().until(() -> Instant.now().isAfter(asked.command().issued().plusMillis(20)));
        CommandView approved = commands().approve(asked.command().id(), "", KIM);
        assertThat(approved.command().issued()).isAfter(asked.command().issued());
        assertThat(Duration.between(approved.command().issued(), approved.command().expires())).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void whoAskedCannotApproveButMayTakeItBack() {
        CommandView asked = request(3000);
        String id = asked.command().id();
        assertThatThrownBy(() -> commands().approve(id, "", OLGA)).isInstanceOf(SecurityException.class).hasMessageContaining("somebody else");
        assertThatThrownBy(() -> commands().approve(id, "", new Caller("vera", Set.of(Role.VIEWER)))).isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> commands().decline(id, " ", KIM)).isInstanceOf(IllegalArgumentException.class);
        assertThat(commands().decline(id, "no need any more", OLGA).reason()).isEqualTo("declined by olga: no need any more");
        assertThatThrownBy(() -> commands().approve(id, "", KIM)).isInstanceOf(ApprovalException.class).hasMessageContaining("REJECTED");
        assertThat(after(asked).state()).isEqualTo(CommandState.REJECTED);
        assertThat(harness.written).isEmpty();
    }

    @Test
    void whatThePolicyRefusesWaitsForNobody() {
        assertThat(request(5001).state()).isEqualTo(CommandState.REJECTED);
    }

    @Test
    void itIsJudgedAgainAsThePlantStandsWhenItIsApproved() {
        CommandView first = request(3000);
        CommandView second = request(3100);
        commands().approve(first.command().id(), "", KIM);
        assertThatThrownBy(() -> commands().approve(second.command().id(), "", KIM)).isInstanceOf(ApprovalException.class)
                .hasMessageContaining("goes on waiting").hasMessageContaining("ago");
        assertThat(after(second).state()).isEqualTo(CommandState.WAITING);
    }

    @Test
    void onlySoManyWait() {
        for (int i = 0; i < Commands.MOST_WAITING; i++) {
            assertThat(request(3000 + i).state()).isEqualTo(CommandState.WAITING);
        }
        assertThat(request(4000).reason()).contains("20 commands of this twin wait");
        assertThat(commands().commands(100)).hasSize(Commands.MOST_WAITING + 1);
    }

    @Test
    void itWaitsAcrossACrashAndIsGivenOnce() throws Exception {
        CommandView waits = request(3000);
        CommandView done = request(4000);
        commands().approve(done.command().id(), "", KIM);
        await().until(() -> after(done).state() == CommandState.CONFIRMED);
        harness.crash();
        harness.start();
        harness.connect(new WriteResult(Outcome.CONFIRMED, ""));
        harness.runtime().addType(new CounterType());
        await().until(() -> harness.twin("t1").status() == TwinStatus.RUNNING);
        assertThat(after(done).state()).isEqualTo(CommandState.CONFIRMED);
        assertThat(after(done).history().get(1).reason()).isEqualTo("approved by kim");
        assertThat(after(waits).state()).isEqualTo(CommandState.WAITING);
        assertThat(after(waits).command()).isEqualTo(waits.command());
        assertThat(after(waits).reason()).isEqualTo("policy two-pairs-of-eyes");
        commands().approve(waits.command().id(), "", KIM);
        await().until(() -> after(waits).state() == CommandState.CONFIRMED);
        assertThat(harness.written).containsExactly("t1/limit=4000.0", "t1/limit=3000.0");
    }

    @Test
    void whatNobodyApprovesInTheTimeThatIsSetExpires() throws Exception {
        CommandView asked = request(3000);
        assertThat(commands().approvalTime()).isEqualTo(Commands.APPROVAL_TIME);
        harness.approval = Duration.ofMillis(1);
        harness.restart();
        assertThat(commands().approvalTime()).isEqualTo(harness.approval);
        await().until(() -> after(asked).state() == CommandState.EXPIRED);
        assertThat(after(asked).reason()).startsWith("nobody approved it within");
        assertThatThrownBy(() -> commands().approve(asked.command().id(), "", KIM)).isInstanceOf(ApprovalException.class);
        assertThat(harness.written).isEmpty();
    }
}
