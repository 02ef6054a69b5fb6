package org.gemello.energy.twin;

import java.util.List;
import java.util.stream.Stream;

/**
 * What may explain the power of a turbine: nothing, one parameter, or several.
 *
 * @param parameters that may have drifted
 * @param ranges     in which each is looked for
 */
record Explanation(List<Parameter> parameters, List<Range> ranges) {

    /** In the terms of the filters. */
    record Range(double start, double low, double high) {
    }

    static Explanation of(Parameter... parameters) {
        return new Explanation(List.of(parameters), Stream.of(parameters).map(each -> new Range(0, each.low, each.high)).toList());
    }

    /** One parameter on one side: where power peaks at soundness, a filter that begins there would not know where to go. */
    static Explanation beyond(Parameter parameter, double start, double low, double high) {
        return new Explanation(List.of(parameter), List.of(new Range(start, low, high)));
    }

    boolean isSingle() {
        return parameters.size() == 1;
    }

    boolean has(Parameter parameter) {
        return parameters.contains(parameter);
    }
}
