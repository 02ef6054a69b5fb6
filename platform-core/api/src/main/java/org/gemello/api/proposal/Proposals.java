package org.gemello.api.proposal;

import java.util.List;
import java.util.Optional;
import org.gemello.api.Caller;
import org.gemello.api.TwinId;
import org.osgi.annotation.versioning.ProviderType;

/** What the twins propose, and the decisions about it. Safe for use by many threads. */
@ProviderType
public interface Proposals {
    /** Name of the platform where it accepts on its own, as the configuration of the twin lets it. */
    String AUTONOMY = "autonomy";

    /** A proposal, also one that has ended, as long as it is kept. */
    Optional<ProposalView> proposal(String id);

    /** Proposals of a twin, newest first, at most {@code limit}. */
    List<ProposalView> proposals(TwinId twin, int limit);

    /** Proposals of all twins, newest first, at most {@code limit}. */
    List<ProposalView> proposals(int limit);

    /**
     * Says yes: its commands are given one after the other through {@link org.gemello.api.command.Commands}, each held against the policy.
     * Returns once the decision is on disk; what becomes of the commands is seen by {@link #proposal}.
     *
     * @param reason why, for the record; may be empty
     * @throws java.util.NoSuchElementException where there is no such proposal
     * @throws ProposalNotOpenException         where it is not open any more, or its twin is parked
     * @throws SecurityException                where the caller may not give one of its commands; the proposal stays open
     */
    ProposalView accept(String id, String reason, Caller caller);

    /**
     * Says no.
     *
     * @param reason why, for the record and for the twin
     * @throws IllegalArgumentException         where the reason is empty
     * @throws java.util.NoSuchElementException where there is no such proposal
     * @throws ProposalNotOpenException         where it is not open any more
     * @throws SecurityException                where the caller may not decide
     */
    ProposalView decline(String id, String reason, Caller caller);
}
