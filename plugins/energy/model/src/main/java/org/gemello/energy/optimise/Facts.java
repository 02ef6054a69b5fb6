package org.gemello.energy.optimise;

import java.util.List;

/**
 * How a turbine stands and what it stands in, beside what has drifted.
 *
 * @param density     of the air in kg/m3
 * @param ambient     temperature of the air in degrees Celsius; NaN while unknown
 * @param corrections of the pitch of each blade now, in rad
 * @param settings    of the controller now
 * @param heating     of the blades in percent
 * @param yawOffset   added to the vane, in rad
 */
public record Facts(double density, double ambient, List<Double> corrections, Settings settings, double heating, double yawOffset) {
    public Facts {
        corrections = List.copyOf(corrections);
    }
}
