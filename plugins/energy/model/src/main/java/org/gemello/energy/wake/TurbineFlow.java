package org.gemello.energy.wake;

/**
 * What reaches one turbine of a farm, and what it makes of it.
 *
 * @param wind       mean over its rotor in m/s
 * @param deficit    share of the free wind that is missing, 0 to 1
 * @param turbulence intensity, ambient and added
 * @param power      in kW, as the turbine is run
 * @param freePower  in kW that it would give without wakes, run in the same way
 */
public record TurbineFlow(double wind, double deficit, double turbulence, double power, double freePower) {
}
