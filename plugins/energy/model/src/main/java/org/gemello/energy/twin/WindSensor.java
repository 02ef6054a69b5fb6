package org.gemello.energy.twin;

import java.util.List;
import java.util.Locale;
import org.gemello.api.Quality;
import org.gemello.energy.signal.AlarmChange;
import org.gemello.energy.signal.Hysteresis;
import org.gemello.energy.signal.Signal;

/**
 * Whether what the anemometer tells can be right.
 *
 * @param stuckAfter seconds for which a wind may stand at the same value
 */
record WindSensor(double stuckAfter) {
    static final String ALARM = "wind-sensor";
    /** Reported, and released, after it has lasted for five seconds. */
    private static final Hysteresis.Limits LIMITS = new Hysteresis.Limits(0, 5, 0, 5);
    private static final double HIGHEST = 75;

    static boolean isPossible(double wind) {
        return wind >= 0 && wind <= HIGHEST;
    }

    /** Quality of the wind, lowered where the value cannot be right, with an alarm that names the cause. */
    Quality check(WindTurbineState state, long now, List<AlarmChange> alarms) {
        Signal wind = state.input(WindTurbineInput.WIND);
        Quality quality = wind.quality();
        String fault = "";
        if (quality.isBad()) {
            fault = "no usable wind value: " + quality.symbol();
        } else if (!isPossible(wind.value())) {
            fault = String.format(Locale.ROOT, "wind is outside 0 to %.0f m/s", HIGHEST);
            quality = Quality.UNCERTAIN_ENGINEERING_UNITS_EXCEEDED.worst(quality);
        } else if ((now - wind.changed()) * 1e-9 > stuckAfter) {
            fault = String.format(Locale.ROOT, "wind has stood at %.2f m/s for more than %.0f s", wind.value(), stuckAfter);
            quality = Quality.UNCERTAIN.worst(quality);
        }
        if (state.windSensor.update(fault.isEmpty() ? 1 : -1, now, LIMITS)) {
            alarms.add(new AlarmChange(ALARM, state.windSensor.isActive(), fault.isEmpty() ? "wind is plausible again" : fault));
        }
        return quality;
    }
}
