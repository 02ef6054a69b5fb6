package org.gemello.spi;

import java.time.Instant;
import org.gemello.api.SampleBatch;
import org.gemello.api.command.Command;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a twin does with what it sees. Deterministic: no clock, no I/O, no threads, no randomness but from a seed in the state;
 * the same log gives the same state, byte for byte, and the same effects. That gives replay, shadow runs and what-if.
 * A call that throws, or does not return within the platform's limit (10 s unless set otherwise), parks its twin; what the call did is void.
 *
 * @param <S> state of one twin
 */
@ConsumerType
public interface TwinBehavior<S> {

    /** State of a twin that has seen nothing yet. */
    S initial();

    /**
     * Samples of the twin's own points, in the order of the log, in the units of the model; never those it derived itself. A composite
     * is given the points of its parts that its model names, in the units that it names, too, also those that the parts derive: {@code batch.point(row).twin()}
     * tells whose it is, {@link TwinContext#parts()} in which role.
     */
    void onSamples(S state, SampleBatch batch, Effects out);

    /** Once a second, by the platform's clock as the log has it. */
    default void onTick(S state, Instant now, Effects out) {
    }

    /** A command that has passed the policy. Answer with {@link Effects#write} or {@link Effects#reject}. */
    default void onCommand(S state, Command command, Effects out) {
        out.reject("not supported");
    }

    /** What became of a proposal that this twin made: see {@link Effects#propose}. */
    default void onProposal(S state, ProposalNews news, Effects out) {
    }
}
