package org.gemello.pack.energy.internal;

import java.util.Set;
import org.gemello.energy.performance.CategoryRules;
import org.gemello.energy.performance.CurveFilter;
import org.gemello.energy.performance.PerformanceSettings;
import org.gemello.spi.TwinContext;

/** What the integrator says of a turbine's performance; all optional. */
final class PerformanceConfiguration {
    static final Set<String> KEYS = Set.of("curveComplete", "curveSectors", "icingBelow", "icingShare", "statusCategories", "utcOffset");

    private PerformanceConfiguration() {
    }

    /** @throws IllegalArgumentException where a value makes no sense; the message names it */
    static PerformanceSettings read(TwinContext context) {
        CurveFilter usual = CurveFilter.DEFAULT;
        double complete = context.number("curveComplete", 100 * usual.complete());
        double icingBelow = context.number("icingBelow", usual.icingBelow());
        double icingShare = context.number("icingShare", 100 * usual.icingShare());
        double offset = context.number("utcOffset", 0);
        return Configurations.named(context, () -> new PerformanceSettings(
                new CurveFilter(complete / 100, icingBelow, icingShare / 100, CurveFilter.sectors(text(context, "curveSectors"))),
                CategoryRules.table(text(context, "statusCategories")), (int) Math.round(offset * 3600)));
    }

    private static String text(TwinContext context, String key) {
        return context.configuration().getOrDefault(key, "");
    }
}
