package org.gemello.energy.twin;

import org.gemello.energy.fatigue.FatigueMonitor;
import org.gemello.energy.fatigue.FatigueMonitor.Site;

/**
 * What an integrator may say of a turbine's condition.
 *
 * @param siteMeanWind  of the year at hub height in m/s
 * @param damageBefore  share of the components' life that was used up before the twin began to count
 * @param vibrationRate values per second of bursts that do not tell it; NaN where all do
 */
public record ConditionSettings(double siteMeanWind, double damageBefore, double vibrationRate) {
    /** Wind of class II of IEC 61400-1, a new turbine, bursts that tell their rate. */
    public static final ConditionSettings DEFAULT = new ConditionSettings(8.5, 0, Double.NaN);

    /** @throws IllegalArgumentException where a value makes no sense; the message names it */
    public ConditionSettings {
        new Site(siteMeanWind, damageBefore);
        if (vibrationRate <= 0) {
            throw new IllegalArgumentException("vibrationRate is " + vibrationRate + " per second, it must be above 0");
        }
    }

    FatigueMonitor.Site site() {
        return new Site(siteMeanWind, damageBefore);
    }
}
