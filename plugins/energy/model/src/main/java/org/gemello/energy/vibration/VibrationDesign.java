package org.gemello.energy.vibration;

/**
 * What is known of the machine that an accelerometer sits on, at the high-speed shaft.
 *
 * @param bearing of this shaft
 * @param mesh    of the gear on this shaft
 * @param ratedSpeed of this shaft in Hz
 */
public record VibrationDesign(Bearing bearing, GearMesh mesh, double ratedSpeed) {
}
