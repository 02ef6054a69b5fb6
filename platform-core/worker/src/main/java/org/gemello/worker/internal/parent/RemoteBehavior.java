package org.gemello.worker.internal.parent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.gemello.api.SampleBatch;
import org.gemello.api.TwinId;
import org.gemello.api.command.Command;
import org.gemello.spi.Effects;
import org.gemello.spi.ProposalNews;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.worker.WorkerException;
import org.gemello.worker.internal.frame.BatchWriter;
import org.gemello.worker.internal.frame.CommandFrames;
import org.gemello.worker.internal.frame.EffectReader;
import org.gemello.worker.internal.frame.FrameWriter;
import org.gemello.worker.internal.frame.ModelFrames;
import org.gemello.worker.internal.frame.Operation;
import org.gemello.worker.internal.frame.PartFrames;
import org.gemello.worker.internal.frame.ProposalFrames;

/** Stands for the behaviour of one twin in one child. When that child ends, it is of no use any more, and says so at every call. */
final class RemoteBehavior implements TwinBehavior<RemoteState> {
    private final ChildProcess child;
    private final Description description;
    private final TwinId twin;
    private final long number;

    private RemoteBehavior(ChildProcess child, Description description, TwinId twin) {
        this.child = child;
        this.description = description;
        this.twin = twin;
        this.number = child.handles().number();
        child.handles().watch(this, number);
    }

    static RemoteBehavior make(ChildProcess child, Description description, TwinContext context) {
        RemoteBehavior behavior = new RemoteBehavior(child, description, context.twin());
        behavior.ask(Operation.BEHAVIOR, (frame, batches) -> {
            frame.putLong(behavior.number).putInt(description.place()).putText(context.twin().value());
            ModelFrames.writeTexts(context.configuration(), frame);
            PartFrames.writeTwins(context.parts(), frame);
        }, frame -> null);
        return behavior;
    }

    @Override
    public RemoteState initial() {
        RemoteState state = new RemoteState(child);
        ask(Operation.INITIAL, (frame, batches) -> frame.putLong(state.number()).putLong(number), frame -> null);
        return state;
    }

    @Override
    public void onSamples(RemoteState state, SampleBatch batch, Effects out) {
        work(Operation.SAMPLES, state, (frame, batches) -> batches.write(batch, frame), out);
    }

    @Override
    public void onTick(RemoteState state, Instant now, Effects out) {
        work(Operation.TICK, state, (frame, batches) -> CommandFrames.writeTime(now, frame), out);
    }

    @Override
    public void onCommand(RemoteState state, Command command, Effects out) {
        work(Operation.COMMAND, state, (frame, batches) -> CommandFrames.write(command, frame), out);
    }

    @Override
    public void onProposal(RemoteState state, ProposalNews news, Effects out) {
        work(Operation.PROPOSAL, state, (frame, batches) -> ProposalFrames.write(news, frame), out);
    }

    private void work(Operation operation, RemoteState state, Lane.Question input, Effects out) {
        if (state.child() != child) {
            throw new WorkerException("the state of " + twin + " was in another process than its behaviour: start it anew from its image");
        }
        List<Consumer<Effects>> effects = ask(operation, (FrameWriter frame, BatchWriter batches) -> {
            input.write(frame, batches);
            frame.putLong(number).putLong(state.number());
        }, frame -> EffectReader.read(frame, description.model()));
        effects.forEach(effect -> effect.accept(out));
    }

    private <T> T ask(Operation operation, Lane.Question question, Lane.Reply<T> reply) {
        try {
            return child.call(operation, twin, question, reply);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
