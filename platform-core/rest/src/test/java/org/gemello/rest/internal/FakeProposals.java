package org.gemello.rest.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.gemello.api.Caller;
import org.gemello.api.TwinId;
import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.Proposal;
import org.gemello.api.proposal.ProposalNotOpenException;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.proposal.ProposalView.Step;
import org.gemello.api.proposal.ProposalView;
import org.gemello.api.proposal.Proposals;
import org.gemello.api.proposal.ProposedCommand;
import org.gemello.security.AuditUnavailableException;

/** Three proposals, in a service that audits what it decides itself; the newest two are open, the last of them would give a command that nobody may give. */
final class FakeProposals implements Proposals {
    private static final Instant NOON = FakePlatform.NOON;
    final List<ProposalView> all = new ArrayList<>(List.of(
            view("wf-01", "wake-steering", 4713, ProposalState.OPEN),
            view("wt-02", "forbidden", 4712, ProposalState.OPEN),
            view("wf-01", "wake-steering", 4711, ProposalState.MEASURED)));

    final List<String> audited = new ArrayList<>();
    boolean auditIsFull;

    static ProposalView view(String twin, String key, long offset, ProposalState state) {
        Proposal proposal = new Proposal(twin + ':' + key + ':' + offset, new TwinId(twin), key, "Steer the wake", "2.1 % more at 8 m/s",
                new Gain(2.1, 0.4, 3.5, "%"), List.of("yaw offset at most 20 deg"),
                List.of(new ProposedCommand(new TwinId("wt-01"), "set-yaw-offset", Map.of("offset", 12.5))), NOON, NOON.plusSeconds(600));
        Gain measured = state == ProposalState.MEASURED ? new Gain(1.8, 0.9, 2.7, "%") : null;
        return new ProposalView(proposal, FakePlatform.TRACE, state, "", measured == null ? List.of() : List.of("c-1"), measured,
                List.of(new Step(ProposalState.OPEN, twin, "", NOON)));
    }

    @Override
    public Optional<ProposalView> proposal(String id) {
        return all.stream().filter(view -> view.proposal().id().equals(id)).findFirst();
    }

    @Override
    public List<ProposalView> proposals(TwinId twin, int limit) {
        return all.stream().filter(view -> view.proposal().twin().equals(twin)).limit(limit).toList();
    }

    @Override
    public List<ProposalView> proposals(int limit) {
        return all.stream().limit(limit).toList();
    }

    @Override
    public ProposalView accept(String id, String reason, Caller caller) {
        if (id.contains("forbidden")) {
            throw new SecurityException("command stop needs the role ENGINEER");
        }
        return move(id, ProposalState.ACCEPTED, reason, caller);
    }

    @Override
    public ProposalView decline(String id, String reason, Caller caller) {
        return move(id, ProposalState.DECLINED, reason, caller);
    }

    private ProposalView move(String id, ProposalState state, String reason, Caller caller) {
        ProposalView view = proposal(id).orElseThrow(NoSuchElementException::new);
        if (view.state() != ProposalState.OPEN) {
            throw new ProposalNotOpenException("proposal " + id + " is " + view.state() + " already");
        }
        if (auditIsFull) {
            throw new AuditUnavailableException("the disk is full", null);
        }
        audited.add("proposal." + (state == ProposalState.ACCEPTED ? "accept " : "decline ") + id + ' ' + reason);
        List<Step> history = new ArrayList<>(view.history());
        history.add(new Step(state, caller.name(), reason, NOON));
        ProposalView moved = new ProposalView(view.proposal(), view.trace(), state, reason, List.of(), null, history);
        all.set(all.indexOf(view), moved);
        return moved;
    }
}
