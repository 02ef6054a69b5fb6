package org.gemello.energy.twin;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.gemello.energy.turbine.TurbineDesign;

/**
 * What has drifted in a turbine.
 *
 * @param candidates what explains the measurements, each alone and equally well; empty where nothing has drifted
 * @param several    true where no single parameter explains them
 * @param present    what the expectation is adapted by: every parameter in the order of {@link Parameter}, 0 where sound
 */
public record Drift(List<Candidate> candidates, boolean several, List<Double> present) {
    static final Drift NONE = new Drift(List.of(), false, List.of());

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
    }

    /** True where something has drifted. */
    public boolean isFound() {
        return !candidates.isEmpty();
    }

    /** True where one parameter alone explains the measurements, and no other does. */
    public boolean isCertain() {
        return candidates.size() == 1 && !several;
    }

    /** Parameters that may have drifted. */
    public List<Parameter> parameters() {
        return candidates.stream().map(Candidate::parameter).toList();
    }

    public Optional<Candidate> candidate(Parameter parameter) {
        return candidates.stream().filter(candidate -> candidate.parameter() == parameter).findFirst();
    }

    /** For people: which parameter, by how much, since when, and what cannot be told apart. */
    public String message(TurbineDesign design) {
        if (!isFound()) {
            return "nothing has drifted";
        }
        StringBuilder text = new StringBuilder(several ? "more than one parameter has drifted; the largest part is " : "");
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            text.append(i == 0 ? "" : " or ").append(candidate.parameter().describe(candidate.value(), candidate.interval(), design));
        }
        text.append(" since ").append(Instant.ofEpochSecond(candidates.get(0).since() / 1_000_000_000).truncatedTo(ChronoUnit.MINUTES));
        return text.append(candidates.size() > 1 ? "; the present range of wind does not tell them apart" : "").toString();
    }
}
