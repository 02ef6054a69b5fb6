package org.gemello.energy.optimise;

import java.util.function.DoubleUnaryOperator;
import org.gemello.energy.twin.Drift.Candidate;

/**
 * A figure that depends on an estimated parameter, with what it is at both ends of the parameter's 95 % interval.
 *
 * @param expected at the estimate
 * @param low      the least of the three
 * @param high     the largest of the three
 */
record Bounds(double expected, double low, double high) {
    static Bounds of(Candidate candidate, DoubleUnaryOperator figure) {
        double middle = figure.applyAsDouble(candidate.value());
        double one = figure.applyAsDouble(candidate.value() - candidate.interval());
        double other = figure.applyAsDouble(candidate.value() + candidate.interval());
        return new Bounds(middle, Math.min(middle, Math.min(one, other)), Math.max(middle, Math.max(one, other)));
    }

    static Bounds certain(double value) {
        return new Bounds(value, value, value);
    }

    Bounds times(double factor) {
        return new Bounds(expected * factor, low * factor, high * factor);
    }
}
