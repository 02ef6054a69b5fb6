package org.gemello.energy.performance;

import java.util.Map;

/**
 * How a turbine's performance is judged.
 *
 * @param filter     what counts for the power curve
 * @param byStatus   categories of the controller's own status numbers
 * @param utcOffset  of the site's clock against UTC in s, where days and months begin
 */
public record PerformanceSettings(CurveFilter filter, Map<Integer, Category> byStatus, int utcOffset) {
    public static final PerformanceSettings DEFAULT = new PerformanceSettings(CurveFilter.DEFAULT, Map.of(), 0);
    private static final int HALF_A_DAY = 14 * 3600;

    /** @throws IllegalArgumentException where a value makes no sense; the message names it */
    public PerformanceSettings {
        if (Math.abs(utcOffset) > HALF_A_DAY) {
            throw new IllegalArgumentException("the site's clock is " + utcOffset / 3600.0 + " h off UTC, it must be from -14 to 14");
        }
        byStatus = Map.copyOf(byStatus);
    }
}
