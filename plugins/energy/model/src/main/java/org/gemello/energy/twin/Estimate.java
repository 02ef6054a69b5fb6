package org.gemello.energy.twin;

import java.util.List;
import org.gemello.api.Quality;

/**
 * What the twin concludes at one moment.
 *
 * @param time          source time of the newest input, in ns since the epoch
 * @param expected      power in kW that a sound turbine gives at the smoothed wind, within its power set point
 * @param residual      mean measured power less mean expected power, in kW
 * @param percent       the same in percent of the expected power; NaN where that is next to nothing
 * @param tipSpeedRatio tip speed by smoothed wind; NaN while unknown
 * @param coefficient   power coefficient of the rotor from mean power; NaN while unknown
 * @param quality       the worst of wind, power and air
 * @param rotorQuality  the worst of these and the rotor speed, for the tip-speed ratio
 * @param alarms        alarms that have changed
 */
public record Estimate(long time, double expected, double residual, double percent, double tipSpeedRatio, double coefficient,
                       Quality quality, Quality rotorQuality, List<AlarmChange> alarms) {
    public Estimate {
        alarms = List.copyOf(alarms);
    }

    /** An alarm that has been raised or has returned to normal. */
    public record AlarmChange(String alarm, boolean active, String message) {
    }
}
