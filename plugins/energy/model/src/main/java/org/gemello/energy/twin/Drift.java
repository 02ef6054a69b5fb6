package org.gemello.energy.twin;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gemello.energy.rotor.Rotor;
import org.gemello.energy.turbine.TurbineDesign;

/**
 * What has drifted in a turbine.
 *
 * @param candidates what explains the measurements: each alone and nearly as well as the first, or, where there are several, all together;
 *                   empty where nothing has drifted
 * @param several    true where no single parameter explains them
 * @param present    what the expectation is adapted by: every parameter in the order of {@link Parameter} and in the terms of the filters
 * @param blades     what each blade stands further towards feather than the mean of all, in rad; empty where they stand alike
 * @param isIcing    true where the air makes ice
 */
public record Drift(List<Candidate> candidates, boolean several, List<Double> present, List<Double> blades, boolean isIcing) {
    static final Drift NONE = new Drift(List.of(), false, List.of(), List.of(), false);
    /** A blade that stands wrong by less is not worth a word. */
    private static final double ODD = Math.toRadians(0.5);

    /**
     * One parameter that may have drifted.
     *
     * @param value     in its unit
     * @param deviation standard deviation of the value
     * @param since     when it began, in ns since the epoch
     */
    public record Candidate(Parameter parameter, double value, double deviation, long since) {

        /** Half width of the 95 % interval. */
        public double interval() {
            return 1.96 * deviation;
        }
    }

    public Drift {
        candidates = List.copyOf(candidates);
        present = List.copyOf(present);
        blades = List.copyOf(blades);
    }

    /** The same drift with what is known beside it. */
    Drift with(double[] offsets, boolean inIcingAir) {
        boolean alike = Arrays.stream(offsets).allMatch(offset -> offset == 0);
        return isFound() ? new Drift(candidates, several, present, alike ? List.of() : Arrays.stream(offsets).boxed().toList(), inIcingAir)
                : this;
    }

    /** True where something has drifted. */
    public boolean isFound() {
        return !candidates.isEmpty();
    }

    /** True where one parameter alone explains the measurements, and no other does. */
    public boolean isCertain() {
        return candidates.size() == 1 && !several;
    }

    /** True where ice is the reason: nothing but a lost power coefficient explains what is seen, and the air makes ice. */
    public boolean isIce() {
        return isCertain() && isIcing && candidates.get(0).parameter() == Parameter.POWER_LOSS;
    }

    /** Pitch offset of a blade (0 to 2) in rad: that of all and what the blade differs. */
    public double bladeOffset(int blade) {
        return candidate(Parameter.PITCH_OFFSET).map(Candidate::value).orElse(0.0) + (blades.isEmpty() ? 0 : blades.get(blade));
    }

    /** Parameters that may have drifted. */
    public List<Parameter> parameters() {
        return candidates.stream().map(Candidate::parameter).toList();
    }

    public Optional<Candidate> candidate(Parameter parameter) {
        return candidates.stream().filter(candidate -> candidate.parameter() == parameter).findFirst();
    }

    /** Half width of the interval of what has drifted, as a share of its value, 0 to 1: how far the adaptation itself may be off. */
    double uncertainty() {
        return candidates.stream().limit(several ? candidates.size() : 1)
                .mapToDouble(each -> Math.min(each.interval() / Math.max(Math.abs(each.value()), Double.MIN_NORMAL), 1)).max().orElse(0);
    }

    /**
     * The rotor of this turbine with what has drifted, for whoever computes with the turbine as it is.
     *
     * @param correction by which the controller turns the blades against its own reckoning, in rad
     */
    public Rotor rotor(TurbineDesign design, double correction) {
        double[] parameters = new double[Parameter.values().length];
        for (int i = 0; i < present.size(); i++) {
            parameters[i] = present.get(i);
        }
        parameters[Parameter.PITCH_OFFSET.ordinal()] += correction;
        return Parameter.rotor(design, parameters);
    }

    /** For people: which parameter, by how much, since when, and what cannot be told apart. */
    public String message(TurbineDesign design) {
        if (!isFound()) {
            return "nothing has drifted";
        }
        StringBuilder text = new StringBuilder(several ? "more than one parameter has drifted: " : "");
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            text.append(i == 0 ? "" : several ? " and " : " or ")
                    .append(candidate.parameter().describe(candidate.value(), candidate.interval(), design));
        }
        text.append(" since ").append(Instant.ofEpochSecond(candidates.get(0).since() / 1_000_000_000).truncatedTo(ChronoUnit.MINUTES));
        text.append(candidates.size() > 1 && !several ? "; the present range of wind does not tell them apart" : "");
        for (int i = 0; i < blades.size() && candidate(Parameter.PITCH_OFFSET).isPresent(); i++) {
            text.append(Math.abs(bladeOffset(i)) < ODD ? ""
                    : String.format(Locale.ROOT, "; blade %d stands off by %.1f deg", i + 1, Math.toDegrees(bladeOffset(i))));
        }
        return text.append(isIce() ? "; the air is cold and wet: ice on the blades" : "").toString();
    }
}
