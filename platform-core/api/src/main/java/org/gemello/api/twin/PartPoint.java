package org.gemello.api.twin;

import java.util.List;

/**
 * A point of its parts that a composite wants. It is found by name in what the log holds, so that the composite sees the same whether the
 * part's pack is there, comes later or changes.
 *
 * @param name   name of the point within the part, measured, read back or derived, such as {@code WTUR.W}
 * @param unit   UCUM code in which the composite wants numbers, whatever the unit of the part
 * @param former names under which sites or earlier versions of the part may have it, given to the composite as {@code name}
 */
public record PartPoint(String name, String unit, List<String> former) {
    public PartPoint {
        former = List.copyOf(former);
    }

    /** A point that never had another name. */
    public PartPoint(String name, String unit) {
        this(name, unit, List.of());
    }
}
