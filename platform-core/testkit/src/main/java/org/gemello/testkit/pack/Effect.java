package org.gemello.testkit.pack;

import org.gemello.api.Quality;
import org.gemello.api.twin.Severity;

/** One thing that a behaviour wanted done, with the arguments of the call of {@link org.gemello.spi.Effects}. */
public sealed interface Effect {

    /** Value is a {@link Double} or a {@link Long}. */
    record Derived(String point, Number value, Quality quality, long sourceTime) implements Effect {
    }

    record Raised(String alarm, Severity severity, String message, long sourceTime) implements Effect {
    }

    record Cleared(String alarm, String message, long sourceTime) implements Effect {
    }

    record Written(String point, double value) implements Effect {
    }

    record Rejected(String reason) implements Effect {
    }
}
