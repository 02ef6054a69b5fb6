package org.gemello.pack.energy.internal;

import org.gemello.api.Quality;
import org.gemello.api.proposal.Gain;
import org.gemello.api.twin.Severity;
import org.gemello.spi.Effects;
import org.gemello.spi.ProposalDraft;

/** Counts and forgets, so that a benchmark measures the behaviour and not who takes its effects. */
final class CountingEffects implements Effects {
    long count;

    @Override
    public void derive(String point, double value, Quality quality, long sourceTime) {
        count++;
    }

    @Override
    public void derive(String point, long value, Quality quality, long sourceTime) {
        count++;
    }

    @Override
    public void derive(String point, String text, Quality quality, long sourceTime) {
        count++;
    }

    @Override
    public void raise(String alarm, Severity severity, String message, long sourceTime) {
        count++;
    }

    @Override
    public void clear(String alarm, String message, long sourceTime) {
        count++;
    }

    @Override
    public void write(String point, double value) {
        count++;
    }

    @Override
    public void reject(String reason) {
        count++;
    }

    @Override
    public void propose(ProposalDraft draft) {
        count++;
    }

    @Override
    public void withdraw(String key, String reason, long sourceTime) {
        count++;
    }

    @Override
    public void measured(String key, Gain gain, String text, long sourceTime) {
        count++;
    }
}
