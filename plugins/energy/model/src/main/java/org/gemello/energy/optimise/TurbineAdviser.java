package org.gemello.energy.optimise;

import java.util.ArrayList;
import java.util.List;
import org.gemello.energy.rotor.DriftedRotor;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.twin.Drift;
import org.gemello.energy.twin.Drift.Candidate;
import org.gemello.energy.twin.Parameter;

/**
 * What to do about what has drifted in a turbine. Only where one parameter alone explains what is measured; where several could be it, a
 * test that tells them apart. Each advice has been tried on the model with the drifted parameter at both ends of its interval.
 */
public final class TurbineAdviser {
    /** Angle in rad that a blade may be turned against its reckoning; beyond it people must look. */
    private static final double MOST_CORRECTION = Math.toRadians(5);
    private static final double WORTH_TURNING = Math.toRadians(0.3);
    private static final double TEST = Math.toRadians(1.5);
    private static final double MOST_YAW = Math.toRadians(25);
    /** Rated power of the blades' heating in W. */
    private static final double HEATING = 100_000;
    /** A gain below this share of the power is not worth a command. */
    private static final double LEAST_GAIN = 0.003;
    private final TurbineDesign design;
    private final AdviceWords words;

    public TurbineAdviser(TurbineDesign design) {
        this.design = design;
        this.words = new AdviceWords(design);
    }

    /** Nothing where nothing is worth doing. */
    public List<Advice> advise(OptimiseState state, Drift drift, Facts facts) {
        List<Advice> advice = new ArrayList<>();
        YieldModel model = new YieldModel(design, state.wind, facts.density());
        if (!drift.isFound()) {
            stopHeating(facts, advice);
            endCorrection(model, facts, advice);
        } else if (drift.isCertain()) {
            Candidate candidate = drift.candidates().get(0);
            switch (candidate.parameter()) {
                case PITCH_OFFSET -> correctPitch(model, drift, candidate, facts, advice);
                case POWER_LOSS -> {
                    heat(model, drift, candidate, facts, advice);
                    tuneTorque(model, candidate, facts, advice);
                }
                case FRICTION -> {
                    relieve(model, candidate, facts, advice);
                    tuneTorque(model, candidate, facts, advice);
                }
                case YAW_ERROR -> testYaw(model, candidate, facts, advice);
                case AIR_DENSITY -> tuneTorque(model, candidate, facts, advice);
            }
        } else if (!drift.several()) {
            drift.candidate(Parameter.PITCH_OFFSET).ifPresent(candidate -> testPitch(model, drift, candidate, facts, advice));
        }
        return advice;
    }

    private DriftedRotor rotor(Parameter parameter, double value) {
        return new DriftedRotor(design.rough(), parameter == Parameter.POWER_LOSS ? value : 0,
                parameter == Parameter.FRICTION ? value * design.ratedTorque() : 0, parameter == Parameter.PITCH_OFFSET ? value : 0,
                parameter == Parameter.YAW_ERROR ? Math.cos(value) : 1, parameter == Parameter.AIR_DENSITY ? value : 0);
    }

    private void correctPitch(YieldModel model, Drift drift, Candidate offset, Facts facts, List<Advice> advice) {
        double best = new PitchSearch(model, rotor(Parameter.PITCH_OFFSET, 0), facts.settings().withCorrection(0)).best(offset.value());
        List<Double> corrections = new ArrayList<>();
        double largest = 0;
        for (int blade = 0; blade < facts.corrections().size(); blade++) {
            double wanted = best - (drift.blades().isEmpty() ? 0 : drift.blades().get(blade));
            double angle = Math.toRadians(Math.round(10 * Math.toDegrees(Math.min(Math.max(wanted, -MOST_CORRECTION),
                    MOST_CORRECTION))) / 10.0);
            corrections.add(angle);
            largest = Math.max(largest, Math.abs(angle - facts.corrections().get(blade)));
        }
        if (largest >= Math.max(WORTH_TURNING, offset.interval())) {
            Bounds gain = Bounds.of(offset, value -> gain(model, rotor(Parameter.PITCH_OFFSET, value), facts.settings(),
                    facts.settings().withCorrection(mean(corrections))) + singleBlades(model, drift, facts));
            advice.add(words.pitchCorrection(corrections, drift, gain));
        }
    }

    /** What blades cost that differ from their mean: a blade gives a third of what a rotor of such blades gives. In W. */
    private double singleBlades(YieldModel model, Drift drift, Facts facts) {
        double loss = 0;
        for (int blade = 0; blade < drift.blades().size(); blade++) {
            Settings asTheMean = facts.settings().withCorrection(0);
            double alone = model.of(rotor(Parameter.PITCH_OFFSET, drift.blades().get(blade)), asTheMean).power();
            loss += (model.of(rotor(Parameter.PITCH_OFFSET, 0), asTheMean).power() - alone) / drift.blades().size();
        }
        return Math.max(loss, 0);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double gain(YieldModel model, DriftedRotor rotor, Settings now, Settings then) {
        return model.of(rotor, then).power() - model.of(rotor, now).power();
    }

    private void testPitch(YieldModel model, Drift drift, Candidate offset, Facts facts, List<Advice> advice) {
        double angle = -Math.copySign(Math.min(TEST, Math.abs(offset.value())), offset.value());
        if (mean(facts.corrections()) == 0 && Math.abs(angle) >= WORTH_TURNING) {
            Bounds gain = Bounds.of(offset, value -> gain(model, rotor(Parameter.PITCH_OFFSET, value), facts.settings(),
                    facts.settings().withCorrection(angle)));
            Bounds loss = Bounds.certain(gain(model, rotor(Parameter.PITCH_OFFSET, 0), facts.settings(),
                    facts.settings().withCorrection(angle)));
            advice.add(words.pitchTest(angle, drift, gain, loss));
        }
    }

    private void heat(YieldModel model, Drift drift, Candidate loss, Facts facts, List<Advice> advice) {
        if (drift.isIce() && facts.heating() == 0) {
            double clean = model.of(rotor(Parameter.POWER_LOSS, 0), facts.settings()).power();
            Bounds gain = Bounds.of(loss, value -> clean - model.of(rotor(Parameter.POWER_LOSS, value), facts.settings()).power());
            advice.add(words.bladeHeating(loss, gain, HEATING));
        }
    }

    /** Blades that somebody has mended need no correction any more. A blade gives a third of what a rotor of such blades gives. */
    private void endCorrection(YieldModel model, Facts facts, List<Advice> advice) {
        if (facts.corrections().stream().allMatch(angle -> Math.abs(angle) < WORTH_TURNING)) {
            return;
        }
        DriftedRotor sound = rotor(Parameter.PITCH_OFFSET, 0);
        double designed = model.of(sound, facts.settings().withCorrection(0)).power();
        double loss = 0;
        for (double angle : facts.corrections()) {
            loss += (designed - model.of(sound, facts.settings().withCorrection(angle)).power()) / facts.corrections().size();
        }
        advice.add(words.noCorrection(Bounds.certain(loss)));
    }

    private void stopHeating(Facts facts, List<Advice> advice) {
        if (facts.heating() > 0) {
            advice.add(words.stopHeating(facts.heating() / 100 * HEATING));
        }
    }

    private void tuneTorque(YieldModel model, Candidate candidate, Facts facts, List<Advice> advice) {
        DriftedRotor rotor = rotor(candidate.parameter(), candidate.value());
        Settings now = facts.settings();
        double best = now.torqueGain();
        double most = model.of(rotor, now).power();
        double least = LEAST_GAIN * most;
        for (int percent = 80; percent <= 110; percent++) {
            double power = model.of(rotor, now.withTorqueGain(percent / 100.0)).power();
            best = power > most ? percent / 100.0 : best;
            most = Math.max(most, power);
        }
        Settings then = now.withTorqueGain(best);
        Bounds gain = Bounds.of(candidate, value -> gain(model, rotor(candidate.parameter(), value), now, then));
        if (gain.low() > least) {
            advice.add(words.torqueGain(best, candidate, gain));
        }
    }

    private void relieve(YieldModel model, Candidate friction, Facts facts, List<Advice> advice) {
        double limit = new GearRelief(design).limit(friction.value(), facts.ambient());
        Settings now = facts.settings();
        Settings then = now.withPowerLimit(limit);
        if (limit < 0.99 * now.powerLimit()) {
            Bounds gain = Bounds.of(friction, value -> {
                DriftedRotor rotor = rotor(Parameter.FRICTION, value);
                return 100 * (1 - model.of(rotor, then).gearDamage() / model.of(rotor, now).gearDamage());
            });
            Bounds cost = Bounds.of(friction, value -> -gain(model, rotor(Parameter.FRICTION, value), now, then));
            advice.add(words.relieveGearbox(limit, friction, gain, cost));
        }
    }

    private void testYaw(YieldModel model, Candidate error, Facts facts, List<Advice> advice) {
        double angle = Math.min(error.value(), MOST_YAW);
        if (facts.yawOffset() == 0) {
            double now = model.of(rotor(Parameter.YAW_ERROR, error.value()), facts.settings()).power();
            double right = model.of(rotor(Parameter.YAW_ERROR, error.value() - angle), facts.settings()).power() - now;
            double wrong = model.of(rotor(Parameter.YAW_ERROR, Math.min(error.value() + angle, 1.2)), facts.settings()).power() - now;
            advice.add(words.yawTest(angle, error, right, wrong));
        }
    }
}
