package org.gemello.runtime.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.Proposal;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.proposal.ProposalView;

/**
 * All proposals and what became of them, as the log says: the same entries in the same order give the same book. Of those that have
 * ended, or wait for nothing but a measurement, the latest {@link #KEPT} are kept. Safe for use by many threads.
 */
final class ProposalBook {
    /** Proposals kept beside those that are open or being carried out. */
    static final int KEPT = 2_000;
    private static final Map<ProposalState, Set<ProposalState>> FOLLOWING = new EnumMap<>(Map.of(
            ProposalState.OPEN, EnumSet.of(ProposalState.ACCEPTED, ProposalState.DECLINED, ProposalState.WITHDRAWN, ProposalState.EXPIRED),
            ProposalState.ACCEPTED, EnumSet.of(ProposalState.APPLIED, ProposalState.FAILED),
            ProposalState.APPLIED, EnumSet.of(ProposalState.MEASURED)));
    private final Map<String, ProposalView> views = new LinkedHashMap<>();

    /** Takes a proposal in, or renews an open one; false where that changes nothing. */
    synchronized boolean made(Proposal proposal, TraceId trace) {
        ProposalView known = views.get(proposal.id());
        if (known == null) {
            views.put(proposal.id(), new ProposalView(proposal, trace, ProposalState.OPEN, "", List.of(), null,
                    List.of(new ProposalView.Step(ProposalState.OPEN, proposal.twin().value(), "", proposal.made()))));
            forgetOldest();
            return true;
        }
        if (known.state() != ProposalState.OPEN || !proposal.expires().isAfter(known.proposal().expires())) {
            return false;
        }
        views.put(proposal.id(), new ProposalView(proposal, known.trace(), known.state(), known.reason(), known.commands(), known.measured(),
                known.history()));
        return true;
    }

    /** Moves a proposal on; false where it is unknown or cannot come to that state from where it is. */
    synchronized boolean move(LogEntry.ProposalMoved moved) {
        ProposalView known = views.get(moved.proposalId());
        if (known == null || !FOLLOWING.getOrDefault(known.state(), Set.of()).contains(moved.state())) {
            return false;
        }
        List<ProposalView.Step> history = new ArrayList<>(known.history());
        history.add(new ProposalView.Step(moved.state(), moved.by(), moved.reason(), moved.time()));
        List<String> commands = moved.commands().isEmpty() ? known.commands() : moved.commands();
        Gain measured = moved.measured() == null ? known.measured() : moved.measured();
        views.put(moved.proposalId(), new ProposalView(known.proposal(), known.trace(), moved.state(), moved.reason(), commands, measured, history));
        return true;
    }

    private void forgetOldest() {
        if (views.size() > KEPT) {
            views.values().stream().filter(view -> view.state() != ProposalState.OPEN && view.state() != ProposalState.ACCEPTED).findFirst()
                    .ifPresent(oldest -> views.remove(oldest.proposal().id()));
        }
    }

    /** Puts a proposal back as it was: as an image has kept it, or as it was before an entry that the log did not take. */
    synchronized void restore(ProposalView view) {
        views.put(view.proposal().id(), view);
    }

    synchronized Optional<ProposalView> find(String id) {
        return Optional.ofNullable(views.get(id));
    }

    /** All, oldest first. */
    synchronized List<ProposalView> all() {
        return List.copyOf(views.values());
    }

    /** All in a state, oldest first. */
    synchronized List<ProposalView> in(ProposalState state) {
        return views.values().stream().filter(view -> view.state() == state).toList();
    }

    /** The open ones of a twin, oldest first. */
    List<Proposal> open(TwinId twin) {
        return in(ProposalState.OPEN).stream().map(ProposalView::proposal).filter(proposal -> proposal.twin().equals(twin)).toList();
    }

    /** Newest first; of one twin, or of all where it is null. */
    List<ProposalView> newest(TwinId twin, int limit) {
        List<ProposalView> own = new ArrayList<>(all().stream().filter(view -> twin == null || view.proposal().twin().equals(twin)).toList());
        Collections.reverse(own);
        return List.copyOf(own.subList(0, Math.min(Math.max(0, limit), own.size())));
    }
}
