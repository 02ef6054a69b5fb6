package org.gemello.energy.turbine;

/**
 * How the nacelle follows the wind: it starts to turn where the smoothed error is larger than the threshold, and stops where the error
 * has gone.
 *
 * @param threshold in rad
 * @param rate      in rad/s
 * @param filter    time constant of the error in s
 */
public record YawLaw(double threshold, double rate, double filter) {
}
