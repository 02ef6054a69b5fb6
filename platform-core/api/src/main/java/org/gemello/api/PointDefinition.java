package org.gemello.api;

/**
 * A point together with the unit in which its values travel and are stored.
 *
 * @param id   which point
 * @param unit UCUM code (case sensitive), for example {@code kW}, {@code m/s}, {@code deg}; {@code 1} for numbers without unit
 */
public record PointDefinition(PointId id, String unit) {
    /** @throws IllegalArgumentException where a part is missing */
    public PointDefinition {
        if (id == null || unit == null || unit.isBlank()) {
            throw new IllegalArgumentException("point " + id + " needs a unit in UCUM, '1' where it has none");
        }
    }
}
