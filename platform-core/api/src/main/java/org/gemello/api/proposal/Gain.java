package org.gemello.api.proposal;

/**
 * What something brings, with how sure that is.
 *
 * @param expected best estimate, in {@code unit}; more is better
 * @param low      lower end of the interval, at most {@code expected}
 * @param high     upper end of the interval, at least {@code expected}; the explanation says which coverage the interval has
 * @param unit     UCUM code, such as {@code MW.h} or {@code %}
 */
public record Gain(double expected, double low, double high, String unit) {

    /** @throws IllegalArgumentException where a number is not finite or the estimate lies outside its interval */
    public Gain {
        if (!Double.isFinite(low) || !Double.isFinite(high) || !(low <= expected && expected <= high)) {
            throw new IllegalArgumentException("a gain of " + expected + " from " + low + " to " + high + " is no estimate within an interval");
        }
        if (unit == null || unit.isBlank()) {
            throw new IllegalArgumentException("a gain has a unit; '1' where it has none");
        }
    }
}
