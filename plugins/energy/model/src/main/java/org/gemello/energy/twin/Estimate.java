package org.gemello.energy.twin;

import java.util.List;
import java.util.Optional;
import org.gemello.api.Quality;
import org.gemello.energy.signal.AlarmChange;

/**
 * What the twin concludes at one moment.
 *
 * @param time          source time of the newest input, in ns since the epoch
 * @param newSecond     true at the first estimate of a second of source time; further ones come when a set point or a quality changes
 * @param conditions    in which the turbine works
 * @param designed      measured beside what the turbine should do as designed, within its set points
 * @param adapted       measured beside what the turbine should do with what has drifted in it; the same as designed where nothing has
 * @param percent       residual of the power as designed in percent of the expected; NaN where that is next to nothing
 * @param tipSpeedRatio tip speed by smoothed wind; NaN while unknown
 * @param coefficient   power coefficient of the rotor from mean power; NaN while unknown
 * @param quality       the worst of wind, power and air
 * @param rotorQuality  the worst of wind, power, air and rotor speed
 * @param pitchQuality  the worst of wind, power, air and pitch
 * @param thrustQuality the worst of wind, power, air and thrust
 * @param drift         what has drifted, where that has just been estimated anew
 * @param alarms        alarms that have changed
 */
public record Estimate(long time, boolean newSecond, Conditions conditions, Model designed, Model adapted, double percent,
                       double tipSpeedRatio, double coefficient, Quality quality, Quality rotorQuality, Quality pitchQuality,
                       Quality thrustQuality, Optional<Drift> drift, List<AlarmChange> alarms) {
    public Estimate {
        alarms = List.copyOf(alarms);
    }

    /**
     * What a turbine's behaviour depends on.
     *
     * @param wind       free wind in m/s, smoothed as the rotor smooths it
     * @param yaw        smoothed error of the nacelle as vane and nacelle tell it, in rad; 0 where they do not
     * @param density    of the air in kg/m3
     * @param powerLimit electrical, in W; rated power where there is none
     * @param leastPitch in rad; 0 where there is none
     * @param correction by which the controller turns the blades against its own reckoning, in rad, mean of the blades
     */
    public record Conditions(double wind, double yaw, double density, double powerLimit, double leastPitch, double correction) {

        /** Wind along the rotor's axis in m/s. */
        public double along() {
            return wind * Math.cos(yaw);
        }
    }
}
