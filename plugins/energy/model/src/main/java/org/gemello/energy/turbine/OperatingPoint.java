package org.gemello.energy.turbine;

/**
 * A turbine in steady wind.
 *
 * @param wind              in m/s
 * @param rotorSpeed        in rad/s
 * @param pitch             in rad
 * @param power             electrical, in W
 * @param thrust            along the rotor's axis, in N
 * @param powerCoefficient  of the rotor, without unit; NaN without wind
 * @param thrustCoefficient of the rotor, without unit; NaN without wind
 */
public record OperatingPoint(double wind, double rotorSpeed, double pitch, double power, double thrust, double powerCoefficient,
                             double thrustCoefficient) {
}
