package org.gemello.pack.energy.internal;

import org.gemello.energy.performance.PerformanceSettings;
import org.gemello.energy.twin.ConditionSettings;
import org.gemello.energy.twin.TwinSettings;

/**
 * What the integrator says of a wind turbine; all optional.
 *
 * @param measureEffect seconds over which the effect of a proposal is measured
 */
record WindTurbineConfiguration(Designs.Named design, TwinSettings settings, PerformanceSettings performance, ConditionSettings condition,
                                double measureEffect) {
    private static final double DAY = 86_400;

    /** @throws IllegalArgumentException where values do not go together; the message names them */
    static WindTurbineConfiguration read(Given given) {
        return new WindTurbineConfiguration(Designs.Named.read(given), settings(given), PerformanceConfiguration.read(given),
                ConditionConfiguration.read(given), given.number("measureEffect", "s", 600, 1, DAY));
    }

    private static TwinSettings settings(Given given) {
        TwinSettings usual = TwinSettings.DEFAULT;
        return new TwinSettings(given.number("windFilter", "s", usual.windFilter(), 0.001, 3600),
                given.number("residualMean", "s", usual.residualMean(), 0.001, DAY),
                given.number("raiseBelow", "%", usual.raiseBelow(), -100, 100), given.number("raiseAfter", "s", usual.raiseAfter(), 0, DAY),
                given.number("clearAbove", "%", usual.clearAbove(), -100, 100), given.number("clearAfter", "s", usual.clearAfter(), 0, DAY),
                given.number("stuckAfter", "s", usual.stuckAfter(), 0.001, DAY),
                given.number("nacelleInduction", "1", usual.nacelleInduction(), 0, 2));
    }
}
