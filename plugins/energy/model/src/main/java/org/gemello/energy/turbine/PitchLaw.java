package org.gemello.energy.turbine;

/**
 * Proportional-integral control of the generator speed by collective pitch with gain schedule, after the baseline controller of
 * the NREL 5-MW turbine (NREL/TP-500-38060, section 7.2).
 *
 * @param gains       over the pitch
 * @param speed       generator speed to hold in rad/s
 * @param max         largest pitch in rad
 * @param maxRate     fastest change of pitch in rad/s
 * @param finePitch   pitch in rad below rated power, over the wind in m/s
 * @param speedFilter corner of the low-pass on the generator speed in rad/s
 */
public record PitchLaw(GainSchedule gains, double speed, double max, double maxRate, PiecewiseLinear finePitch, double speedFilter) {
}
