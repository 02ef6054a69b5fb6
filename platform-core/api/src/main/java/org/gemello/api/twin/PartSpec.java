package org.gemello.api.twin;

import java.util.List;

/**
 * A role that other twins have in a twin: the turbines of a farm, the mast of a turbine. A composite is given the named points of its
 * parts, measured, read back and derived alike.
 *
 * @param role   name of the role, such as {@code turbine}
 * @param title  for people
 * @param types  twin types that may take the role, such as {@code energy/wind-turbine}; empty for any
 * @param points the parts' points that the composite is given; a part that has none of that name gives none
 * @param least  fewest parts of this role, 0 where it may be missing
 * @param most   most parts of this role
 */
public record PartSpec(String role, String title, List<String> types, List<PartPoint> points, int least, int most) {
    /** Highest number of parts in one role. */
    public static final int MOST = 10_000;

    /** @throws IllegalArgumentException where the numbers are no range within 0 to {@link #MOST} */
    public PartSpec {
        types = List.copyOf(types);
        points = List.copyOf(points);
        if (least < 0 || most < Math.max(1, least) || most > MOST) {
            throw new IllegalArgumentException("part '" + role + "': " + least + " to " + most + " is no range within 0 to " + MOST);
        }
    }

    /** True where a twin of this type may take the role. */
    public boolean takes(String type) {
        return types.isEmpty() || types.contains(type);
    }
}
