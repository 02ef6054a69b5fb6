package org.gemello.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.support.completers.ArgumentCommandLine;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmState;
import org.gemello.api.alarm.AlarmView;
import org.gemello.api.alarm.Alarms;
import org.gemello.api.job.JobView;
import org.gemello.api.job.Jobs;
import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.Proposal;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.proposal.ProposalView;
import org.gemello.api.proposal.Proposals;
import org.gemello.api.proposal.ProposedCommand;
import org.gemello.api.twin.Severity;
import org.gemello.runtime.exchange.TypeExchange;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Globs;
import org.gemello.security.policy.Policy.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What policies say counts for who types as for who sends requests. Services that must not be asked throw. */
class ShellPermitsTest {
    private final Typing typing = new Typing();

    private static TwinListCommand twins(ShellPermits permits) {
        TwinListCommand list = new TwinListCommand();
        list.twins = new Farm();
        list.permits = permits;
        return list;
    }

    private static List<String> firsts(TableCommand command) {
        return command.tables(Farm.NOW).get(0).rows().stream().map(row -> row.get(0)).toList();
    }

    private void assertRefused(ChangingCommand command, String because) {
        command.permits = typing.permits();
        assertThatThrownBy(command::execute).isInstanceOf(SecurityException.class).hasMessageContaining(because);
        assertThat(typing.events).last().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(event.caller() + ' ' + event.action() + ' ' + event.object()).isEqualTo("olga " + command.action() + ' ' + command.object());
        });
    }

    @Test
    void aHiddenTwinIsInNoTableAndIsCompletedNowhere() {
        ShellPermits permits = typing.denied(Action.READ, "wt-02").permits();
        assertThat(firsts(twins(permits))).containsExactly("wt-01");
        TwinShowCommand show = new TwinShowCommand();
        show.twins = new Farm();
        show.permits = permits;
        show.id = "wt-02";
        assertThatIllegalArgumentException().isThrownBy(() -> show.tables(Farm.NOW)).withMessage("there is no twin 'wt-02'; twin:list shows all");
        TwinIdCompleter completer = new TwinIdCompleter();
        completer.twins = new Farm();
        completer.permits = permits;
        List<String> candidates = new ArrayList<>();
        completer.complete(null, new ArgumentCommandLine("", 0), candidates);
        assertThat(candidates).map(String::strip).containsExactly("wt-01");
    }

    @Test
    void aHiddenPointIsInNoTable() {
        TwinShowCommand show = new TwinShowCommand();
        show.twins = new Farm();
        show.permits = typing.denied(Action.READ, Globs.of("wt-01"), Globs.of("WNAC.*"), Globs.NONE).permits();
        show.id = "wt-01";
        assertThat(show.tables(Farm.NOW).get(1).rows()).extracting(row -> row.get(0)).containsExactly("WTUR.W", "WTUR.St");
    }

    @Test
    void alarmsOfHiddenTwinsAreNotListedAndTakeNoRoom() {
        AlarmListCommand list = new AlarmListCommand();
        list.alarms = Typing.answering(Alarms.class, "alarms", List.of(alarm("wt-02"), alarm("wt-01")));
        list.permits = typing.denied(Action.READ, "wt-02").permits();
        list.limit = 1;
        assertThat(firsts(list)).containsExactly("wt-01");
    }

    private static AlarmView alarm(String twin) {
        return new AlarmView(new TwinId(twin), "overspeed", Severity.HIGH, "14 /min", Farm.NOW, true, false, AlarmState.UNACKNOWLEDGED, null, null);
    }

    @ParameterizedTest
    @CsvSource({"READ, true", "ACKNOWLEDGE, false"})
    void anAlarmIsHandledByThoseAloneWhomThePoliciesLet(Action denied, boolean hidden) {
        AlarmAcknowledgeCommand command = new AlarmAcknowledgeCommand();
        command.alarms = Typing.answering(Alarms.class, "none", null);
        command.source = "wt-01";
        command.alarm = "overspeed";
        typing.denied(denied, "wt-01");
        if (hidden) {
            command.permits = typing.permits();
            assertThatIllegalArgumentException().isThrownBy(command::execute).withMessageStartingWith("there is no twin 'wt-01'");
        } else {
            assertRefused(command, "denied by policy 'p0'");
        }
    }

    @Test
    void toAcceptAProposalEachOfItsCommandsMustBeAllowed() {
        ProposalAcceptCommand accept = new ProposalAcceptCommand();
        accept.proposals = proposals();
        accept.id = "p-1";
        typing.denied(Action.COMMAND, Globs.of("wt-02"), Globs.NONE, Globs.of("yaw"));
        assertRefused(accept, "denied by policy 'p0'");
    }

    @Test
    void whatSomebodyElseHasToApproveIsNotAcceptedHere() {
        ProposalAcceptCommand accept = new ProposalAcceptCommand();
        accept.proposals = proposals();
        accept.id = "p-1";
        typing.saying(Effect.REQUIRE_APPROVAL, Action.COMMAND, Globs.of("wt-02"), Globs.NONE, Globs.NONE);
        assertRefused(accept, "wt-02/yaw waits for somebody else's approval");
    }

    @Test
    void aProposalThatNamesAHiddenTwinIsNotThere() {
        ShellPermits permits = typing.denied(Action.READ, "wt-02").permits();
        ProposalListCommand list = new ProposalListCommand();
        list.proposals = proposals();
        list.permits = permits;
        assertThat(firsts(list)).isEmpty();
        ProposalShowCommand show = new ProposalShowCommand();
        show.proposals = proposals();
        show.permits = permits;
        show.id = "p-1";
        assertThatIllegalArgumentException().isThrownBy(() -> show.tables(Farm.NOW)).withMessageStartingWith("there is no proposal 'p-1'");
    }

    /** One of {@code wf-01}, with a command for {@code wt-02}. */
    private static Proposals proposals() {
        Proposal proposal = new Proposal("p-1", new TwinId("wf-01"), "wake", "Steer", "why", new Gain(2, 1, 3, "%"), List.of(),
                List.of(new ProposedCommand(new TwinId("wt-02"), "yaw", Map.of())), Farm.NOW, Farm.NOW.plusSeconds(60));
        ProposalView view = new ProposalView(proposal, TraceId.NONE, ProposalState.OPEN, "", List.of(), null, List.of());
        return (Proposals) Proxy.newProxyInstance(Proposals.class.getClassLoader(), new Class<?>[] {Proposals.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "proposal" -> Optional.of(view);
                    case "proposals" -> List.of(view);
                    default -> throw new UnsupportedOperationException("nobody decides here");
                });
    }

    @Test
    void parkedTwinsGoOnWhereAllOfTheirTypeMayBeChanged() {
        TwinResumeCommand resume = new TwinResumeCommand();
        resume.twins = new Farm();
        resume.exchange = Typing.answering(TypeExchange.class, "resume", 1);
        resume.audit = typing.audit;
        resume.twin = "wt-02";
        resume.permits = typing.permits();
        assertThatCode(resume::execute).doesNotThrowAnyException();
        assertThat(typing.events).singleElement().extracting("outcome").isEqualTo(Outcome.ALLOWED);
        typing.denied(Action.CONFIGURE, "wt-02");
        assertRefused(resume, "denied by policy 'p0'");
    }

    @Test
    void whatIsNotAboutSingleTwinsNeedsAllOfThem() {
        typing.denied(Action.WRITE, "wt-02").denied(Action.READ, "wt-02");
        DeadLetterReplayCommand replay = new DeadLetterReplayCommand();
        replay.audit = typing.audit;
        assertRefused(replay, "not about single twins");
        DeadLetterListCommand letters = new DeadLetterListCommand();
        letters.permits = typing.permits();
        assertThatThrownBy(() -> letters.tables(Farm.NOW)).isInstanceOf(SecurityException.class);
        ConnectionBrowseCommand browse = new ConnectionBrowseCommand();
        browse.permits = typing.permits();
        browse.connection = "plant";
        assertThatThrownBy(() -> browse.tables(Farm.NOW)).isInstanceOf(SecurityException.class);
    }

    @Test
    void jobsOfOthersAreNotShownToThoseWhoDoNotSeeEveryTwin() {
        JobListCommand list = new JobListCommand();
        list.jobs = Typing.answering(Jobs.class, "jobs", List.of(job("j-1", "olga"), job("j-2", "eva")));
        list.permits = typing.permits();
        assertThat(firsts(list)).containsExactly("j-1", "j-2");
        list.permits = typing.denied(Action.READ, "wt-02").permits();
        assertThat(firsts(list)).containsExactly("j-1");
    }

    private static JobView job(String id, String caller) {
        return new JobView(id, "kind", "title", caller, JobView.State.RUNNING, 0.5, "", "", Instant.EPOCH, null);
    }

    @Test
    void aSessionOutlivesTheRoleThatItWasOpenedWithAndMayDoNothingMore() {
        LogForgetCommand forget = new LogForgetCommand();
        forget.audit = typing.audit;
        forget.group = "gone";
        for (String name : List.of("otto", "removed")) {
            forget.permits = typing.permits(name);
            assertThatThrownBy(forget::execute).isInstanceOf(SecurityException.class).hasMessage("this needs the role ADMINISTRATOR");
        }
        assertThat(typing.events).extracting("caller").containsExactly("otto", "removed");
        assertThat(firsts(twins(typing.permits("removed")))).as("without a role nothing is seen").isEmpty();
    }

    @Test
    void whoeverSitsAtTheConsoleOfTheProcessIsItsAdministrator() {
        assertThat(typing.permits(null).caller()).isEqualTo(new Caller("karaf", Set.of(Role.ADMINISTRATOR)));
        assertThat(firsts(twins(typing.permits(null)))).containsExactly("wt-01", "wt-02");
    }
}
