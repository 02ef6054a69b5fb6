package org.gemello.shell.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.Proposal;
import org.gemello.api.proposal.ProposalView;
import org.gemello.api.proposal.ProposedCommand;

/** Proposals as tables. */
final class ProposalTables {
    private ProposalTables() {
    }

    /** One row for each proposal. */
    static Table list(List<ProposalView> proposals, Instant now) {
        Table table = new Table("Proposal", "State", "Expected gain", "Age", "Expires in", "Title");
        for (ProposalView view : proposals) {
            Proposal proposal = view.proposal();
            boolean waits = !view.state().isFinal() && proposal.expires().isAfter(now);
            table.row(proposal.id(), view.state(), gain(proposal.gain()), Texts.age(proposal.made(), now),
                    waits ? Texts.age(now, proposal.expires()) : Texts.NONE, proposal.title());
        }
        return table;
    }

    /** One proposal in full: itself, its commands where it has any, and what became of it. */
    static List<Table> show(ProposalView view) {
        List<Table> tables = new ArrayList<>(List.of(about(view)));
        if (!view.proposal().commands().isEmpty()) {
            tables.add(commands(view));
        }
        tables.add(history(view));
        return tables;
    }

    private static Table about(ProposalView view) {
        Proposal proposal = view.proposal();
        Table table = new Table("Proposal", proposal.id());
        table.row("Title", proposal.title()).row("Why", proposal.explanation()).row("Expected gain", gain(proposal.gain()));
        if (view.measured() != null) {
            table.row("Measured gain", gain(view.measured()));
        }
        proposal.constraints().forEach(constraint -> table.row("Respects", constraint));
        return table.row("Made", Texts.time(proposal.made())).row("Expires", Texts.time(proposal.expires())).row("State", view.state());
    }

    private static Table commands(ProposalView view) {
        Table table = new Table("Twin", "Command", "Arguments", "Given as");
        List<ProposedCommand> commands = view.proposal().commands();
        for (int i = 0; i < commands.size(); i++) {
            ProposedCommand command = commands.get(i);
            table.row(command.twin(), command.command(), command.arguments(), i < view.commands().size() ? view.commands().get(i) : Texts.NONE);
        }
        return table;
    }

    private static Table history(ProposalView view) {
        Table table = new Table("Time", "State", "By", "Reason");
        view.history().forEach(step -> table.row(Texts.time(step.time()), step.state(), step.by().isEmpty() ? Texts.NONE : step.by(),
                step.reason()));
        return table;
    }

    private static String gain(Gain gain) {
        return Texts.number(gain.expected()) + " (" + Texts.number(gain.low()) + ".." + Texts.number(gain.high()) + ") " + gain.unit();
    }
}
