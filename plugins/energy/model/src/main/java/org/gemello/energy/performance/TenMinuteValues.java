package org.gemello.energy.performance;

import java.util.Set;

/**
 * Ten minutes of a turbine. NaN where something was not measured.
 *
 * @param begin       in ns since the epoch
 * @param wind        at the nacelle in m/s
 * @param power       active, in kW
 * @param temperature of the air in degrees Celsius
 * @param pressure    of the air in hPa
 * @param rotorSpeed  in revolutions per minute
 * @param pitch       in degrees
 * @param direction   of the wind in degrees
 * @param complete    share of the ten minutes with wind and power, 0 to 1
 * @param marks       what happened by which they say nothing of the power curve
 */
public record TenMinuteValues(long begin, Summary wind, Summary power, double temperature, double pressure, double rotorSpeed, double pitch,
                              double direction, double complete, Set<Rejection> marks) {
    public TenMinuteValues {
        marks = Set.copyOf(marks);
    }

    /** Statistics of one value, in its unit. */
    public record Summary(double mean, double deviation, double low, double high) {
    }

    /** End of the ten minutes in ns since the epoch. */
    public long end() {
        return begin + TenMinutes.LENGTH;
    }

    /** Turbulence intensity: deviation by mean; NaN in a calm. */
    public double turbulence() {
        return wind.mean() > 0 ? wind.deviation() / wind.mean() : Double.NaN;
    }
}
