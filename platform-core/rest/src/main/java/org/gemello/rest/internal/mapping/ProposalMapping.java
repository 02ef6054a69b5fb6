package org.gemello.rest.internal.mapping;

import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.Proposal;
import org.gemello.api.proposal.ProposalView;
import org.gemello.api.proposal.ProposedCommand;
import org.gemello.rest.internal.contract.GainJson;
import org.gemello.rest.internal.contract.ProposalStateJson;
import org.gemello.rest.internal.contract.ProposalStepJson;
import org.gemello.rest.internal.contract.ProposedCommandJson;
import org.gemello.rest.internal.contract.TwinProposalJson;

/** Proposals as the contract shows them. */
public final class ProposalMapping {
    private ProposalMapping() {
    }

    public static TwinProposalJson of(ProposalView view) {
        Proposal proposal = view.proposal();
        return new TwinProposalJson().id(proposal.id()).twin(proposal.twin().value()).key(proposal.key()).title(proposal.title())
                .explanation(proposal.explanation()).gain(of(proposal.gain())).constraints(proposal.constraints())
                .commands(proposal.commands().stream().map(ProposalMapping::of).toList()).made(proposal.made()).expires(proposal.expires())
                .state(ProposalStateJson.fromValue(view.state().name())).reason(Texts.orAbsent(view.reason())).given(view.commands())
                .measured(view.measured() == null ? null : of(view.measured())).traceId(view.trace().toString())
                .history(view.history().stream().map(ProposalMapping::of).toList());
    }

    private static GainJson of(Gain gain) {
        return new GainJson().expected(gain.expected()).low(gain.low()).high(gain.high()).unit(gain.unit());
    }

    private static ProposedCommandJson of(ProposedCommand command) {
        return new ProposedCommandJson().twin(command.twin().value()).command(command.command()).arguments(command.arguments());
    }

    private static ProposalStepJson of(ProposalView.Step step) {
        return new ProposalStepJson().state(ProposalStateJson.fromValue(step.state().name())).by(Texts.orAbsent(step.by()))
                .reason(Texts.orAbsent(step.reason())).time(step.time());
    }
}
