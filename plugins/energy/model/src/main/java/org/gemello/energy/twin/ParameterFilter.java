package org.gemello.energy.twin;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.gemello.energy.filter.UnscentedFilter;
import org.gemello.energy.filter.UnscentedFilter.Fit;
import org.gemello.energy.signal.StatePart;
import org.gemello.energy.twin.Explanation.Range;

/** The parameters of one explanation, walking at random, from one scalar measurement; each stays in its range. */
final class ParameterFilter implements StatePart {
    private static final int ALL = Parameter.values().length;
    private final Explanation explanation;
    private final double[] walk;
    private final UnscentedFilter filter;

    ParameterFilter(Explanation explanation) {
        this.explanation = explanation;
        List<Parameter> parameters = explanation.parameters();
        walk = parameters.stream().mapToDouble(each -> each.walk * each.walk).toArray();
        filter = new UnscentedFilter(explanation.ranges().stream().mapToDouble(Range::start).toArray(),
                parameters.stream().mapToDouble(each -> each.deviation).toArray(), 3 - parameters.size());
    }

    /**
     * Takes a measurement.
     *
     * @param variance of its noise
     * @param model    the measurement to be expected from all parameters in the order of the enum
     */
    Fit update(double measured, double variance, ToDoubleFunction<double[]> model) {
        filter.walk(walk);
        double[] full = new double[ALL];
        Fit fit = filter.correct(measured, variance, state -> {
            for (int i = 0; i < state.length; i++) {
                full[explanation.parameters().get(i).ordinal()] = state[i];
            }
            return model.applyAsDouble(full);
        }, Double.POSITIVE_INFINITY);
        for (int i = 0; i < walk.length; i++) {
            Range range = explanation.ranges().get(i);
            filter.limit(i, range.low(), range.high(), explanation.parameters().get(i).deviation);
        }
        return fit;
    }

    /** All parameters in the order of the enum, 0 where this filter does not have them. */
    List<Double> means() {
        Double[] all = new Double[ALL];
        for (int i = 0; i < ALL; i++) {
            int place = explanation.parameters().indexOf(Parameter.values()[i]);
            all[i] = place < 0 ? 0 : filter.mean(place);
        }
        return List.of(all);
    }

    /** True where the parameter at this place has drifted by more than chance and by enough to speak of. */
    boolean matters(int place) {
        return explanation.parameters().get(place).matters(mean(place), deviation(place));
    }

    double mean(int place) {
        return filter.mean(place);
    }

    double deviation(int place) {
        return filter.deviation(place);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        filter.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        filter.read(in);
    }
}
