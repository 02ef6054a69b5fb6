package org.gemello.energy.twin;

import java.util.function.ToDoubleFunction;

/**
 * Something measured over a window, and how to foresee it.
 *
 * @param given    measured, by a rated value
 * @param variance of the measurement, before it is scaled by what is seen
 * @param model    what is to be expected with the parameters in the order of {@link Parameter}
 */
record Observation(double given, double variance, ToDoubleFunction<double[]> model) {
}
