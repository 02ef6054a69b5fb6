package org.gemello.testkit.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gemello.api.Quality;
import org.gemello.api.log.LogEntry;
import org.gemello.api.proposal.Gain;
import org.gemello.api.twin.PointRole;
import org.gemello.api.twin.Severity;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.Effects;
import org.gemello.spi.ProposalDraft;
import org.gemello.spi.ProposalNews;
import org.gemello.spi.TwinBehavior;

/** Remembers all effects, and refuses what the runtime would refuse: points that the model does not have in that role. */
public final class RecordingEffects implements Effects {
    private static final int LONGEST_TEXT = 16_000;
    private final TwinModel model;
    private final List<Effect> effects = new ArrayList<>();
    private boolean commanding;

    public RecordingEffects(TwinModel model) {
        this.model = model;
    }

    /** Gives a behaviour an entry of the log, and returns what it wants done. Entries that no behaviour sees give nothing. */
    public <S> List<Effect> feed(TwinBehavior<S> behavior, S state, LogEntry entry) {
        if (entry instanceof LogEntry.Samples samples) {
            behavior.onSamples(state, samples.batch(), this);
        } else if (entry instanceof LogEntry.Tick tick) {
            behavior.onTick(state, tick.time(), this);
        } else if (entry instanceof LogEntry.ProposalMoved moved) {
            behavior.onProposal(state, new ProposalNews(moved.proposalId(), moved.key(), moved.state(), moved.by(), moved.reason(), moved.time()), this);
        } else if (entry instanceof LogEntry.CommandIssued issued) {
            commanding = true;
            try {
                behavior.onCommand(state, issued.command(), this);
            } finally {
                commanding = false;
            }
        }
        return take();
    }

    /** What has been recorded since the last call of this method. */
    public List<Effect> take() {
        List<Effect> taken = List.copyOf(effects);
        effects.clear();
        return taken;
    }

    /** The last value derived for a point and not yet taken. */
    public Optional<Effect.Derived> last(String point) {
        return effects.stream().filter(Effect.Derived.class::isInstance).map(Effect.Derived.class::cast)
                .filter(derived -> derived.point().equals(point)).reduce((before, after) -> after);
    }

    /** Whether a command is at hand, so that {@link #write} and {@link #reject} are allowed. */
    public void setCommanding(boolean commanding) {
        this.commanding = commanding;
    }

    @Override
    public void derive(String point, double value, Quality quality, long sourceTime) {
        require(point, PointRole.DERIVED);
        effects.add(new Effect.Derived(point, value, quality, sourceTime));
    }

    @Override
    public void derive(String point, long value, Quality quality, long sourceTime) {
        require(point, PointRole.DERIVED);
        effects.add(new Effect.Derived(point, value, quality, sourceTime));
    }

    @Override
    public void derive(String point, String text, Quality quality, long sourceTime) {
        require(point, PointRole.DERIVED);
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("the text of '" + point + "' has " + text.length() + " characters, at most " + LONGEST_TEXT);
        }
        effects.add(new Effect.DerivedText(point, text, quality, sourceTime));
    }

    @Override
    public void raise(String alarm, Severity severity, String message, long sourceTime) {
        effects.add(new Effect.Raised(alarm, severity, message, sourceTime));
    }

    @Override
    public void clear(String alarm, String message, long sourceTime) {
        effects.add(new Effect.Cleared(alarm, message, sourceTime));
    }

    @Override
    public void write(String point, double value) {
        requireCommand("write " + point);
        require(point, PointRole.SETPOINT);
        effects.add(new Effect.Written(point, value));
    }

    @Override
    public void reject(String reason) {
        requireCommand("reject");
        effects.add(new Effect.Rejected(reason));
    }

    @Override
    public void propose(ProposalDraft draft) {
        effects.add(new Effect.Proposed(draft));
    }

    @Override
    public void withdraw(String key, String reason, long sourceTime) {
        effects.add(new Effect.Withdrawn(key, reason, sourceTime));
    }

    @Override
    public void measured(String key, Gain gain, String text, long sourceTime) {
        effects.add(new Effect.Measured(key, gain, text, sourceTime));
    }

    private void require(String point, PointRole role) {
        if (model.point(point).filter(spec -> spec.role() == role).isEmpty()) {
            throw new IllegalArgumentException("the model has no " + role + " point '" + point + "'");
        }
    }

    private void requireCommand(String what) {
        if (!commanding) {
            throw new IllegalStateException(what + ": only in onCommand");
        }
    }
}
