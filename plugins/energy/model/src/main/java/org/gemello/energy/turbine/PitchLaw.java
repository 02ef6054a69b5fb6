package org.gemello.energy.turbine;

/**
 * Proportional-integral control of the generator speed by collective pitch with gain schedule, after the baseline controller of
 * the NREL 5-MW turbine (NREL/TP-500-38060, section 7.2).
 *
 * @param proportional gain in s (rad of pitch by rad/s of generator speed)
 * @param integral     gain without unit (rad by rad)
 * @param doubled      pitch in rad at which the rotor reacts twice as strongly as at 0
 * @param speed        generator speed to hold in rad/s
 * @param max          largest pitch in rad
 * @param maxRate      fastest change of pitch in rad/s
 */
public record PitchLaw(double proportional, double integral, double doubled, double speed, double max, double maxRate) {
    /** Share of the gains that is left at a pitch in rad. */
    public double gain(double pitch) {
        return 1 / (1 + Math.max(pitch, 0) / doubled);
    }
}
