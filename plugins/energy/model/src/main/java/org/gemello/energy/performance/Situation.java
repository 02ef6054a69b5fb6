package org.gemello.energy.performance;

/**
 * A turbine at one moment.
 *
 * @param time       source time in ns since the epoch
 * @param known      false where wind or power is not measured well
 * @param status     number of the operating state; NaN where there is none
 * @param wind       free wind, smoothed as the rotor does, in m/s
 * @param power      measured, in kW
 * @param potential  in kW: what it would give, not held back
 * @param powerLimit in kW; infinite where there is none
 * @param degraded   true where it gives less than it should, and that has lasted
 */
public record Situation(long time, boolean known, double status, double wind, double power, double potential, double powerLimit,
                        boolean degraded) {
}
