package org.gemello.api.twin;

/**
 * A point of a model.
 *
 * @param name  name within the twin, such as {@code WTUR.W}
 * @param title for people
 * @param unit  UCUM code in which the behaviour wants and gives values; {@code 1} without unit
 * @param role  who gives the values
 * @param low   lowest plausible value in {@code unit}, {@link Double#NEGATIVE_INFINITY} for none
 * @param high  highest plausible value in {@code unit}, {@link Double#POSITIVE_INFINITY} for none
 */
public record PointSpec(String name, String title, String unit, PointRole role, double low, double high) {
    /** A measured point with a plausible range. */
    public static PointSpec measured(String name, String title, String unit, double low, double high) {
        return new PointSpec(name, title, unit, PointRole.MEASURED, low, high);
    }

    /** A set point: written by commands, read back from the source. */
    public static PointSpec setpoint(String name, String title, String unit, double low, double high) {
        return new PointSpec(name, title, unit, PointRole.SETPOINT, low, high);
    }

    /** A point that the behaviour computes. */
    public static PointSpec derived(String name, String title, String unit) {
        return new PointSpec(name, title, unit, PointRole.DERIVED, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
