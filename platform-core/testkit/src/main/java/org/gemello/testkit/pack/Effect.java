package org.gemello.testkit.pack;

import org.gemello.api.Quality;
import org.gemello.api.proposal.Gain;
import org.gemello.api.twin.Severity;
import org.gemello.spi.ProposalDraft;

/** One thing that a behaviour wanted done, with the arguments of the call of {@link org.gemello.spi.Effects}. */
public sealed interface Effect {

    /** Value is a {@link Double} or a {@link Long}. */
    record Derived(String point, Number value, Quality quality, long sourceTime) implements Effect {
    }

    record DerivedText(String point, String text, Quality quality, long sourceTime) implements Effect {
    }

    record Raised(String alarm, Severity severity, String message, long sourceTime) implements Effect {
    }

    record Cleared(String alarm, String message, long sourceTime) implements Effect {
    }

    record Written(String point, double value) implements Effect {
    }

    record Rejected(String reason) implements Effect {
    }

    record Proposed(ProposalDraft draft) implements Effect {
    }

    record Withdrawn(String key, String reason, long sourceTime) implements Effect {
    }

    record Measured(String key, Gain gain, String text, long sourceTime) implements Effect {
    }
}
