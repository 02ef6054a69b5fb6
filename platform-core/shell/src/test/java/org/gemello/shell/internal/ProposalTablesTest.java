package org.gemello.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.Proposal;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.proposal.ProposalView;
import org.gemello.api.proposal.ProposalView.Step;
import org.gemello.api.proposal.ProposedCommand;
import org.junit.jupiter.api.Test;

class ProposalTablesTest {
    private static ProposalView view(ProposalState state, List<ProposedCommand> commands, Gain measured) {
        Proposal proposal = new Proposal("wf-01:wake-steering:4711", new TwinId("wf-01"), "wake-steering", "Steer the wake", "2.1 % more",
                new Gain(2.1, 0.4, 3.5, "%"), List.of("yaw at most 20 deg"), commands, Farm.NOW.minusSeconds(60), Farm.NOW.plusSeconds(600));
        return new ProposalView(proposal, TraceId.NONE, state, "", List.of("c-1"), measured,
                List.of(new Step(ProposalState.OPEN, "wf-01", "", Farm.NOW), new Step(state, "", "in time", Farm.NOW)));
    }

    private static final List<ProposedCommand> TWO = List.of(new ProposedCommand(new TwinId("wt-01"), "yaw", Map.of("offset", 12.5)),
            new ProposedCommand(new TwinId("wt-02"), "yaw", Map.of("offset", 3.0)));

    @Test
    void theListSaysWhatItBringsAndHowLongItWaits() {
        Table table = ProposalTables.list(List.of(view(ProposalState.OPEN, TWO, null), view(ProposalState.DECLINED, TWO, null)), Farm.NOW);
        assertThat(table.rows()).containsExactly(
                List.of("wf-01:wake-steering:4711", "OPEN", "2.1 (0.4..3.5) %", "60 s", "10 min", "Steer the wake"),
                List.of("wf-01:wake-steering:4711", "DECLINED", "2.1 (0.4..3.5) %", "60 s", "-", "Steer the wake"));
    }

    @Test
    void oneIsShownWithItsCommandsAndWhatBecameOfIt() {
        List<Table> tables = ProposalTables.show(view(ProposalState.MEASURED, TWO, new Gain(1.8, 0.9, 2.7, "%")));
        assertThat(tables.get(0).rows()).contains(List.of("Why", "2.1 % more"), List.of("Measured gain", "1.8 (0.9..2.7) %"),
                List.of("Respects", "yaw at most 20 deg"), List.of("State", "MEASURED"));
        assertThat(tables.get(1).rows()).containsExactly(List.of("wt-01", "yaw", "{offset=12.5}", "c-1"),
                List.of("wt-02", "yaw", "{offset=3.0}", "-"));
        assertThat(tables.get(2).rows()).extracting(row -> row.get(2)).containsExactly("wf-01", "-");
    }

    @Test
    void adviceHasNoCommands() {
        assertThat(ProposalTables.show(view(ProposalState.OPEN, List.of(), null))).hasSize(2);
    }
}
