package org.gemello.energy.performance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What counts for the power curve.
 *
 * @param complete   least share of ten minutes with data, 0 to 1
 * @param icingBelow air temperature in degrees Celsius below which too little power counts as ice; NaN for never
 * @param icingShare share of the reference power below which it is too little, 0 to 1
 * @param sectors    directions in degrees that count; all where there are none
 */
public record CurveFilter(double complete, double icingBelow, double icingShare, List<Sector> sectors) {
    /** Icing as in the losses method of IEA Wind Task 19: cold, and less than the lowest tenth of normal power, which 85 % stands for. */
    public static final CurveFilter DEFAULT = new CurveFilter(0.95, 1, 0.85, List.of());

    /** @throws IllegalArgumentException where a value makes no sense */
    public CurveFilter {
        if (!(complete > 0 && complete <= 1) || !(icingShare >= 0 && icingShare <= 1)) {
            throw new IllegalArgumentException("the share of complete data is " + complete + " and that of iced power " + icingShare
                    + ", both must be from 0 to 1");
        }
        sectors = List.copyOf(sectors);
    }

    /** Directions in degrees, clockwise from one to the other; {@code from} may be larger: 300-60 holds north. */
    public record Sector(double from, double to) {
        public Sector {
            if (!(from >= 0 && from <= 360 && to >= 0 && to <= 360)) {
                throw new IllegalArgumentException("a sector is from " + from + " to " + to + ", degrees from 0 to 360 are needed");
            }
        }

        boolean holds(double direction) {
            return from <= to ? direction >= from && direction <= to : direction >= from || direction <= to;
        }
    }

    /**
     * Reads sectors as in {@code 0-120, 200-360}.
     *
     * @throws IllegalArgumentException where they are not written so
     */
    public static List<Sector> sectors(String text) {
        List<Sector> sectors = new ArrayList<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",")) {
            String[] ends = part.strip().split("-");
            try {
                sectors.add(new Sector(Double.parseDouble(ends[0]), Double.parseDouble(ends[1])));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException("a sector is '" + part.strip() + "', write sectors like 0-120, 200-360", e);
            }
        }
        return sectors;
    }

    /**
     * @param reference power in kW of a sound turbine in this wind
     * @return nothing where the ten minutes count
     */
    public Set<Rejection> judge(TenMinuteValues values, double reference) {
        Set<Rejection> rejections = EnumSet.noneOf(Rejection.class);
        rejections.addAll(values.marks());
        if (!(values.complete() >= complete)) {
            rejections.add(Rejection.INCOMPLETE);
        }
        if (values.temperature() < icingBelow && values.power().mean() < icingShare * reference) {
            rejections.add(Rejection.ICING);
        }
        // with sectors set a direction that is not known is in none of them
        if (!sectors.isEmpty() && sectors.stream().noneMatch(sector -> sector.holds(values.direction()))) {
            rejections.add(Rejection.SECTOR);
        }
        return rejections;
    }
}
