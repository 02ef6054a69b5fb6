package org.gemello.energy.twin;

import java.util.List;
import java.util.Locale;

/**
 * What has drifted in a turbine.
 *
 * @param candidates what explains the measurements, each alone and equally well; empty where nothing has drifted
 * @param values     of the candidates, in the unit of each
 * @param deviations standard deviations of these
 * @param several    true where no single parameter explains them
 */
public record Drift(List<Parameter> candidates, List<Double> values, List<Double> deviations, boolean several) {
    static final Drift NONE = new Drift(List.of(), List.of(), List.of(), false);

    public Drift {
        candidates = List.copyOf(candidates);
        values = List.copyOf(values);
        deviations = List.copyOf(deviations);
    }

    /** True where one parameter alone explains the measurements, and no other does. */
    public boolean isCertain() {
        return candidates.size() == 1 && !several;
    }

    /** What a parameter has drifted by as far as it is a candidate; 0 for others. */
    public double value(Parameter parameter) {
        int place = candidates.indexOf(parameter);
        return place < 0 ? 0 : values.get(place);
    }

    /** For people: which parameter, by how much, and what cannot be told apart. */
    public String message() {
        if (candidates.isEmpty()) {
            return "nothing has drifted";
        }
        StringBuilder text = new StringBuilder(several ? "more than one parameter has drifted; the largest part is " : "");
        for (int i = 0; i < candidates.size(); i++) {
            text.append(i == 0 ? "" : " or ").append(describe(candidates.get(i), values.get(i), deviations.get(i)));
        }
        return text.append(candidates.size() > 1 ? "; the present range of wind does not tell them apart" : "").toString();
    }

    private static String describe(Parameter parameter, double value, double deviation) {
        return switch (parameter) {
            case POWER_LOSS -> String.format(Locale.ROOT, "%s %+.1f %% (+-%.1f)", parameter.title(), -100 * value, 196 * deviation);
            case AIR_DENSITY -> String.format(Locale.ROOT, "%s %+.1f %% (+-%.1f)", parameter.title(), 100 * value, 196 * deviation);
            case YAW_ERROR, PITCH_OFFSET -> String.format(Locale.ROOT, "%s %.1f deg (+-%.1f)", parameter.title(), Math.toDegrees(value),
                    1.96 * Math.toDegrees(deviation));
        };
    }
}
