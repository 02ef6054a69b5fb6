package org.gemello.energy.twin;

import java.util.List;
import org.gemello.api.Quality;
import org.gemello.energy.signal.AlarmChange;

/**
 * What the twin concludes at one moment.
 *
 * @param time          source time of the newest input, in ns since the epoch
 * @param newSecond     true at the first estimate of a second of source time; further ones come when a set point or a quality changes
 * @param expected      power in kW that a sound turbine gives at the smoothed wind, within its power set point
 * @param residual      mean measured power less mean expected power, in kW
 * @param percent       the same in percent of the expected power; NaN where that is next to nothing
 * @param tipSpeedRatio tip speed by smoothed wind; NaN while unknown
 * @param coefficient   power coefficient of the rotor from mean power; NaN while unknown
 * @param quality       the worst of wind, power and air
 * @param rotorQuality  the worst of these and the rotor speed, for the tip-speed ratio
 * @param sound         what a sound turbine does at this wind
 * @param interval      half width of the interval in kW that holds the residual with 95 %; NaN while unknown
 * @param drift         what has drifted, as far as that is known
 * @param alarms        alarms that have changed
 */
public record Estimate(long time, boolean newSecond, double expected, double residual, double percent, double tipSpeedRatio, double coefficient,
                       Quality quality, Quality rotorQuality, Sound sound, double interval, Drift drift, List<AlarmChange> alarms) {
    public Estimate {
        alarms = List.copyOf(alarms);
    }

    /**
     * A sound turbine at the smoothed wind, not held back.
     *
     * @param rotorSpeed in revolutions per minute
     * @param pitch      in degrees
     * @param thrust     in kN
     */
    public record Sound(double rotorSpeed, double pitch, double thrust) {
    }
}
