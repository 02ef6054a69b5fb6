package org.gemello.energy.optimise;

/**
 * What a turbine gives and bears on average over a distribution of wind.
 *
 * @param power      electrical, in W
 * @param thrust     the largest of all winds, in N
 * @param gearDamage of the gearbox's bearings, relative: torque to the power of 10/3 by speed (ISO 281, roller bearings)
 */
public record Yield(double power, double thrust, double gearDamage) {
}
