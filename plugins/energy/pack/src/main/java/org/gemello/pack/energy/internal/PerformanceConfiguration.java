package org.gemello.pack.energy.internal;

import org.gemello.energy.performance.CategoryRules;
import org.gemello.energy.performance.CurveFilter;
import org.gemello.energy.performance.PerformanceSettings;

/** What the integrator says of a turbine's performance; all optional. */
final class PerformanceConfiguration {
    private PerformanceConfiguration() {
    }

    /** @throws IllegalArgumentException where a value makes no sense; the message names it */
    static PerformanceSettings read(Given given) {
        CurveFilter usual = CurveFilter.DEFAULT;
        return new PerformanceSettings(
                new CurveFilter(given.number("curveComplete", "%", 100 * usual.complete(), 1, 100) / 100,
                        given.number("icingBelow", "Cel", usual.icingBelow(), -273, 100),
                        given.number("icingShare", "%", 100 * usual.icingShare(), 0, 100) / 100, CurveFilter.sectors(given.text("curveSectors"))),
                CategoryRules.table(given.text("statusCategories")), (int) Math.round(given.number("utcOffset", "h", 0, -14, 14) * 3600));
    }
}
