package org.gemello.rest.internal;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import org.gemello.api.Caller;
import org.gemello.api.proposal.Proposal;
import org.gemello.api.proposal.ProposalNotOpenException;
import org.gemello.api.proposal.ProposalView;
import org.gemello.api.proposal.Proposals;
import org.gemello.rest.internal.contract.DecisionJson;
import org.gemello.rest.internal.contract.ProposalPageJson;
import org.gemello.rest.internal.contract.ProposalStateJson;
import org.gemello.rest.internal.contract.ProposalsApi;
import org.gemello.rest.internal.contract.TwinProposalJson;
import org.gemello.rest.internal.mapping.ProposalMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.problem.InvalidRequestException;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.rest.internal.request.Requester;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Target;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What twins propose, and the decisions of people about it. */
@Component(service = ProposalsResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class ProposalsResource implements ProposalsApi {
    private final Platform platform;
    private final Permits permits;
    private final Sights sights;
    @Context
    private SecurityContext security;

    @Activate
    public ProposalsResource(@Reference Platform platform, @Reference Permits permits, @Reference Sights sights) {
        this.platform = platform;
        this.permits = permits;
        this.sights = sights;
    }

    @Override
    public ProposalPageJson listProposals(String twin, ProposalStateJson state, Integer limit, String cursor) {
        return new ProposalQuery(twin, state, limit, cursor).page(platform.proposals(), sights.of(security));
    }

    @Override
    public TwinProposalJson getProposal(String proposalId) {
        return ProposalMapping.of(find(proposalId));
    }

    /** The service audits it before it is decided, and what it refuses: here nothing is written a second time. */
    @Override
    public TwinProposalJson decideProposal(String proposalId, DecisionJson decision) {
        Proposal proposal = find(proposalId).proposal();
        boolean accept = decision.getDecision() == DecisionJson.DecisionEnum.ACCEPT;
        String reason = decision.getReason().strip();
        if (!accept && reason.isEmpty()) {
            throw new InvalidRequestException("reason", "say why it is declined: its twin and the next shift learn from it");
        }
        String action = accept ? "proposal.accept" : "proposal.decline";
        if (accept) {
            proposal.commands().forEach(each -> requireMayGive(Target.command(each.twin(), each.command()), action, proposalId));
        }
        Requester requester = permits.holds(Action.DECIDE, Target.of(proposal.twin()), security, action, proposalId);
        Caller caller = Permits.acting(requester, Action.DECIDE);
        Proposals proposals = platform.proposals();
        try {
            return ProposalMapping.of(Asked.allowed(() -> Asked.of("reason", () -> accept ? proposals.accept(proposalId, reason, caller)
                    : proposals.decline(proposalId, reason, caller))));
        } catch (ProposalNotOpenException e) {
            throw Asked.conflict(e.getMessage());
        }
    }

    /** What needs somebody else's approval is accepted by somebody who needs none: commands of a proposal do not wait in its midst. */
    private void requireMayGive(Target command, String action, String proposalId) {
        Requester requester = permits.holds(Action.COMMAND, command, security, action, proposalId);
        permits.approval(command, security).ifPresent(because -> {
            permits.noteRefusal(requester, action, proposalId, because);
            throw new ForbiddenException(Problems.response(Status.FORBIDDEN, command + ": " + because
                    + "; somebody has to accept the proposal who may give this command without"));
        });
    }

    private ProposalView find(String id) {
        return platform.proposals().proposal(id).filter(view -> sights.of(security).sees(view.proposal()))
                .orElseThrow(() -> Asked.notFound("there is no proposal '" + id + "'"));
    }
}
