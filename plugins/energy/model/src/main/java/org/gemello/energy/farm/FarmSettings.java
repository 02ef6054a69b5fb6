package org.gemello.energy.farm;

import java.util.List;
import org.gemello.energy.wake.WakeModel;
import org.gemello.energy.wake.WakeTurbine;

/**
 * A farm as the integrator describes it.
 *
 * @param turbines   where they stand, and what they can; named by their twins
 * @param model      of the wakes
 * @param reference  density of the air in kg/m3 to which the curves of the turbines refer
 * @param density    of the air in kg/m3, where no mast tells it
 * @param turbulence intensity of the wind, where the turbines do not tell it; without unit
 * @param standsOut  a turbine that gives so many percent less than its neighbours, each held against its own wind, is told
 */
public record FarmSettings(List<WakeTurbine> turbines, WakeModel model, double reference, double density, double turbulence,
                           double standsOut) {
    /** @throws IllegalArgumentException where a value makes no sense; the message names it */
    public FarmSettings {
        turbines = List.copyOf(turbines);
        if (!(density >= 0.7 && density <= 1.6)) {
            throw new IllegalArgumentException("airDensity is " + density + " kg/m3, it must be from 0.7 to 1.6");
        }
        if (!(turbulence > 0 && turbulence < 0.6) || !(standsOut > 0 && standsOut <= 100)) {
            throw new IllegalArgumentException("turbulence is " + 100 * turbulence + " % and standsOut " + standsOut
                    + " %; the first must be above 0 and below 60, the second above 0 and up to 100");
        }
    }
}
