package org.gemello.pack.energy.internal;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gemello.api.Times;
import org.gemello.api.TwinId;
import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.proposal.ProposedCommand;
import org.gemello.energy.optimise.Advice;
import org.gemello.energy.optimise.AdviceKind;
import org.gemello.energy.optimise.EffectWatch;
import org.gemello.energy.optimise.EffectWatch.Effect;
import org.gemello.energy.optimise.Facts;
import org.gemello.energy.optimise.OptimiseState;
import org.gemello.energy.optimise.Settings;
import org.gemello.energy.optimise.TurbineAdviser;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.turbine.TurbineStatus;
import org.gemello.energy.twin.Drift;
import org.gemello.energy.twin.Estimate;
import org.gemello.energy.twin.WindTurbineInput;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.spi.Effects;
import org.gemello.spi.ProposalDraft;
import org.gemello.spi.ProposalNews;

/**
 * Proposes what to do about what has drifted, and measures what it has brought. From values of good quality alone; a drift must have been
 * there for a minute; what was declined is not proposed again within the day.
 */
final class ProposalAspect implements Aspect {
    private static final double PATIENCE = 60;
    private static final long DAY = Duration.ofDays(1).toNanos();
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    /** From one estimate of the drift to the next it is not longer. */
    private static final long WINDOW = Duration.ofSeconds(12).toNanos();
    private static final Duration VALID = Duration.ofHours(12);
    private final TwinId twin;
    private final TurbineDesign design;
    private final Texts texts;
    private final TurbineAdviser adviser;
    private final EffectWatch watch;

    /** @param measuring seconds over which an effect is measured */
    ProposalAspect(TwinId twin, TurbineDesign design, Texts texts, double measuring) {
        this.twin = twin;
        this.design = design;
        this.texts = texts;
        this.adviser = new TurbineAdviser(design);
        this.watch = new EffectWatch(design, 30, measuring);
    }

    @Override
    public void onEstimate(WindTurbineState state, Estimate estimate, Effects out) {
        OptimiseState memory = state.optimise();
        boolean good = estimate.rotorQuality().isGood() && estimate.pitchQuality().isGood();
        if (estimate.newSecond() && good && runs(state)) {
            watch.second(memory, estimate.time(), estimate.conditions().along(), estimate.conditions().density(),
                    1000 * value(state, WindTurbineInput.POWER, 0), value(state, WindTurbineInput.ROTOR_SPEED, 0) * Math.PI / 30,
                    state.drift().isFound());
            watch.effect(memory).ifPresent(effect -> tell(effect, estimate.time(), out));
        }
        if (good) {
            estimate.drift().ifPresent(drift -> propose(state, drift, estimate, out));
        }
    }

    private static boolean runs(WindTurbineState state) {
        return value(state, WindTurbineInput.STATUS, TurbineStatus.PRODUCING.code()) == TurbineStatus.PRODUCING.code();
    }

    private static double value(WindTurbineState state, WindTurbineInput input, double fallback) {
        return state.input(input).valueOr(fallback);
    }

    private static void tell(Effect effect, long time, Effects out) {
        out.measured(effect.kind().key(), new Gain(effect.gain(), effect.low(), effect.high(), effect.kind().unit()), effect.text(), time);
    }

    private void propose(WindTurbineState state, Drift drift, Estimate estimate, Effects out) {
        OptimiseState memory = state.optimise();
        long now = estimate.time();
        memory.found(drift.isFound(), now);
        if (memory.awaited() != null || !memory.wind().isKnown() || drift.isFound() && !memory.hasDriftedFor(PATIENCE, now)) {
            return;
        }
        // a search takes milliseconds: at once when a drift becomes known, then once a minute
        boolean fresh = drift.isFound() && !memory.hasDriftedFor(PATIENCE + WINDOW * 1e-9, now);
        if (!fresh && Math.floorMod(now, MINUTE) >= WINDOW) {
            return;
        }
        Set<AdviceKind> open = EnumSet.noneOf(AdviceKind.class);
        for (Advice advice : adviser.advise(memory, drift, facts(state, estimate))) {
            open.add(advice.kind());
            if (!memory.isProposed(advice.kind()) && !memory.isQuiet(advice.kind(), now)) {
                memory.setProposed(advice.kind(), true);
                out.propose(draft(advice, now));
            }
        }
        for (AdviceKind kind : AdviceKind.values()) {
            if (memory.isProposed(kind) && !open.contains(kind)) {
                memory.setProposed(kind, false);
                out.withdraw(kind.key(), "the reason is gone: " + drift.message(design), now);
            }
        }
    }

    private Facts facts(WindTurbineState state, Estimate estimate) {
        List<Double> corrections = List.of(Math.toRadians(value(state, WindTurbineInput.PITCH_CORRECTION_1, 0)),
                Math.toRadians(value(state, WindTurbineInput.PITCH_CORRECTION_2, 0)),
                Math.toRadians(value(state, WindTurbineInput.PITCH_CORRECTION_3, 0)));
        Settings settings = new Settings(estimate.conditions().correction(), value(state, WindTurbineInput.TORQUE_GAIN, 100) / 100,
                estimate.conditions().powerLimit());
        return new Facts(estimate.conditions().density(), value(state, WindTurbineInput.TEMPERATURE, Double.NaN), corrections, settings,
                value(state, WindTurbineInput.BLADE_HEATING, 0), Math.toRadians(value(state, WindTurbineInput.YAW_OFFSET, 0)));
    }

    private ProposalDraft draft(Advice advice, long now) {
        AdviceKind kind = advice.kind();
        return new ProposalDraft(kind.key(), texts.get(WindTurbineModel.TYPE + ".proposal." + kind.key()), advice.explanation(),
                new Gain(advice.gain(), advice.low(), advice.high(), kind.unit()), advice.constraints(),
                List.of(new ProposedCommand(twin, kind.command(), advice.arguments())), now, VALID);
    }

    /** Measuring begins when the commands are confirmed; what people do not want is not said again soon. */
    @Override
    public void onProposal(WindTurbineState state, ProposalNews news, Effects out) {
        OptimiseState memory = state.optimise();
        for (AdviceKind kind : AdviceKind.values()) {
            if (!kind.key().equals(news.key())) {
                continue;
            }
            long now = Times.nanos(news.time());
            memory.setProposed(kind, news.state() == ProposalState.ACCEPTED && memory.isProposed(kind));
            switch (news.state()) {
                case APPLIED -> memory.await(kind, now);
                case DECLINED, EXPIRED -> memory.quiet(kind, now + DAY);
                case FAILED -> memory.quiet(kind, now + HOUR);
                default -> {
                    // on its way
                }
            }
        }
    }
}
