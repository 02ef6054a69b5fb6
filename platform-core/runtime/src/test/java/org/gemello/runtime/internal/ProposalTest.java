package org.gemello.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.testkit.Patience.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TwinId;
import org.gemello.api.command.CommandState;
import org.gemello.api.command.CommandView;
import org.gemello.api.connection.WriteResult;
import org.gemello.api.connection.WriteResult.Outcome;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.ProposalNotOpenException;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.proposal.ProposalView;
import org.gemello.api.proposal.Proposals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what a twin proposes to what it brought. */
class ProposalTest {
    private static final Caller OLGA = new Caller("olga", Set.of(Role.OPERATOR));
    private static final TwinId ADVISER = new TwinId("adviser");
    @TempDir
    Path folder;
    private Harness harness;

    private void start(ProposingType type, String... accept) throws Exception {
        MemorySite site = new MemorySite().composite("adviser", ProposingType.ID, List.of(), Set.of(accept),
                MemorySite.point("adviser/level", "1", false));
        for (String twin : List.of("t1", "t2")) {
            site.twin(twin, CounterType.ID, MemorySite.point(twin + "/limit", "kW", true));
        }
        harness = new Harness(folder, site);
        serve(type);
        harness.append("t1/limit", "kW", 800);
        harness.append("t2/limit", "kW", 800);
        await().until(() -> harness.value("t1", "limit") == 800 && harness.value("t2", "limit") == 800);
    }

    private void serve(ProposingType type) {
        harness.runtime().addType(type);
        harness.runtime().addType(new CounterType());
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    private Proposals proposals() {
        return harness.runtime().proposals();
    }

    private void level(double level) throws Exception {
        harness.append("adviser/level", "1", level);
    }

    /** The newest proposal, once it is in a state. */
    private ProposalView newest(ProposalState state) {
        await().until(() -> proposals().proposals(ADVISER, 1).stream().anyMatch(view -> view.state() == state));
        return proposals().proposals(ADVISER, 1).get(0);
    }

    private ProposalView after(ProposalView view, ProposalState state) {
        await().until(() -> proposals().proposal(view.proposal().id()).orElseThrow().state() == state);
        return proposals().proposal(view.proposal().id()).orElseThrow();
    }

    private void awaitNews(String news) {
        await().untilAsserted(() -> assertThat(harness.twin("adviser").state().get("news")).isNotNull()
                .satisfies(sample -> assertThat(sample.value()).isEqualTo(news)));
    }

    private long said(Class<? extends LogEntry> kind) throws Exception {
        return harness.records().stream().filter(record -> kind.isInstance(record.entry())).count();
    }

    @Test
    void acceptedItIsCarriedOutAndMeasured() throws Exception {
        start(new ProposingType());
        harness.connect(new WriteResult(Outcome.CONFIRMED, "read back"));
        level(1200);
        ProposalView open = newest(ProposalState.OPEN);
        assertThat(open.proposal().explanation()).isEqualTo("level is 1200.0");
        assertThat(open.proposal().gain()).isEqualTo(new Gain(2, 1, 3, "%"));
        assertThat(open.proposal().id()).startsWith("adviser:limit:");

        ProposalView accepted = proposals().accept(open.proposal().id(), "let us try", OLGA);
        assertThat(accepted.state()).isIn(ProposalState.ACCEPTED, ProposalState.APPLIED);
        assertThat(accepted.commands()).hasSize(2);
        ProposalView applied = after(open, ProposalState.APPLIED);
        assertThat(harness.written).containsExactly("t1/limit=1200.0", "t2/limit=1200.0");
        for (String id : applied.commands()) {
            CommandView command = harness.runtime().commands().command(id).orElseThrow();
            assertThat(command.state()).isEqualTo(CommandState.CONFIRMED);
            assertThat(command.command().caller()).isEqualTo("olga");
            assertThat(command.trace()).isEqualTo(open.trace());
        }
        awaitNews("ACCEPTED olga limit;APPLIED limit;");
        level(1);
        ProposalView measured = after(open, ProposalState.MEASURED);
        assertThat(measured.measured()).isEqualTo(new Gain(1.5, 1, 2, "%"));
        assertThat(measured.history()).extracting(ProposalView.Step::state)
                .containsExactly(ProposalState.OPEN, ProposalState.ACCEPTED, ProposalState.APPLIED, ProposalState.MEASURED);
        assertThat(measured.history()).extracting(ProposalView.Step::by).containsExactly("adviser", "olga", "", "adviser");
        assertThat(harness.audit.lines).hasSize(3).satisfiesExactly(
                line -> assertThat(line).contains("allowed olga proposal.accept " + open.proposal().id(), "2 commands: let us try"),
                line -> assertThat(line).contains("allowed olga command.submit t1/set-limit", "of proposal " + open.proposal().id()),
                line -> assertThat(line).contains("allowed olga command.submit t2/set-limit"));
    }

    @Test
    void declinedTheTwinHearsWhyAndWhoMayNotDecideIsTurnedAway() throws Exception {
        start(new ProposingType());
        level(500);
        String id = newest(ProposalState.OPEN).proposal().id();
        Caller viewer = new Caller("vic", Set.of(Role.VIEWER));
        assertThatThrownBy(() -> proposals().accept(id, "", viewer)).isInstanceOf(SecurityException.class).hasMessageContaining("role operator");
        assertThatThrownBy(() -> proposals().decline(id, "no", viewer)).isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> proposals().decline(id, " ", OLGA)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proposals().decline("adviser:limit:9999", "no", OLGA)).isInstanceOf(NoSuchElementException.class);
        harness.audit.broken = true;
        assertThatThrownBy(() -> proposals().accept(id, "", OLGA)).isInstanceOf(IllegalStateException.class).hasMessageContaining("audit log");
        harness.audit.broken = false;
        assertThat(proposals().proposal(id).orElseThrow().state()).isEqualTo(ProposalState.OPEN);
        assertThat(proposals().decline(id, "the crane is up", OLGA).state()).isEqualTo(ProposalState.DECLINED);
        awaitNews("DECLINED olga limit;");
        assertThatThrownBy(() -> proposals().accept(id, "", OLGA)).isInstanceOf(ProposalNotOpenException.class)
                .hasMessageContaining("DECLINED, the crane is up");
        assertThat(harness.audit.lines).hasSize(3).last().asString().contains("allowed olga proposal.decline " + id + ": the crane is up");
    }

    @Test
    void theSameAgainSaysNothingAndAnotherTakesThePlaceOfTheOpenOne() throws Exception {
        start(new ProposingType());
        level(500);
        level(500);
        ProposalView first = newest(ProposalState.OPEN);
        level(600);
        ProposalView replaced = after(first, ProposalState.WITHDRAWN);
        assertThat(replaced.reason()).contains("another one takes its place");
        ProposalView second = newest(ProposalState.OPEN);
        assertThat(second.proposal().title()).isEqualTo("Limit to 600.0");
        assertThat(said(LogEntry.ProposalMade.class)).isEqualTo(2);
        level(-1);
        assertThat(after(second, ProposalState.WITHDRAWN).reason()).isEqualTo("no need any more");
        assertThat(harness.twin("adviser").state()).as("its own doings are no news").doesNotContainKey("news");
    }

    @Test
    void moreThanTwentyOpenOnesAreNotTakenAndAnAlarmSaysSo() throws Exception {
        start(new ProposingType());
        for (int key = 0; key < ProposalShelf.MOST_OPEN + 1; key++) {
            level(5000 + key);
        }
        await().until(() -> !harness.alarms.active().isEmpty());
        assertThat(harness.alarms.active()).singleElement().satisfies(alarm -> {
            assertThat(alarm.name()).isEqualTo("proposals.adviser");
            assertThat(alarm.message()).contains("20 open proposals", "advice-5020");
        });
        assertThat(proposals().proposals(100)).hasSize(ProposalShelf.MOST_OPEN);
        ProposalView advice = proposals().accept(proposals().proposals(ADVISER, 1).get(0).proposal().id(), "", OLGA);
        assertThat(after(advice, ProposalState.APPLIED).reason()).isEqualTo("it has no commands");
        await().until(() -> harness.alarms.active().isEmpty());
    }

    @Test
    void timeEndsWhatNobodyDecides() throws Exception {
        start(new ProposingType("level is ", Duration.ofMillis(1), false));
        level(500);
        ProposalView view = newest(ProposalState.EXPIRED);
        awaitNews("EXPIRED limit;");
        assertThatThrownBy(() -> proposals().accept(view.proposal().id(), "", OLGA)).isInstanceOf(ProposalNotOpenException.class)
                .hasMessageContaining("EXPIRED");
    }

    @Test
    void aCommandThatFailsEndsItWithTheReasonAndTheRestIsNotGiven() throws Exception {
        start(new ProposingType());
        harness.connect(new WriteResult(Outcome.REJECTED, "the controller is in service mode"));
        level(1200);
        ProposalView open = newest(ProposalState.OPEN);
        proposals().accept(open.proposal().id(), "", OLGA);
        assertThat(after(open, ProposalState.FAILED).reason())
                .isEqualTo("command 1 of 2, t1 set-limit, rejected: the controller is in service mode; the last one was not given");
        awaitNews("ACCEPTED olga limit;FAILED;");
        assertThat(harness.written).containsExactly("t1/limit=1200.0");
    }

    @Test
    void whatThePolicyWouldRefuseIsNotAcceptedAndStaysOpen() throws Exception {
        start(new ProposingType());
        level(4000);
        ProposalView open = newest(ProposalState.OPEN);
        assertThatThrownBy(() -> proposals().accept(open.proposal().id(), "", OLGA)).isInstanceOf(ProposalNotOpenException.class)
                .hasMessageContaining("command set-limit to t1 would be refused", "larger than 2500");
        assertThat(proposals().proposal(open.proposal().id()).orElseThrow().state()).isEqualTo(ProposalState.OPEN);
        assertThat(harness.audit.lines).singleElement().asString().startsWith("refused olga proposal.accept");
    }

    @Test
    void thePlatformAcceptsWhatTheSiteLetsItAccept() throws Exception {
        start(new ProposingType(), "limit");
        harness.connect(new WriteResult(Outcome.CONFIRMED, ""));
        level(500);
        level(6000);
        await().until(() -> proposals().proposals(ADVISER, 9).stream().anyMatch(view -> view.state() == ProposalState.APPLIED));
        ProposalView applied = proposals().proposals(ADVISER, 9).stream().filter(view -> view.state() == ProposalState.APPLIED).findFirst().orElseThrow();
        assertThat(applied.proposal().key()).isEqualTo("limit");
        assertThat(applied.history().get(1).by()).isEqualTo(Proposals.AUTONOMY);
        assertThat(harness.written).containsExactly("t1/limit=500.0");
        assertThat(harness.audit.lines.get(0)).contains("allowed autonomy proposal.accept", "the site lets the platform accept 'limit' of adviser");
        assertThat(proposals().proposals(ADVISER, 1).get(0).state()).as("not of its keys").isEqualTo(ProposalState.OPEN);
    }

    @Test
    void whileItsTwinIsParkedAProposalWaits() throws Exception {
        ProposingType type = new ProposingType();
        start(type);
        level(500);
        ProposalView open = newest(ProposalState.OPEN);
        harness.runtime().removeType(type);
        assertThatThrownBy(() -> proposals().accept(open.proposal().id(), "", OLGA)).isInstanceOf(ProposalNotOpenException.class)
                .hasMessageContaining("twin adviser is parked (its pack is not installed)");
        proposals().decline(open.proposal().id(), "not now", OLGA);
        harness.runtime().addType(new ProposingType());
        awaitNews("DECLINED olga limit;");
    }

    @Test
    void afterACrashTheReplayTellsNothingTwice() throws Exception {
        start(new ProposingType());
        harness.connect(new WriteResult(Outcome.CONFIRMED, ""));
        level(500);
        ProposalView first = newest(ProposalState.OPEN);
        level(500);
        level(6000);
        newest(ProposalState.OPEN);
        proposals().decline(first.proposal().id(), "no", OLGA);
        awaitNews("DECLINED olga limit;");
        level(700);
        await().until(() -> said(LogEntry.ProposalMade.class) == 3);
        ProposalView third = proposals().proposals(ADVISER, 1).get(0);
        proposals().accept(third.proposal().id(), "", OLGA);
        after(third, ProposalState.APPLIED);
        awaitNews("DECLINED olga limit;ACCEPTED olga limit;APPLIED limit;");
        List<ProposalView> before = proposals().proposals(10);
        for (int crash = 0; crash < 3; crash++) {
            if (crash == 1) {
                harness.restart();
            } else {
                harness.crash();
                harness.start();
            }
            serve(new ProposingType());
            assertThat(proposals().proposals(10)).isEqualTo(before);
            harness.append("t1/count", "1", crash);
            await().until(() -> harness.value("t1", "seen") > 0);
            awaitNews("DECLINED olga limit;ACCEPTED olga limit;APPLIED limit;");
        }
        level(1);
        after(third, ProposalState.MEASURED);
        assertThat(said(LogEntry.ProposalMade.class)).isEqualTo(3);
        assertThat(said(LogEntry.ProposalMoved.class)).isEqualTo(4);
        assertThat(harness.written).containsExactly("t1/limit=700.0");
    }

    @Test
    void whatWasOnItsWayWhenThePlatformDiedHasFailed() throws Exception {
        start(new ProposingType());
        level(1200);
        ProposalView open = newest(ProposalState.OPEN);
        proposals().accept(open.proposal().id(), "", OLGA);
        await().until(() -> harness.runtime().commands().command(proposals().proposal(open.proposal().id()).orElseThrow().commands().get(0)).isPresent());
        harness.crash();
        harness.start();
        serve(new ProposingType());
        assertThat(after(open, ProposalState.FAILED).reason()).startsWith("command 1 of 2, t1 set-limit, expired: the platform restarted");
        awaitNews("ACCEPTED olga limit;FAILED;");
        assertThat(harness.written).isEmpty();
    }

    @Test
    void aShadowProposesNothingAndTheVersionThatServesThenSpeaks() throws Exception {
        start(new ProposingType());
        level(500);
        ProposalView first = newest(ProposalState.OPEN);
        var shadow = harness.exchange().shadow(List.of(new ProposingType("level is ", Duration.ofHours(1), false)));
        level(600);
        await().until(() -> said(LogEntry.ProposalMade.class) == 2);
        await().until(() -> shadow.report().following() == 1);
        shadow.cut().confirm();
        level(600);
        ProposalView second = newest(ProposalState.OPEN);
        assertThat(second.proposal().title()).isEqualTo("Limit to 600.0");
        proposals().decline(second.proposal().id(), "no", OLGA);
        awaitNews("DECLINED olga limit;");
        assertThat(said(LogEntry.ProposalMade.class)).as("the same is not told twice").isEqualTo(2);

        level(700);
        ProposalView third = newest(ProposalState.OPEN);
        harness.cut(new ProposingType("now the level is ", Duration.ofHours(1), false)).confirm();
        level(700);
        after(third, ProposalState.WITHDRAWN);
        ProposalView fourth = newest(ProposalState.OPEN);
        assertThat(fourth.proposal().explanation()).isEqualTo("now the level is 700.0");
        harness.cut(new ProposingType("silent", Duration.ofHours(1), true)).confirm();
        level(-1);
        after(fourth, ProposalState.WITHDRAWN);
        assertThat(after(first, ProposalState.WITHDRAWN).reason()).contains("takes its place");
        assertThat(harness.records()).filteredOn(record -> record.entry() instanceof LogEntry.ProposalMade).hasSize(4).allMatch(LogRecord::isDerived);
    }
}
