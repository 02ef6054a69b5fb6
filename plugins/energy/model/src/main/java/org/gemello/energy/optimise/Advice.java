package org.gemello.energy.optimise;

import java.util.List;
import java.util.Map;

/**
 * Something that would be better.
 *
 * @param kind        what kind of advice it is
 * @param explanation why, with numbers
 * @param gain        expected, in the unit of the kind
 * @param low         lower end of its 95 % interval
 * @param high        upper end
 * @param constraints what was respected, in words
 * @param arguments   of the command
 */
public record Advice(AdviceKind kind, String explanation, double gain, double low, double high, List<String> constraints,
                     Map<String, Double> arguments) {
    public Advice {
        constraints = List.copyOf(constraints);
        arguments = Map.copyOf(arguments);
    }
}
