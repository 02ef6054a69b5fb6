package org.gemello.energy.turbine;

/**
 * A turbine in steady wind.
 *
 * @param wind       in m/s
 * @param rotorSpeed in rad/s
 * @param pitch      in rad
 * @param power      electrical, in W
 */
public record OperatingPoint(double wind, double rotorSpeed, double pitch, double power) {
}
