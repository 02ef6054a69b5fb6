package org.gemello.energy.thermal;

import java.util.List;
import org.gemello.energy.signal.AlarmChange;

/**
 * What a drive train's temperatures tell.
 *
 * @param expected temperatures of a sound one in degrees Celsius, in the order of {@link Place}
 * @param residual measured less expected in K; NaN where it is not measured
 * @param friction heat in W that the gearbox makes beyond what it should; 0 where that is next to nothing
 * @param fouling  share of the oil cooler that is lost, if the heat is not friction; 0 where that is next to nothing
 * @param alarms   that have changed
 */
public record ThermalReport(double[] expected, double[] residual, double friction, double fouling, List<AlarmChange> alarms) {
    public ThermalReport {
        alarms = List.copyOf(alarms);
    }
}
