package org.gemello.runtime.internal;

import java.time.Instant;
import org.gemello.api.proposal.Gain;
import org.gemello.spi.ProposalDraft;

/** What a behaviour says about its proposals. */
sealed interface ProposalAct {
    record Proposed(ProposalDraft draft) implements ProposalAct {
    }

    record Withdrawn(String key, String reason, Instant time) implements ProposalAct {
    }

    record Measured(String key, Gain gain, String text, Instant time) implements ProposalAct {
    }
}
