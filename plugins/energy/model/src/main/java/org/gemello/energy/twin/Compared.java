package org.gemello.energy.twin;

/**
 * A measured quantity beside what a model expects of it; NaN while unknown.
 *
 * @param expected at this moment
 * @param residual mean measured less mean expected
 * @param interval half width of the interval that holds the residual with 95 % where the model is right within 2 %
 */
public record Compared(double expected, double residual, double interval) {

    /** True where measurement and model agree as far as turbulence lets them be told apart. */
    public boolean agrees() {
        return Math.abs(residual) <= interval;
    }
}
