package org.gemello.pack.energy.internal;

import java.util.List;
import org.gemello.api.Quality;
import org.gemello.api.TwinId;
import org.gemello.api.proposal.ProposedCommand;
import org.gemello.api.twin.Severity;
import org.gemello.energy.live.Advice;
import org.gemello.energy.live.Report;
import org.gemello.spi.Effects;
import org.gemello.spi.ProposalDraft;

/** The report of a live twin as effects of its behaviour. */
record EffectReport(TwinId twin, Effects out) implements Report {
    @Override
    public void value(String point, double value, Quality quality, long time) {
        Telling.derive(point, value, quality, time, out);
    }

    @Override
    public void text(String point, String json, Quality quality, long time) {
        out.derive(point, json, quality, time);
    }

    @Override
    public void raise(String alarm, Severity severity, String message, long time) {
        out.raise(alarm, severity, message, time);
    }

    @Override
    public void clear(String alarm, String message, long time) {
        out.clear(alarm, message, time);
    }

    @Override
    public void propose(Advice advice) {
        List<ProposedCommand> commands = advice.command().isEmpty() ? List.of()
                : List.of(new ProposedCommand(twin, advice.command(), advice.arguments()));
        out.propose(new ProposalDraft(advice.key(), advice.title(), advice.explanation(), advice.gain(), advice.constraints(), commands,
                advice.time(), advice.validFor()));
    }

    @Override
    public void withdraw(String key, String reason, long time) {
        out.withdraw(key, reason, time);
    }
}
