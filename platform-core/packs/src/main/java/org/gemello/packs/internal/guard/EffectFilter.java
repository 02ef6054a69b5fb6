package org.gemello.packs.internal.guard;

import java.util.HashSet;
import java.util.Set;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.TwinId;
import org.gemello.api.proposal.Gain;
import org.gemello.api.twin.PointRole;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.Severity;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.Effects;
import org.gemello.spi.ProposalDraft;

/**
 * Lets those effects of one twin through that the grant covers: a derived value is left out, a command that would write is rejected. Where
 * it covers all that the model could do it is not in between at all.
 */
final class EffectFilter implements Effects {
    private final TwinId twin;
    private final Refusals refusals;
    /** Points of the model that are there but not granted. */
    private final Set<String> withheld = new HashSet<>();
    private Effects out;

    EffectFilter(TwinId twin, TwinModel model, PointPatterns patterns, Refusals refusals) {
        this.twin = twin;
        this.refusals = refusals;
        for (PointSpec point : model.points()) {
            if (point.role() != PointRole.MEASURED && !patterns.cover(new PointId(twin, point.name()))) {
                withheld.add(point.name());
            }
        }
    }

    /** What the behaviour is given in the place of these effects. */
    Effects around(Effects effects) {
        if (withheld.isEmpty()) {
            return effects;
        }
        out = effects;
        return this;
    }

    private boolean may(String point) {
        if (withheld.contains(point)) {
            refusals.refused("write", twin.value(), point);
            return false;
        }
        return true;
    }

    @Override
    public void derive(String point, double value, Quality quality, long sourceTime) {
        if (may(point)) {
            out.derive(point, value, quality, sourceTime);
        }
    }

    @Override
    public void derive(String point, long value, Quality quality, long sourceTime) {
        if (may(point)) {
            out.derive(point, value, quality, sourceTime);
        }
    }

    @Override
    public void derive(String point, String text, Quality quality, long sourceTime) {
        if (may(point)) {
            out.derive(point, text, quality, sourceTime);
        }
    }

    @Override
    public void raise(String alarm, Severity severity, String message, long sourceTime) {
        out.raise(alarm, severity, message, sourceTime);
    }

    @Override
    public void clear(String alarm, String message, long sourceTime) {
        out.clear(alarm, message, sourceTime);
    }

    @Override
    public void write(String point, double value) {
        if (may(point)) {
            out.write(point, value);
        } else {
            out.reject("the pack has not been granted to write " + twin + '/' + point + "; an administrator may grant it");
        }
    }

    @Override
    public void reject(String reason) {
        out.reject(reason);
    }

    @Override
    public void propose(ProposalDraft draft) {
        out.propose(draft);
    }

    @Override
    public void withdraw(String key, String reason, long sourceTime) {
        out.withdraw(key, reason, sourceTime);
    }

    @Override
    public void measured(String key, Gain gain, String text, long sourceTime) {
        out.measured(key, gain, text, sourceTime);
    }
}
