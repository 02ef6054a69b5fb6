package org.gemello.energy.performance;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gemello.energy.turbine.TurbineStatus;

/**
 * Which category a moment belongs to. What the controller says comes first, by the table of its status numbers; the rest follows from
 * what is seen. What holds for a turbine that stands still in the wind without a reason: for ten minutes it may be starting
 * (technical standby), from then on it is an outage.
 */
public final class CategoryRules {
    private static final long STARTING = 600_000_000_000L;
    /** A limit within half a percent of what the turbine can is none. */
    private static final double LIMITED = 0.995;
    /** So much above cut-in a turbine is sure to have enough wind to start, in m/s. */
    private static final double SURELY = 0.5;
    /** A limit below this share of rated power stops the turbine. */
    private static final double STOPPING = 0.02;
    private final Map<Integer, Category> byStatus;
    private final double rated;
    private final double cutIn;

    /**
     * @param byStatus categories of status numbers that the turbine's controller uses beyond those of {@link TurbineStatus}
     * @param rated    power in kW
     * @param cutIn    wind in m/s
     */
    public CategoryRules(Map<Integer, Category> byStatus, double rated, double cutIn) {
        this.byStatus = Map.copyOf(byStatus);
        this.rated = rated;
        this.cutIn = cutIn;
    }

    /**
     * Reads a table as in {@code 7: forced-outage, 8: scheduled-maintenance}.
     *
     * @throws IllegalArgumentException where it is not written so
     */
    public static Map<Integer, Category> table(String text) {
        Map<Integer, Category> table = new TreeMap<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",")) {
            String[] pair = part.split(":");
            try {
                table.put(Integer.valueOf(pair[0].strip()), Category.valueOf(pair[1].strip().toUpperCase(Locale.ROOT).replace('-', '_')));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException("a status is '" + part.strip() + "', write a number and a category of IEC 61400-26 like "
                        + "7: forced-outage", e);
            }
        }
        return table;
    }

    /** @param standing time in ns for which the turbine has stood in the wind without a reason */
    Category of(Situation now, long standing) {
        if (!now.known()) {
            return Category.INFORMATION_UNAVAILABLE;
        }
        Category told = Double.isNaN(now.status()) ? null : byStatus.get((int) now.status());
        if (told != null) {
            return told;
        }
        if (now.status() == TurbineStatus.STORM.code()) {
            return Category.OUT_OF_ENVIRONMENTAL_SPECIFICATION;
        }
        if (produces(now)) {
            return now.potential() * LIMITED > now.powerLimit() ? Category.DERATED
                    : now.degraded() ? Category.DEGRADED : Category.FULL_PERFORMANCE;
        }
        if (now.powerLimit() < STOPPING * rated) {
            return Category.REQUESTED_SHUTDOWN;
        }
        return !stands(now) ? Category.READY_STANDBY : standing < STARTING ? Category.TECHNICAL_STANDBY : Category.FORCED_OUTAGE;
    }

    /** Without a status the power tells. */
    private static boolean produces(Situation now) {
        return Double.isNaN(now.status()) ? now.power() > 0 : now.status() == TurbineStatus.PRODUCING.code();
    }

    /** True where it stands still although wind and set point would let it run. */
    boolean stands(Situation now) {
        return now.known() && !produces(now) && now.status() != TurbineStatus.STORM.code() && now.powerLimit() >= STOPPING * rated
                && now.wind() >= cutIn + SURELY && now.potential() > 0;
    }
}
