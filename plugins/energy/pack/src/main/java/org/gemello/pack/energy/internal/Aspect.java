package org.gemello.pack.energy.internal;

import java.time.Instant;
import org.gemello.api.SampleBatch;
import org.gemello.api.command.Command;
import org.gemello.energy.twin.Estimate;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.spi.Effects;
import org.gemello.spi.ProposalNews;

/**
 * One theme of a wind turbine's twin. Stateless: what it remembers is a part of the state. Each is asked in the order of the list in
 * {@link WindTurbineType}, and leaves alone what is not its own.
 */
interface Aspect {

    /** Any sample has come, of an input (the state has its value already) or of another point. */
    default void onSample(WindTurbineState state, SampleBatch batch, int row, Effects out) {
    }

    /** The twin has concluded: once a second of source time, and where a set point or a quality has changed. */
    default void onEstimate(WindTurbineState state, Estimate estimate, Effects out) {
    }

    /** Once a second, by the platform's clock. */
    default void onTick(WindTurbineState state, Instant now, Effects out) {
    }

    /** What became of a proposal of this twin. */
    default void onProposal(WindTurbineState state, ProposalNews news, Effects out) {
    }

    /** @return true where the command was this theme's: it has been answered */
    default boolean onCommand(WindTurbineState state, Command command, Effects out) {
        return false;
    }
}
