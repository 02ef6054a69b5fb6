package org.gemello.api.proposal;

import java.time.Instant;
import java.util.List;
import org.gemello.api.TraceId;

/**
 * A proposal with what became of it.
 *
 * @param proposal what was proposed
 * @param trace    its trace
 * @param state    present state
 * @param reason   why, in words
 * @param commands ids of the commands that were given, in the order of the proposal; empty before it is accepted
 * @param measured what it brought, null until {@link ProposalState#MEASURED}
 * @param history  all states in order, each with who brought it there, reason and time
 */
public record ProposalView(Proposal proposal, TraceId trace, ProposalState state, String reason, List<String> commands, Gain measured,
                           List<Step> history) {
    public ProposalView {
        commands = List.copyOf(commands);
        history = List.copyOf(history);
    }

    /**
     * One state that the proposal came to.
     *
     * @param by user name; {@link Proposals#AUTONOMY} for the platform on its own; the id of the twin where the twin did it; empty where
     *           time or a command did
     */
    public record Step(ProposalState state, String by, String reason, Instant time) {
    }
}
