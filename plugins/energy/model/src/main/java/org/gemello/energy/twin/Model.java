package org.gemello.energy.twin;

/**
 * The turbine beside one model of it.
 *
 * @param power      electrical, in kW
 * @param rotorSpeed in revolutions per minute
 * @param pitch      in degrees
 * @param thrust     in kN; without residual where it is not measured
 */
public record Model(Compared power, Compared rotorSpeed, Compared pitch, Compared thrust) {
}
