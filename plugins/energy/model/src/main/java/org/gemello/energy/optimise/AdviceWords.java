package org.gemello.energy.optimise;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.twin.Drift;
import org.gemello.energy.twin.Drift.Candidate;

/** Advice in words, with its numbers and its command. */
final class AdviceWords {
    private static final double KILO = 1e-3;
    private final TurbineDesign design;

    AdviceWords(TurbineDesign design) {
        this.design = design;
    }

    Advice pitchCorrection(List<Double> corrections, Drift drift, Bounds gain) {
        StringJoiner angles = new StringJoiner(", ");
        corrections.forEach(angle -> angles.add(format("%+.1f", Math.toDegrees(angle))));
        String why = drift.message(design) + format(". Turning the blades back by %s deg gives the power back; "
                + "the gain is the mean in the wind of the last half hour, with the interval of the offset (95 %%)", angles);
        return advice(AdviceKind.PITCH_CORRECTION, why, gain.times(KILO),
                List.of("thrust not above that of the turbine as designed", "each blade within 5 deg of its reckoning",
                        "not further towards stall than as designed"),
                Map.of("blade1", Math.toDegrees(corrections.get(0)), "blade2", Math.toDegrees(corrections.get(1)), "blade3",
                        Math.toDegrees(corrections.get(2))));
    }

    Advice noCorrection(Bounds gain) {
        String why = "The blades stand where the controller takes them to be, and the correction of their pitch still in force costs power";
        return advice(AdviceKind.PITCH_CORRECTION, why, gain.times(KILO), List.of("pitch as designed"),
                Map.of("blade1", 0.0, "blade2", 0.0, "blade3", 0.0));
    }

    Advice pitchTest(double angle, Drift drift, Bounds gain, Bounds loss) {
        String why = drift.message(design) + format(". Turning all blades by %+.1f deg tells: if they stand off the power rises "
                + "by %.0f kW, else it changes by %.0f kW", Math.toDegrees(angle), KILO * gain.expected(), KILO * loss.expected());
        double degrees = Math.toDegrees(angle);
        return new Advice(AdviceKind.PITCH_TEST, why, KILO * gain.expected(), KILO * Math.min(loss.low(), gain.low()), KILO * gain.high(),
                List.of("at most 1.5 deg", "to be taken back where the power does not rise"),
                Map.of("blade1", degrees, "blade2", degrees, "blade3", degrees));
    }

    Advice bladeHeating(Candidate loss, Bounds gain, double heating) {
        String why = format("Ice on the blades costs %.1f %% of the power coefficient (+-%.1f). Heating melts it; while it runs it takes "
                + "%.0f kW", 100 * loss.value(), 100 * loss.interval(), KILO * heating);
        return advice(AdviceKind.BLADE_HEATING, why, gain.times(KILO), List.of("nobody within reach of falling ice",
                "heating ends with a proposal of its own when the ice is gone"), Map.of("power", 100.0));
    }

    Advice stopHeating(double heating) {
        String why = format("The power coefficient is back where it was: the ice is gone. Heating takes %.0f kW", KILO * heating);
        return advice(AdviceKind.STOP_HEATING, why, Bounds.certain(KILO * heating), List.of(), Map.of("power", 0.0));
    }

    Advice torqueGain(double share, Candidate candidate, Bounds gain) {
        String why = format("With %s the rotor gives most at another tip-speed ratio: optimal torque at %.0f %% of the design's gain",
                candidate.parameter().title(), 100 * share);
        return advice(AdviceKind.TORQUE_GAIN, why, gain.times(KILO), List.of("gain within 80 to 110 % of the design's",
                "rated power, torque and speed as designed"), Map.of("gain", 100 * share));
    }

    Advice relieveGearbox(double limit, Candidate friction, Bounds gain, Bounds cost) {
        String why = format("Friction takes %.1f %% of rated torque (+-%.1f) and warms the gearbox. Its power does not come back before "
                + "it is mended; a limit of %.0f kW keeps the oil below %.0f Cel and takes %.0f %% off the wear of its bearings in "
                + "the present wind, for %.0f kW (%.0f to %.0f) of mean power",
                100 * friction.value(), 100 * friction.interval(), KILO * limit,
                GearRelief.OIL,
                gain.expected(), KILO * cost.expected(), KILO * cost.low(), KILO * cost.high());
        return advice(AdviceKind.RELIEVE_GEARBOX, why, gain, List.of("not below half of rated power", "torque not above rated torque"),
                Map.of("limit", (double) Math.round(KILO * limit)));
    }

    Advice yawTest(double angle, Candidate error, double right, double wrong) {
        String why = format("The rotor stands %.0f deg beside the wind (+-%.0f), the vane does not show it, and the power does not tell "
                + "on which side. Adding %+.0f deg to the vane brings %.0f kW on the right side and %.0f kW on the wrong one: then "
                + "the other sign is right",
                Math.toDegrees(error.value()), Math.toDegrees(error.interval()), Math.toDegrees(angle), KILO * right, KILO * wrong);
        return new Advice(AdviceKind.YAW_TEST, why, KILO * (right + wrong) / 2, KILO * wrong, KILO * right,
                List.of("offset within 25 deg"), Map.of("offset", (double) Math.round(Math.toDegrees(angle))));
    }

    private static Advice advice(AdviceKind kind, String why, Bounds gain, List<String> constraints, Map<String, Double> arguments) {
        return new Advice(kind, why, gain.expected(), gain.low(), gain.high(), constraints, arguments);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
