package org.gemello.packs.internal.guard;

import java.time.Instant;
import java.util.function.Predicate;
import org.gemello.api.SampleBatch;
import org.gemello.api.command.Command;
import org.gemello.spi.Effects;
import org.gemello.spi.ProposalNews;
import org.gemello.spi.TwinBehavior;

/** The behaviour of one twin between its two filters, at work in the name of its pack. Used by the twin's thread alone. */
final class GuardedBehavior<S> implements TwinBehavior<S> {
    private final TwinBehavior<S> inner;
    private final ReadFilter read;
    private final EffectFilter write;
    private final Predicate<String> commands;
    private final AtWork work;

    GuardedBehavior(TwinBehavior<S> inner, ReadFilter read, EffectFilter write, Predicate<String> commands, AtWork work) {
        this.inner = inner;
        this.read = read;
        this.write = write;
        this.commands = commands;
        this.work = work;
    }

    @Override
    public S initial() {
        return inner.initial();
    }

    @Override
    public void onSamples(S state, SampleBatch batch, Effects out) {
        SampleBatch readable = read.filter(batch);
        if (!readable.isEmpty()) {
            work.run(() -> inner.onSamples(state, readable, write.around(out)));
        }
    }

    @Override
    public void onTick(S state, Instant now, Effects out) {
        work.run(() -> inner.onTick(state, now, write.around(out)));
    }

    @Override
    public void onCommand(S state, Command command, Effects out) {
        if (commands.test(command.name())) {
            work.run(() -> inner.onCommand(state, command, write.around(out)));
        } else {
            out.reject("the pack has not been granted the command " + command.name() + "; an administrator may grant it");
        }
    }

    @Override
    public void onProposal(S state, ProposalNews news, Effects out) {
        work.run(() -> inner.onProposal(state, news, write.around(out)));
    }
}
