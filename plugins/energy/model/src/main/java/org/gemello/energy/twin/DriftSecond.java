package org.gemello.energy.twin;

/**
 * A second of a turbine that runs and whose sensors are good. What a turbine has no sensor for is NaN.
 *
 * @param time        source time in ns since the epoch
 * @param wind        free wind in m/s
 * @param speed       of the rotor in rad/s
 * @param pitch       of the blades in rad, as the controller knows it
 * @param corrections of the single blades against that, in rad
 * @param power       electrical in W
 * @param rootMoments of the blades out of the rotor's plane in N m
 * @param oil         temperature of the gearbox in degrees Celsius
 * @param outside     temperature of the air in degrees Celsius
 */
record DriftSecond(long time, double wind, double speed, double pitch, double[] corrections, double power, double[] rootMoments, double oil,
                   double outside) {
    static final int BLADES = 3;
}
